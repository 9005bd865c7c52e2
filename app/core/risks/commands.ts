import { z } from 'zod';
import { listOf, rolesOf, ROLE_WORDS } from '../access/may';
import type { Role } from '../access/directory';
import { canonicalJson } from '../answers/canonical';
import { lineSchema, textSchema } from '../answers/text';
import { accept, acceptUnless, refuse } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import type { ProjectCommand } from '../project/command';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { rowById } from '../project/row';
import type { Project } from '../project/state';
import { partialDateSchema } from '../time/partial-date';
import { notActivePerson } from '../registers/owner';
import { personField, proseField, saysSomething } from '../registers/fields';
import { riskScore } from './score';
import { isOpen, type Risk } from './state';

const MANY_RISKS = 500;
const riskId = lineSchema(100);
const why = saysSomething(textSchema(10_000));
const rating = (what: string) =>
  z
    .int({ error: `${what} is a whole number from 1 to 5` })
    .min(1, { error: `${what} is from 1 to 5` })
    .max(5, { error: `${what} is from 1 to 5` });

const terms = {
  ref: saysSomething(lineSchema(20)).optional(),
  risk: proseField,
  mitigation: textSchema(20_000).optional(),
  likelihood: rating('Likelihood').optional(),
  impact: rating('Impact').optional(),
  statedTotal: z
    .int({ error: 'The stated total is a whole number' })
    .min(0, { error: 'The stated total is 0 or more' })
    .max(1000, { error: 'The stated total is 1,000 or less' })
    .optional(),
  owner: personField.optional(),
  due: partialDateSchema.optional(),
};
const termsInput = z.object(terms);
type TermsInput = z.infer<typeof termsInput>;

/** Why a risk cannot be changed: not there, withdrawn or closed. */
export function notOpen(project: Project, id: string): readonly Refusal[] {
  const risk = rowById(project.risks, id);
  if (!risk) return [noSuchRisk];
  return isOpen(risk)
    ? []
    : [refusal('withdrawn-row', `Risk ${risk.ref} is closed or withdrawn.`, fixAt(id))];
}

const fixAt = (row: string) => ({ fix: { screen: 'risks' as const, row } });
const noSuchRisk = refusal('no-such-row', 'There is no such risk on this project.', {
  fix: { screen: 'risks' },
});

/** Why a risk's terms cannot stand: an owner who is not active, a ref that another risk has. */
function notFit(
  project: Project,
  input: TermsInput,
  id: string | undefined,
  context: Context,
): readonly Refusal[] {
  const twin = project.risks.find((risk) => risk.ref === input.ref && risk.id !== id && !risk.withdrawn);
  return [
    ...notActivePerson(input.owner, context),
    ...(twin
      ? [refusal('duplicate', `There is a risk ${twin.ref} already.`, { field: 'ref', ...fixAt(twin.id) })]
      : []),
  ];
}

/** The terms as an event carries them; what was not given is left out. */
const bodyOf = (id: string, ref: string, { risk, mitigation, ...figures }: TermsInput) => ({
  riskId: id,
  ...figures,
  ref,
  words: { risk, ...(mitigation === undefined ? {} : { mitigation }) },
});

const nextRef = (project: Project): string =>
  String(
    1 + Math.max(0, ...project.risks.map((risk) => (/^\d{1,6}$/.test(risk.ref) ? Number(risk.ref) : 0))),
  );

const recordRisk = projectCommand({
  name: 'record-risk',
  title: 'Record risk',
  purpose:
    'Records a risk with its rating, owner, mitigation and due date; without a ref it takes the next number.',
  who: ['lead', 'pmo'],
  input: termsInput,
  reads: ['risks'],
  decide: (project, input, context) =>
    acceptUnless(
      [
        ...notFit(project, input, undefined, context),
        ...(project.risks.length >= MANY_RISKS
          ? [
              refusal('limit-reached', `A project holds up to ${MANY_RISKS} risks.`, {
                fix: { screen: 'risks' },
              }),
            ]
          : []),
      ],
      () => [
        happened('risk-recorded', {
          ...bodyOf(context.ids(), input.ref ?? nextRef(project), input),
          fromDocument: false,
        }),
      ],
    ),
});

// Of an unknown rating nobody can say that it has not risen.
const rises = (before: number | undefined, after: number | undefined): boolean =>
  before !== undefined && (after === undefined || after > before);

/** Whether a change leaves something else than what the sponsor accepted: a higher rating, or another risk in its place. */
const lapses = (risk: Risk, input: TermsInput): boolean =>
  risk.accepted !== undefined &&
  (rises(risk.likelihood, input.likelihood) || rises(risk.impact, input.impact) || risk.risk !== input.risk);

const sameTerms = (risk: Risk, ref: string, input: TermsInput): boolean =>
  canonicalJson({
    ref: risk.ref,
    risk: risk.risk,
    mitigation: risk.mitigation,
    likelihood: risk.likelihood,
    impact: risk.impact,
    statedTotal: risk.statedTotal,
    owner: risk.owner,
    due: risk.due,
  }) === canonicalJson({ ...input, ref });

function notTheirs(project: Project, risk: Risk | undefined, context: Context): readonly Refusal[] {
  const permitted: readonly Role[] = ['lead', 'pmo'];
  const roles = rolesOf(context.external.directory, context.actor.person, project, context.today);
  const may = permitted.some((role) => roles.includes(role)) || risk?.owner === context.actor.person;
  return may
    ? []
    : [
        refusal(
          'not-permitted',
          `Changing a risk is for ${listOf([...permitted.map((role) => ROLE_WORDS[role]), "the risk's owner"])}.`,
          {
            by: [
              ...permitted.map((role) => ({ role })),
              ...(risk?.owner ? [{ role: 'owner', person: risk.owner }] : []),
            ],
          },
        ),
      ];
}

const amendRisk = projectCommand({
  name: 'amend-risk',
  title: 'Change risk',
  purpose:
    'Sets a risk’s terms anew, for its lead, PMO or owner; a higher rating or another statement ends the sponsor’s acceptance.',
  who: ['anyone'],
  input: z.object({ riskId, ...terms }),
  reads: ['risks'],
  decide(project, { riskId: id, ...input }, context) {
    const risk = rowById(project.risks, id);
    const refusals = [
      ...notOpen(project, id),
      ...notTheirs(project, risk, context),
      ...notFit(project, input, id, context),
    ];
    if (refusals.length > 0 || !risk) return refuse(...refusals);
    const ref = input.ref ?? risk.ref;
    if (sameTerms(risk, ref, input)) return accept();
    return accept(
      happened('risk-amended', { ...bodyOf(id, ref, input), lapsesAcceptance: lapses(risk, input) }),
    );
  },
});

const acceptRisk = projectCommand({
  name: 'accept-risk',
  title: 'Accept risk',
  purpose:
    'The sponsor accepts a risk at its score; the acceptance ends when the likelihood or impact rises.',
  who: ['sponsor'],
  input: z.object({ riskId, why }),
  reads: ['risks'],
  decide(project, { riskId: id, why: reason }, context) {
    const risk = rowById(project.risks, id);
    const score = risk && riskScore(risk, context.external.framework.riskScheme);
    const unscored = risk !== undefined && score === undefined;
    const refusals = [
      ...notOpen(project, id),
      ...(unscored
        ? [
            refusal('not-answered', `Risk ${risk.ref} has no score: give its likelihood and impact first.`, {
              fix: { screen: 'risks', row: id, field: 'likelihood' },
              by: [{ role: 'lead' }],
            }),
          ]
        : []),
    ];
    if (refusals.length > 0 || score === undefined) return refuse(...refusals);
    if (risk?.accepted?.score === score && risk.accepted.why === reason) return accept();
    return accept(happened('risk-accepted', { riskId: id, score, words: { why: reason } }));
  },
});

const closeRisk = projectCommand({
  name: 'close-risk',
  title: 'Close risk',
  purpose:
    'Closes a risk that can no longer happen, with the reason; only the sponsor does where it stops the next gate.',
  who: ['lead', 'pmo', 'sponsor'],
  input: z.object({ riskId, why }),
  reads: ['risks'],
  decide: (project, { riskId: id, why: reason }) =>
    acceptUnless(notOpen(project, id), () => [
      happened('risk-closed', { riskId: id, words: { why: reason } }),
    ]),
});

const reopenRisk = projectCommand({
  name: 'reopen-risk',
  title: 'Reopen risk',
  purpose: 'Opens a closed risk again, with the reason; the sponsor has then not accepted it.',
  who: ['lead', 'pmo'],
  input: z.object({ riskId, why }),
  reads: ['risks'],
  decide(project, { riskId: id, why: reason }) {
    const risk = rowById(project.risks, id);
    if (!risk) return refuse(noSuchRisk);
    if (risk.withdrawn) return refuse(refusal('withdrawn-row', `Risk ${risk.ref} is withdrawn.`, fixAt(id)));
    if (!risk.closed) return refuse(refusal('already-so', `Risk ${risk.ref} is open.`, fixAt(id)));
    return accept(happened('risk-reopened', { riskId: id, words: { why: reason } }));
  },
});

const withdrawRisk = projectCommand({
  name: 'withdraw-risk',
  title: 'Withdraw risk',
  purpose:
    'Withdraws a risk that should not have been recorded, with the reason; only the sponsor does where it stops the next gate.',
  who: ['lead', 'pmo', 'sponsor'],
  input: z.object({ riskId, why }),
  reads: ['risks'],
  decide(project, { riskId: id, why: reason }) {
    const risk = rowById(project.risks, id);
    if (!risk) return refuse(noSuchRisk);
    if (risk.withdrawn)
      return refuse(refusal('withdrawn-row', `Risk ${risk.ref} is withdrawn already.`, fixAt(id)));
    return accept(happened('risk-withdrawn', { riskId: id, words: { why: reason } }));
  },
});

/** The commands of risks. */
export const risksCommands: readonly ProjectCommand[] = [
  recordRisk,
  amendRisk,
  acceptRisk,
  closeRisk,
  reopenRisk,
  withdrawRisk,
];
