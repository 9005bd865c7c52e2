import { standing } from '../project/row';
import type { Project } from '../project/state';
import { totalPence } from './money';
import { finding, WHOLE_CASE, type Rule } from './rule';
import { adding, counting, pence } from './workings';

const SPENDING = /\b(procure|tender|implement|mobilis|mobiliz|transition|install|recruit)[a-z]*/gi;

interface Mention {
  /** A deliverable's id, or the field of the case. */
  readonly where: string;
  readonly place: string;
  readonly words: readonly string[];
}

const spendingWords = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(SPENDING)].map((match) => match[0].toLowerCase()))].sort();

/** Where the record plans what costs money: its deliverables, its proposed changes, and its own word that it buys. */
function mentionsOf(project: Project): readonly Mention[] {
  const deliverables = standing(project.schedule.deliverables).map((row) => ({
    where: row.id,
    place: `Deliverable “${row.title}”`,
    words: spendingWords(row.title),
  }));
  const changes = project.case.text.proposedChanges.answer;
  const buying = project.case.procurement.buying.answer;
  return [
    ...deliverables,
    {
      where: 'proposedChanges',
      place: 'Proposed changes',
      words: changes.state === 'given' ? spendingWords(changes.value) : [],
    },
    {
      where: 'buying',
      place: 'Procurement',
      words: buying.state === 'given' && buying.value ? ['buying'] : [],
    },
  ].filter((mention) => mention.words.length > 0);
}

/** Nothing is invested although the record plans procurement or implementation. */
export const noCostOfChange: Rule = {
  id: 'no-cost-of-change',
  title: 'No cost of change',
  severity: 'gap',
  concernsMoney: true,
  readBy: 'cost-of-change-answered',
  words: {
    looksFor: 'Cases that plan to procure or implement something and invest nothing, one-off or recurring.',
    matters:
      'Procurement and implementation take people’s time and often money; a saving net of nothing is too good.',
    mend: 'Enter the one-off and recurring investment; or explain who does the work and from which budget, for finance to accept.',
  },
  find(project) {
    const cells = standing(project.money.lines)
      .filter((line) => line.kind === 'investment')
      .flatMap((line) => Object.values(line.cells))
      .map((cell) => cell.proposed.answer);
    const invested = totalPence(
      cells.map((answer) => (answer.state === 'given' ? Math.abs(answer.value) : 0)),
    );
    const mentions = mentionsOf(project);
    if (invested !== 0 || mentions.length === 0) return [];
    return [
      finding(noCostOfChange, {
        subject: WHOLE_CASE,
        title: 'Nothing is invested',
        because: `No investment is entered, although the record plans work that costs: ${mentions.map((mention) => mention.place).join('; ')}.`,
        facts: { invested, mentions: mentions.map(({ where, words }) => ({ where, words })) },
        workings: [
          adding('One-off and recurring investment', [pence(invested, 'invested')], pence(0)),
          ...mentions.map((mention) => counting(mention.place, mention.words)),
        ],
        fix: { screen: 'finance', field: 'investment' },
      }),
    ];
  },
};
