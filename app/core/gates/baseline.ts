import { digestOf } from '../answers/digest';
import { isClaimed } from '../benefits/state';
import { isStale } from '../finance/state';
import { counted, standing, type Mark } from '../project/row';
import type { Project } from '../project/state';
import { currentGateDate } from '../schedule/state';
import type { PartialDate } from '../time/partial-date';
import type { Answer } from '../answers/answer';
import { GATE_NUMBERS, type GateNumber } from './gate-number';
import type { Baseline } from './state';

/** The baseline that binds: Gate 3's, or what a change request moved it to, while Gate 3 stands approved. */
export const bindingBaseline = (project: Project): Baseline | undefined =>
  project.gates.records[3].standing.state === 'approved'
    ? project.gates.baselines.filter((each) => each.gate === 3).at(-1)
    : undefined;

/** The newest picture kept at a gate; undefined while it is not approved. */
export const baselineAt = (project: Project, gate: GateNumber): Baseline | undefined =>
  project.gates.records[gate].standing.state === 'approved'
    ? project.gates.baselines.filter((each) => each.gate === gate).at(-1)
    : undefined;

const dateOf = (answer: Answer<PartialDate>): PartialDate | null =>
  answer.state === 'given' ? answer.value : null;

/**
 * A digest of each part of "the case" in the sense of case-unchanged: objectives, scope, preferred option, each line's
 * proposal and terms, each claimed benefit's target. Finance's series, risks, evidence and progress are not the case.
 */
export function casePartsOf(project: Project): Readonly<Record<string, string>> {
  const { text } = project.case;
  const preferred = counted(project.registers.options).filter((each) => each.isPreferred);
  const parts: Record<string, string> = {
    objectives: digestOf(text.objectives.answer),
    scope: digestOf([text.scopeIn.answer, text.scopeOut.answer]),
    'preferred option': digestOf(preferred.map((each) => [each.id, each.title, each.description])),
  };
  for (const line of standing(project.money.lines)) {
    const {
      kind,
      timing,
      category,
      convention,
      costCentre,
      costBaseline,
      startMonth,
      fullYearEffect,
      adopted,
    } = line;
    // A blank year is no proposal: finance may have opened its cell for a figure of its own.
    const cells = Object.entries(line.cells)
      .filter(([, cell]) => cell.proposed.answer.state !== 'blank')
      .map(([fy, cell]) => [fy, cell.proposed.answer]);
    parts[`line ${line.id}`] = digestOf({
      terms: { kind, timing, category, convention, costCentre, costBaseline, startMonth, fullYearEffect },
      adopted: adopted !== undefined,
      cells,
    });
  }
  for (const benefit of standing(project.benefits).filter(isClaimed)) {
    parts[`benefit ${benefit.id}`] = digestOf({
      target: benefit.target ?? null,
      realisation: benefit.realisation,
    });
  }
  return parts;
}

const proposedOf = (project: Project): Baseline['proposed'] =>
  Object.fromEntries(
    standing(project.money.lines).map((line) => [
      line.id,
      Object.fromEntries(
        Object.entries(line.cells).map(([fy, { proposed }]) => [
          fy,
          proposed.answer.state === 'given' ? proposed.answer.value : null,
        ]),
      ),
    ]),
  );

const validatedOf = (project: Project): Baseline['validated'] =>
  Object.fromEntries(
    standing(project.money.lines).map((line) => [
      line.id,
      Object.fromEntries(
        Object.entries(line.cells).flatMap(([fy, cell]) =>
          cell.validated && !isStale(line, cell) ? [[fy, cell.validated.amount]] : [],
        ),
      ),
    ]),
  );

/** The picture of schedule, money and benefits as the project stands, kept at a gate. */
export const pictureOf = (project: Project, gate: GateNumber, mark: Mark, movedBy?: string): Baseline => ({
  gate,
  ...mark,
  gates: Object.fromEntries(
    GATE_NUMBERS.map((each) => [String(each), currentGateDate(project.schedule.gates[each]) ?? null]),
  ),
  deliverables: standing(project.schedule.deliverables).map((row) => ({
    id: row.id,
    start: row.forecastStart?.date ?? dateOf(row.start.answer),
    finish: row.forecastFinish?.date ?? dateOf(row.finish.answer),
  })),
  proposed: proposedOf(project),
  validated: validatedOf(project),
  benefits: standing(project.benefits)
    .filter(isClaimed)
    .map((each) => ({
      id: each.id,
      baseline: each.baseline ?? null,
      target: each.target ?? null,
      realisation: dateOf(each.realisation),
    })),
  caseParts: casePartsOf(project),
  ...(movedBy ? { movedBy } : {}),
});
