import { nameOf } from '../access/directory';
import { menderFor } from '../access/may';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { bindingBaseline } from '../gates/baseline';
import { nextGate } from '../gates/hands';
import { holders } from '../people/state';
import type { Project } from '../project/state';
import { formatFy, type Fy } from '../time/financial-year';
import { lineById } from './line';
import type { MoneyLine } from './state';

const atFinance = (row?: string) => ({ screen: 'finance' as const, ...(row === undefined ? {} : { row }) });

/** A line to work on, or why there is none: not on this project, or withdrawn. */
export function standingLine(
  project: Project,
  lineId: string,
):
  | { readonly line: MoneyLine; readonly refusals: readonly [] }
  | { readonly line?: undefined; readonly refusals: readonly Refusal[] } {
  const line = lineById(project, lineId);
  if (!line) {
    return {
      refusals: [
        refusal('no-such-row', 'There is no such money line on this project.', {
          field: 'lineId',
          fix: atFinance(),
        }),
      ],
    };
  }
  if (!line.withdrawn) return { line, refusals: [] };
  return {
    refusals: [
      refusal('withdrawn-row', `“${line.title}” is withdrawn: ${line.withdrawn.why}`, {
        fix: atFinance(lineId),
        by: [menderFor('lead', project)],
      }),
    ],
  };
}

/** Years outside the horizon, and years named twice. */
export function yearFaults(project: Project, fys: readonly Fy[], field = 'cells'): readonly Refusal[] {
  const outside = [...new Set(fys)].filter((fy) => !project.money.horizon.includes(fy));
  const twice = [...new Set(fys.filter((fy, index) => fys.indexOf(fy) !== index))];
  return [
    ...outside.map((fy) =>
      refusal('contradiction', `${formatFy(fy)} lies outside the horizon; extend the horizon first.`, {
        field,
        fix: { screen: 'finance', field: 'horizon' },
        by: [menderFor('lead', project), { role: 'pmo' }],
      }),
    ),
    ...twice.map((fy) => refusal('duplicate', `${formatFy(fy)} is given twice.`, { field })),
  ];
}

/** That a binding baseline holds the proposal: only a change request moves it. */
export const baselineBinds = (what: string, row?: string): Refusal =>
  refusal('baseline-binds', `Gate 3 set the binding baseline: ${what} only by a change request.`, {
    fix: { screen: 'changes', ...(row === undefined ? {} : { row }) },
    by: [{ role: 'lead' }],
  });

/** Whether a line is in the picture that binds. */
export const isBound = (project: Project, lineId: string): boolean =>
  bindingBaseline(project)?.proposed[lineId] !== undefined;

/** That a document's line has not been adopted yet. */
export const notAdopted = (project: Project, line: MoneyLine): readonly Refusal[] =>
  line.adopted
    ? []
    : [
        refusal('not-adopted', `“${line.title}” comes from a document and the lead has not adopted it.`, {
          fix: atFinance(line.id),
          by: [menderFor('lead', project)],
        }),
      ];

/** Whether a person leads the project, or has led it in the cycle now running: separation is over the cycle. */
function hasLed(project: Project, person: string): boolean {
  const gate = nextGate(project);
  const led = gate === undefined ? [] : project.gates.records[gate].hands.led;
  return holders(project.people, 'lead').includes(person) || led.includes(person);
}

/** That the lead does not do finance's part, whatever other role they hold. */
export const leadDoesNot = (project: Project, { actor }: Context, verb: string): readonly Refusal[] =>
  hasLed(project, actor.person)
    ? [
        refusal(
          'separation-of-duties',
          `The project's lead does not ${verb}; another finance officer does.`,
          {
            by: [{ role: 'finance' }],
          },
        ),
      ]
    : [];

/** That nobody does finance's part on what is their own. */
export const ownWork = ({ actor, external }: Context, verb: string, done: string): Refusal =>
  refusal(
    'separation-of-duties',
    `${nameOf(external.directory, actor.person)} ${done}; another finance officer has to ${verb}.`,
    { by: [{ role: 'finance' }] },
  );

/** Attachments that are not on the project or are withdrawn. */
export function attachmentFaults(
  project: Project,
  ids: readonly string[],
  field: string,
): readonly Refusal[] {
  return [...new Set(ids)].flatMap((id) => {
    const attachment = project.evidence.attachments.find((each) => each.id === id);
    if (attachment && !attachment.withdrawn) return [];
    return [
      refusal(
        attachment ? 'withdrawn-row' : 'no-such-row',
        attachment ? `“${attachment.name}” is withdrawn.` : 'There is no such attachment on this project.',
        { field, fix: { screen: 'documents' } },
      ),
    ];
  });
}
