import { standing } from '../project/row';
import type { Project } from '../project/state';
import { claimsOf, profileOf } from './money';
import { listed } from '../answers/listed';
import { finding, type Given, type Rule } from './rule';
import { counting } from './workings';

const same = (costCentre: string): string => costCentre.trim().toUpperCase();

/** What linked cases are read from. */
export type NamesLinkedCases = Pick<Project['registers'], 'linkedCases'>;

/** Refs of the projects that linked cases are resolved to. */
export const linkedRefs = ({ linkedCases }: NamesLinkedCases): readonly string[] => [
  ...new Set(standing(linkedCases).flatMap(({ projectRef }) => projectRef ?? [])),
];

const refsOfOthers = ({ ref, registers }: Project): readonly string[] =>
  linkedRefs(registers).filter((each) => each !== ref);

/** Linked projects of which nothing is known here. */
const unknownRefs = (project: Project, { surroundings }: Given): readonly string[] =>
  refsOfOthers(project).filter((ref) => !surroundings?.linked.some((each) => each.ref === ref));

/** Two linked projects save on one cost centre. */
export const savingClaimedTwice: Rule = {
  id: 'saving-claimed-twice',
  title: 'Saving claimed twice',
  severity: 'gap',
  concernsMoney: true,
  askedBy: ['no-double-count', 'overlap-considered'],
  words: {
    looksFor: 'Savings and income on a cost centre on which a linked project claims a saving too.',
    matters: 'One budget is cut once. Two cases that count the same saving are short by one of them.',
    mend: 'Agree which case claims it and withdraw or reduce the other; or explain how the two differ.',
  },
  find(project, { surroundings }) {
    const refs = refsOfOthers(project);
    const others = (surroundings?.linked ?? []).filter(({ ref }) => refs.includes(ref));
    return claimsOf(project).flatMap((line) => {
      const costCentre = line.costCentre?.trim();
      if (!costCentre || profileOf(line).length === 0) return [];
      const also = others.flatMap(({ ref, savings }) =>
        savings
          .filter((saving) => same(saving.costCentre) === same(costCentre))
          .map(({ lineId, title }) => ({ ref, lineId, title })),
      );
      if (also.length === 0) return [];
      return [
        finding(savingClaimedTwice, {
          subject: line.id,
          title: `${line.title}: claimed by a linked project too`,
          because: `${costCentre} is also the cost centre of ${listed(also.map(({ ref, title }) => `“${title}” of ${ref}`))}.`,
          facts: { costCentre: same(costCentre), also: also.map(({ ref, lineId }) => ({ ref, lineId })) },
          workings: [
            counting(
              `Savings on ${costCentre} beside this one`,
              also.map(({ ref, title }) => `${ref}, ${title}`),
            ),
          ],
          fix: { screen: 'finance', field: 'costCentre', row: line.id },
        }),
      ];
    });
  },
  cannotTell(project, given) {
    const unknown = unknownRefs(project, given);
    return unknown.length === 0
      ? undefined
      : `What ${listed(unknown)} ${unknown.length === 1 ? 'claims' : 'claim'} is not known here.`;
  },
};
