import type { Reason } from '../command/refusal';
import type { GateNumber } from '../gates/gate-number';
import { counted, standing } from '../project/row';
import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';

/** The parts that are played on the whole way: one person each, as in a demonstration. */
export const PARTS = [
  'pmo',
  'finance',
  's151',
  'sponsor',
  'lead',
  'bau-owner',
  'benefit-owner',
  'assurer',
] as const;
export type Part = (typeof PARTS)[number];

/** The id of who plays a part; a scenario's people are called after their parts. */
export type Cast = (part: Part) => string;

/** One command of the whole way. Its input is read off the record as it stands, so that ids need not be known. */
export interface Step {
  readonly story: string;
  readonly day: IsoDay;
  readonly as: Part;
  readonly command: string;
  input(project: Project, cast: Cast): unknown;
  /** The step is refused, for exactly these reasons and criteria; the way goes on from where it stood. */
  readonly refused?: { readonly reasons: readonly Reason[]; readonly criteria: readonly string[] };
}

type Input = unknown | ((project: Project, cast: Cast) => unknown);

/** Steps of one day, told in order. */
export function onDay(day: IsoDay) {
  return (as: Part, command: string, story: string, input: Input, refused?: Step['refused']): Step => ({
    story,
    day,
    as,
    command,
    input: typeof input === 'function' ? (input as Step['input']) : () => input,
    ...(refused ? { refused } : {}),
  });
}

/** The only one there is; the way is written for one record, and says when that is not as it expects. */
export function only<T>(found: readonly T[], what: string): T {
  if (found.length !== 1) throw new Error(`The way expects one ${what}; there are ${found.length}`);
  return found[0]!;
}

type Line = Project['money']['lines'][number];

/** The line of a kind and timing: the form has one of each. */
export const lineOf = (project: Project, timing: Line['timing'], kind: Line['kind']): Line =>
  only(
    standing(project.money.lines).filter((line) => line.timing === timing && line.kind === kind),
    `${timing} ${kind}`,
  );

export const theSaving = (project: Project): Line => lineOf(project, 'recurring', 'saving');

/** The deliverable whose title begins so. */
export const deliverable = (project: Project, begins: string) =>
  only(
    standing(project.schedule.deliverables).filter((row) => row.title.startsWith(begins)),
    `deliverable “${begins}…”`,
  );

/** The appointment of a role that waits to be accepted. */
export const waiting = (project: Project, role: string): { appointmentId: string } => ({
  appointmentId: only(
    project.people.filter((each) => each.role === role && !each.accepted && !each.declined && !each.ended),
    `appointment as ${role}`,
  ).id,
});

/** The claimed benefit of a category. */
export const benefit = (project: Project, category: string) =>
  only(
    standing(project.benefits).filter((row) => row.category === category),
    `benefit ${category}`,
  );

/** The confirmed cost baseline of social care, which the form names. */
export const socialCare = (project: Project) =>
  only(
    counted(project.registers.costBaselines).filter(
      (row) => row.amount.state === 'given' && row.suggestedFrom,
    ),
    'cost baseline of the form',
  );

/** The attachment of a name. */
export const attachment = (project: Project, name: string): string =>
  only(
    standing(project.evidence.attachments).filter((each) => each.name === name),
    `attachment “${name}”`,
  ).id;

/** The attestation of a criterion that nobody has marked seen. */
export const unseen = (criterion: string) => (project: Project) => ({
  attestationId: only(
    project.evidence.attestations.filter(
      (each) => each.criterion === criterion && !each.withdrawn && !each.seen,
    ),
    `unseen attestation of ${criterion}`,
  ).id,
});

/** An attestation's input: a note, and what the criterion asks for. */
export const attestation = (
  gate: GateNumber,
  criterion: string,
  note: string,
  particulars: Readonly<Record<string, string>> = {},
  attachments: readonly string[] = [],
) => ({ gate, criterion, note, particulars, attachments });

/** An approval's input: on the pack that lies before the deciders. */
export const approval =
  (gate: GateNumber, role: 'sponsor' | 'finance' | 's151', more: (cast: Cast) => object = () => ({})) =>
  (project: Project, cast: Cast) => {
    const { standing: at } = project.gates.records[gate];
    return {
      gate,
      role,
      packDigest: at.state === 'submitted' ? at.submission.pack.digest : '',
      narrative: `Approved at Gate ${gate} on the pack as submitted.`,
      conditions: [],
      ...more(cast),
    };
  };

/** A money figure as a person enters it, in pounds. */
export const pounds = (amount: number) => ({ state: 'given' as const, value: amount * 100 });
export const NONE = { state: 'none' as const };

/** A validation by confidence of each named year, as the figures now stand. */
export const confidenceOf = (line: Line, fys: readonly number[], confidence: number) => ({
  lineId: line.id,
  cells: fys.map((fy) => ({ fy, confidence, seen: line.cells[fy]?.proposed.seq ?? 0 })),
});
