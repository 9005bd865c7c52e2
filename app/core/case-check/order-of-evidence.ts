import { standing } from '../project/row';
import type { Project } from '../project/state';
import { currentGateDate } from '../schedule/state';
import { compareDates, formatPartial, type PartialDate } from '../time/partial-date';
import { dateToCome, workToCome } from './dates';
import { listed } from '../answers/listed';
import { finding, type Rule } from './rule';
import { order } from './workings';

/** The gate that rests on what things cost and how others do: the outline case. */
const OUTLINE = 1;

const FINDS = /\b(?:costs?|costing|benchmark\w*|baseline\w*|spend\w*|demand)\b/giu;

interface Finder {
  readonly id: string;
  readonly title: string;
  readonly finish: PartialDate | undefined;
  /** Words of its title that say it finds evidence, or that a cost baseline names it. */
  readonly finds: readonly string[];
}

const wordsIn = (title: string): readonly string[] =>
  [...new Set([...title.matchAll(FINDS)].map(([word]) => word.toLowerCase()))].sort();

/** Work that finds costs or benchmarks. */
function findersOf(project: Project): readonly Finder[] {
  const named = standing(project.registers.costBaselines).map((row) => row.foundBy);
  return workToCome(project).flatMap(({ row, finish }) => {
    const finds = [...wordsIn(row.title), ...(named.includes(row.id) ? ['a cost baseline'] : [])];
    return finds.length > 0 ? [{ id: row.id, title: row.title, finish, finds }] : [];
  });
}

/** What of it is wholly after a date. */
const foundAfter = (project: Project, date: PartialDate) =>
  findersOf(project).flatMap(({ finish, ...each }) =>
    finish !== undefined && compareDates(finish, date) === 'after' ? [{ ...each, finish }] : [],
  );

/** What a decision rests on is found after the decision. */
export const orderOfEvidence: Rule = {
  id: 'order-of-evidence',
  title: 'Order of evidence',
  severity: 'gap',
  concernsMoney: false,
  askedBy: ['baseline-found', 'figures-evidenced'],
  words: {
    looksFor:
      'Deliverables that find costs, demand or benchmarks and finish after Gate 1, the outline business case, which rests on them.',
    matters:
      'A decision taken before its evidence is found is taken on none; what is found later then has to agree with it.',
    mend: 'Bring the work forward, or move Gate 1 behind it.',
  },
  find(project) {
    const gate = dateToCome(project, OUTLINE);
    if (gate === undefined) return [];
    const late = foundAfter(project, gate);
    if (late.length === 0) return [];
    return [
      finding(orderOfEvidence, {
        subject: `gate-${OUTLINE}`,
        title: 'The evidence comes after the decision that rests on it',
        because: `${listed(late.map(({ title, finish }) => `“${title}” (${formatPartial(finish)})`))} ${late.length === 1 ? 'finishes' : 'finish'} after Gate ${OUTLINE} (${formatPartial(gate)}), whose outline business case rests on what ${late.length === 1 ? 'it finds' : 'they find'}.`,
        facts: { gate, late: late.map(({ id, finish, finds }) => ({ id, finish, finds })) },
        workings: late.map(({ title, finish }, index) =>
          order(
            { what: `“${title}”`, date: finish, fact: `late.${index}.finish` },
            { what: `Gate ${OUTLINE}`, date: gate, fact: 'gate' },
          ),
        ),
        fix: { screen: 'schedule', field: `gate-${OUTLINE}` },
      }),
    ];
  },
  cannotTell(project) {
    const gate = currentGateDate(project.schedule.gates[OUTLINE]);
    const finders = findersOf(project);
    if (finders.length === 0) return undefined;
    if (gate === undefined) return `Gate ${OUTLINE} has no date.`;
    const undated = finders.filter(({ finish }) => finish === undefined);
    return undated.length === 0
      ? undefined
      : `When ${listed(undated.map(({ title }) => `“${title}”`))} ${undated.length === 1 ? 'finishes' : 'finish'} is not known.`;
  },
};
