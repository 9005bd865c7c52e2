import { z } from 'zod';
import { holdsRole, menderFor, ROLE_WORDS } from '../access/may';
import type { Role } from '../access/directory';
import { lineSchema, textSchema } from '../answers/text';
import { accept, acceptUnless, refuse } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { ruleById } from '../case-check/check';
import type { Finding } from '../case-check/rule';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { saysSomething } from '../registers/fields';
import { explanationAuthority } from './authority';
import { explanationOf } from './open-findings';
import type { FindingExplanation } from './state';

const EXPLAINERS: readonly Role[] = ['lead', 'pmo', 'finance', 'sponsor', 'bau-owner', 'benefit-owner'];
/** Everybody an explanation of some rule may be for to accept. */
const AUTHORITIES: readonly Role[] = ['finance', 's151', 'pmo', 'sponsor'];
const why = saysSomething(textSchema(10_000));

/** The finding as the case check has it now. */
const findingNow = (project: Project, rule: string, subject: string, context: Context): Finding | undefined =>
  ruleById(rule)
    ?.find(project, { ...context.external, today: context.today })
    .find((each) => each.subject === subject);

const explainFinding = projectCommand({
  name: 'explain-finding',
  title: 'Explain finding',
  purpose:
    'Explains a finding of the case check as it stands; where a criterion reads it, it counts once its authority accepts it.',
  who: EXPLAINERS,
  input: z.object({ rule: lineSchema(100), subject: lineSchema(100), why }),
  reads: ['case', 'schedule', 'finance', 'benefits', 'risks', 'registers', 'findings'],
  decide(project, { rule, subject, why: reason }, context) {
    const finding = findingNow(project, rule, subject, context);
    if (!finding) {
      return refuse(
        refusal('no-such-row', 'The case check finds no such thing on this record now.', {
          fix: { screen: 'overview' },
        }),
      );
    }
    const standing = explanationOf(project, finding);
    if (standing && standing.by === context.actor.person && standing.why === reason) return accept();
    return accept(
      happened('finding-explained', {
        explanationId: context.ids(),
        rule,
        subject,
        rests: finding.rests,
        words: { why: reason },
      }),
    );
  },
});

/** Why an explanation cannot be acted on: not there, or withdrawn. */
function notStanding(explanation: FindingExplanation | undefined): readonly Refusal[] {
  if (!explanation)
    return [refusal('no-such-row', 'There is no such explanation.', { fix: { screen: 'overview' } })];
  return explanation.withdrawn
    ? [refusal('withdrawn-row', 'This explanation is withdrawn.', { fix: { screen: 'overview' } })]
    : [];
}

function notTheirsToAccept(
  project: Project,
  explanation: FindingExplanation,
  context: Context,
): readonly Refusal[] {
  const authority = explanationAuthority(explanation.rule, context.external.framework);
  if (!authority)
    return [refusal('already-so', 'No criterion reads this finding: its explanation counts as it stands.')];
  const finding = findingNow(project, explanation.rule, explanation.subject, context);
  const fix = finding ? { fix: finding.fix } : {};
  const refusals: Refusal[] = [];
  if (explanation.by === context.actor.person) {
    refusals.push(
      refusal('separation-of-duties', 'Nobody accepts their own explanation.', {
        ...fix,
        by: [{ role: authority }],
      }),
    );
  }
  if (!holdsRole(context.external.directory, context.actor.person, authority, project, context.today)) {
    refusals.push(
      refusal('not-permitted', `An explanation of this finding is for ${ROLE_WORDS[authority]} to accept.`, {
        ...fix,
        by: [menderFor(authority, project)],
      }),
    );
  }
  if (finding?.rests !== explanation.rests) {
    refusals.push(
      refusal(
        'stale-figure',
        'The facts have changed since it was explained: it is explained again first.',
        fix,
      ),
    );
  }
  return refusals;
}

const acceptExplanation = projectCommand({
  name: 'accept-explanation',
  title: 'Accept explanation',
  purpose:
    'Finance where money is concerned, else the authority of the criterion that reads it, accepts an explanation.',
  who: AUTHORITIES,
  input: z.object({ explanationId: lineSchema(100) }),
  reads: ['case', 'schedule', 'finance', 'benefits', 'risks', 'registers', 'findings'],
  decide(project, { explanationId }, context) {
    const explanation = project.explanations.find((each) => each.id === explanationId);
    const refusals = [
      ...notStanding(explanation),
      ...(explanation && !explanation.withdrawn ? notTheirsToAccept(project, explanation, context) : []),
    ];
    if (refusals.length > 0 || !explanation) return refuse(...refusals);
    const role = explanationAuthority(explanation.rule, context.external.framework);
    if (explanation.accepted || !role) return accept();
    return accept(happened('explanation-accepted', { explanationId, role }));
  },
});

const withdrawExplanation = projectCommand({
  name: 'withdraw-explanation',
  title: 'Withdraw explanation',
  purpose: 'Withdraws an explanation, by its author, its authority or PMO; the finding is open again.',
  who: [...new Set([...EXPLAINERS, ...AUTHORITIES])],
  input: z.object({ explanationId: lineSchema(100), why }),
  reads: ['findings'],
  decide(project, { explanationId, why: reason }, context) {
    const explanation = project.explanations.find((each) => each.id === explanationId);
    const holds = (role: Role) =>
      holdsRole(context.external.directory, context.actor.person, role, project, context.today);
    const authority = explanation && explanationAuthority(explanation.rule, context.external.framework);
    const theirs =
      !explanation ||
      explanation.by === context.actor.person ||
      holds('pmo') ||
      (authority !== undefined && holds(authority));
    return acceptUnless(
      [
        ...notStanding(explanation),
        ...(theirs
          ? []
          : [
              refusal(
                'not-permitted',
                'It is withdrawn by its author, by who accepts it, or by a PMO officer.',
                {
                  by: [{ role: 'author', person: explanation.by }, { role: 'pmo' }],
                },
              ),
            ]),
      ],
      () => [happened('explanation-withdrawn', { explanationId, words: { why: reason } })],
    );
  },
});

/** The commands about explained findings. */
export const findingsCommands: readonly ProjectCommand[] = [
  explainFinding,
  acceptExplanation,
  withdrawExplanation,
];
