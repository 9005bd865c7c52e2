import type { IsoDay } from '../time/iso-day';
import { intervalOf, isWhollyPast, type PartialDate } from '../time/partial-date';
import { refusal, type Refusal } from '../command/refusal';
import { bindingBaseline } from '../gates/baseline';
import type { GateNumber } from '../gates/gate-number';
import { rowById, type Row } from '../project/row';
import type { Project } from '../project/state';

const fixOf = (row?: string) => ({ screen: 'schedule', ...(row === undefined ? {} : { row }) }) as const;

/** Why a row of the schedule cannot be changed: not there, or withdrawn. */
export function notStanding(
  rows: readonly (Row & { readonly title: string })[],
  id: string,
  what: string,
): readonly Refusal[] {
  const row = rowById(rows, id);
  if (!row) return [refusal('no-such-row', `There is no such ${what} on this project.`, { fix: fixOf() })];
  return row.withdrawn ? [refusal('withdrawn-row', `“${row.title}” is withdrawn.`, { fix: fixOf(id) })] : [];
}

export const notStandingDeliverable = (project: Project, id: string): readonly Refusal[] =>
  notStanding(project.schedule.deliverables, id, 'deliverable');
export const notStandingMilestone = (project: Project, id: string): readonly Refusal[] =>
  notStanding(project.schedule.milestones, id, 'milestone');

/** Why a gate's date is not moved: it is decided. */
export const gateDecided = (project: Project, gate: GateNumber): readonly Refusal[] =>
  project.gates.records[gate].standing.state === 'approved'
    ? [
        refusal('not-legal-now', `Gate ${gate} is decided; its dates stay as they are.`, {
          fix: { screen: 'gate', gate },
        }),
      ]
    : [];

/** Why a target is not moved: the baseline binds, and only a change request moves it. */
export const baselineBinds = (project: Project, what: string): readonly Refusal[] =>
  bindingBaseline(project) === undefined
    ? []
    : [
        refusal(
          'baseline-binds',
          `${what} is in the baseline of Gate 3: forecast a new date, or ask for a change request.`,
          { fix: { screen: 'changes' }, by: [{ role: 'sponsor' }] },
        ),
      ];

/** Why a date that has come about is not taken: it lies wholly in the future. */
export const notYet = (date: PartialDate, today: IsoDay, field: string, row?: string): readonly Refusal[] =>
  intervalOf(date).from > today
    ? [refusal('contradiction', 'What has happened cannot lie in the future.', { field, fix: fixOf(row) })]
    : [];

/** Why a forecast is not taken: it is wholly past. */
export const alreadyPast = (
  date: PartialDate | null | undefined,
  today: IsoDay,
  field: string,
  row?: string,
): readonly Refusal[] =>
  date && isWhollyPast(date, today)
    ? [
        refusal('contradiction', 'A forecast cannot be wholly past: record what happened, or a later date.', {
          field,
          fix: fixOf(row),
        }),
      ]
    : [];

/** Why evidence is not taken: an attachment that is not there, or neither attachment nor note. */
export function cannotRestOn(
  project: Project,
  evidence: readonly string[],
  note: string,
): readonly Refusal[] {
  const { attachments } = project.evidence;
  const missing = evidence.some((id) => !attachments.some((each) => each.id === id && !each.withdrawn));
  return [
    ...(missing
      ? [
          refusal('no-such-row', 'An attachment named as evidence is not on this project, or is withdrawn.', {
            field: 'evidence',
            fix: { screen: 'documents' },
          }),
        ]
      : []),
    ...(evidence.length === 0 && note.trim() === ''
      ? [
          refusal('narrative-required', 'Attach evidence, or write a note that names it.', {
            field: 'note',
            fix: fixOf(),
          }),
        ]
      : []),
  ];
}

/** Why somebody cannot own a row: no active account. */
export const notActive = (
  directory: Readonly<Record<string, { readonly active: boolean }>>,
  person: string | undefined,
): readonly Refusal[] =>
  person === undefined || directory[person]?.active
    ? []
    : [refusal('unknown-person', 'There is no active account for the owner.', { field: 'ownerId' })];
