import { canonicalJson } from '../answers/canonical';
import { digestOf } from '../answers/digest';
import type { External } from '../command/context';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import { isOpen } from '../risks/state';
import { conditionsInForce } from './conditions';
import { criteriaAt, levelOf } from './assess';
import { criterionCode } from './criteria/registry';
import type { GateNumber } from './gate-number';

/** What a pack holds, by part; `criterion:<id>` parts are everything that criterion reads. */
export interface GatedFacts {
  readonly digest: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, unknown>>;
}

const plain = (value: unknown): unknown => JSON.parse(canonicalJson(value));

/** Every figure of every standing line, series by series, with the terms they stand on. */
const figures = (project: Project): unknown =>
  standing(project.money.lines).map((line) => ({
    id: line.id,
    title: line.title,
    kind: line.kind,
    timing: line.timing,
    category: line.category,
    convention: line.convention,
    costCentre: line.costCentre,
    costBaseline: line.costBaseline,
    startMonth: line.startMonth,
    fullYearEffect: line.fullYearEffect,
    adopted: line.adopted?.by,
    terms: line.termsSeq,
    budgetFalls: line.budgetFalls?.month,
    cells: Object.fromEntries(
      Object.entries(line.cells).map(([fy, cell]) => [
        fy,
        {
          proposed: cell.proposed.answer,
          proposedAt: cell.proposed.seq,
          validated: cell.validated,
          mtfs: cell.mtfs,
          forecast: cell.forecast,
          delivered: cell.delivered,
          banked: cell.banked,
          banking: cell.banking,
          variance: cell.variance,
          gapExplained: cell.gapExplained,
          gapParts: cell.gapParts,
        },
      ]),
    ),
  }));

const roles = (project: Project, external: External): unknown =>
  project.people
    .filter((each) => each.accepted && !each.ended)
    .map((each) => ({
      role: each.role,
      person: each.person,
      active: external.directory[each.person]?.active === true,
    }));

/** Gathers what a gate's pack holds: plain data, digested part by part. Never outcomes, today or the deciders' own moves. */
export function gatedFacts(project: Project, gate: GateNumber, external: External): GatedFacts {
  const facts: Record<string, unknown> = {
    framework: { ...project.gates.framework },
    figures: plain(figures(project)),
    risks: plain(
      project.risks
        .filter(isOpen)
        .map(({ id, ref, likelihood, impact, statedTotal, owner, due, accepted, mitigation, risk }) => ({
          id,
          ref,
          likelihood,
          impact,
          statedTotal,
          owner,
          due,
          accepted,
          words: digestOf([risk, mitigation ?? null]),
        })),
    ),
    waivers: plain(project.gates.waivers.filter((each) => each.gate === gate && !each.withdrawn)),
    conditions: plain(conditionsInForce(project)),
    roles: plain(roles(project, external)),
    attachments: plain(
      standing(project.evidence.attachments).map(({ id, name, content }) => ({ id, name, content })),
    ),
    levels: Object.fromEntries(
      criteriaAt(external.framework, gate).map((each) => [
        each.id,
        levelOf(each, project, external.framework),
      ]),
    ),
  };
  for (const each of criteriaAt(external.framework, gate)) {
    const code = criterionCode(each.id, each.evaluator);
    if (code) facts[`criterion:${each.id}`] = plain(code.facts(project, { external, gate }));
  }
  const parts = Object.fromEntries(Object.entries(facts).map(([part, value]) => [part, digestOf(value)]));
  return { digest: digestOf(parts), parts, facts };
}

/** The parts in which two packs differ. */
export const changedParts = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((part) => before[part] !== after[part])
    .sort();

const PART_WORDS: Readonly<Record<string, string>> = {
  framework: 'the framework',
  figures: 'the figures',
  risks: 'the open risks',
  waivers: 'the waivers',
  conditions: 'the conditions',
  roles: 'who holds which role',
  attachments: 'the attachments',
  levels: 'the levels of the criteria',
};

/** A part of the pack in words: "the figures", "what “Name a sponsor” rests on". */
export function partInWords(part: string, external: External): string {
  const id = part.startsWith('criterion:') ? part.slice('criterion:'.length) : undefined;
  if (id === undefined) return PART_WORDS[part] ?? part;
  const data = external.framework.criteria.find((each) => each.id === id);
  return `what “${data?.task ?? id}” reads`;
}
