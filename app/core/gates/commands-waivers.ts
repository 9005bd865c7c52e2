import { z } from 'zod';
import { lineSchema } from '../answers/text';
import type { Role } from '../access/directory';
import { holdsRole, ROLE_WORDS } from '../access/may';
import { acceptUnless } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { holders } from '../people/state';
import type { Project } from '../project/state';
import { addDays, formatDay, isoDaySchema } from '../time/iso-day';
import { assess, criteriaAt, waiverInForce } from './assess';
import { saysWhy } from './commands-submission';
import type { CriterionData } from './framework';
import { gateNumberSchema, type GateNumber } from './gate-number';
import type { Outcome } from './outcome';

/** Whether a person owns a criterion, or recorded the fact that fails it: they may not waive it. */
function ownsIt(
  project: Project,
  criterion: CriterionData,
  outcome: Outcome | undefined,
  person: string,
  context: Context,
): boolean {
  const { directory } = context.external;
  // The Section 151 officer may do what finance may, and does not thereby own what finance owns.
  const holdsOwn =
    criterion.owner === 'finance'
      ? directory[person]?.roles.includes('finance') === true
      : holdsRole(directory, person, criterion.owner, project, context.today);
  const ownerRole = holdsOwn && criterion.owner !== criterion.authority;
  const named = outcome?.obstacles.some(
    (each) => each.by.some((mender) => mender.person === person) || each.recordedBy?.includes(person),
  );
  return ownerRole || named === true;
}

/** Everybody who could waive in a role, by the directory and the project. */
const peopleIn = (project: Project, role: Role, context: Context): readonly string[] =>
  Object.keys(context.external.directory).filter((person) =>
    holdsRole(context.external.directory, person, role, project, context.today),
  );

/**
 * Rule 8: the role in which a person may waive: the criterion's authority; if every holder of it is barred or there is
 * none, the Section 151 officer; else a second PMO officer. Undefined when they may not.
 */
function waivingRole(
  project: Project,
  criterion: CriterionData,
  outcome: Outcome | undefined,
  context: Context,
): Role | undefined {
  const { person } = context.actor;
  const candidates: readonly Role[] = [...(criterion.authority ? [criterion.authority] : []), 's151', 'pmo'];
  for (const role of candidates) {
    const free = peopleIn(project, role, context).filter(
      (each) => !ownsIt(project, criterion, outcome, each, context),
    );
    if (free.length > 0) return free.includes(person) ? role : undefined;
  }
  return undefined;
}

function notWaivable(
  criterion: CriterionData | undefined,
  outcome: Outcome | undefined,
  project: Project,
  gate: GateNumber,
  context: Context,
): readonly Refusal[] {
  if (!criterion || !outcome)
    return [refusal('no-such-row', `Gate ${gate} asks for no such criterion.`, { field: 'criterion' })];
  if (outcome.level === 'mandatory') {
    return [
      refusal('waiver-not-allowed', `“${criterion.task}” is mandatory: nobody can waive it.`, {
        criterion: criterion.id,
      }),
    ];
  }
  if (waiverInForce(project, criterion.id, gate, context.today)) {
    return [
      refusal('already-so', `“${criterion.task}” is waived for this gate already.`, {
        criterion: criterion.id,
      }),
    ];
  }
  if (outcome.passes) {
    return [
      refusal(
        'waiver-not-allowed',
        `“${criterion.task}” does not stop this gate; there is nothing to waive.`,
        { criterion: criterion.id },
      ),
    ];
  }
  return [];
}

export const waiveCriterion = projectCommand({
  name: 'waive-criterion',
  title: 'Waive',
  purpose:
    'Waives one waivable criterion for one gate, by its authority, with a reason, an expiry, and what will be done instead, by whom and when.',
  who: ['sponsor', 'finance', 's151', 'pmo'],
  input: z.object({
    gate: gateNumberSchema,
    criterion: lineSchema(100),
    why: saysWhy('Say why it is waived'),
    expires: isoDaySchema,
    instead: z.object({
      what: saysWhy('Say what will be done instead'),
      owner: lineSchema(100),
      due: isoDaySchema,
    }),
  }),
  reads: 'exact',
  decide(project, { gate, criterion: id, why, expires, instead }, context) {
    const criterion = criteriaAt(context.external.framework, gate).find((each) => each.id === id);
    const outcome = assess(project, gate, context.external, context.today).find(
      (each) => each.criterion === id,
    );
    const refusals: Refusal[] = [...notWaivable(criterion, outcome, project, gate, context)];
    const days = context.external.framework.waiverDays;
    const last = addDays(context.today, days);
    if (project.gates.records[gate].standing.state === 'approved') {
      refusals.push(
        refusal('not-legal-now', `Gate ${gate} is approved; there is nothing to waive.`, {
          fix: { screen: 'gate', gate },
        }),
      );
    }
    if (expires < context.today)
      refusals.push(refusal('contradiction', 'A waiver ends today or later.', { field: 'expires' }));
    if (expires > last) {
      refusals.push(
        refusal('waiver-too-long', `A waiver lasts at most ${days} days: until ${formatDay(last)}.`, {
          field: 'expires',
        }),
      );
    }
    if (instead.due < context.today) {
      refusals.push(
        refusal('contradiction', 'What is done instead is due today or later.', { field: 'instead.due' }),
      );
    }
    if (!context.external.directory[instead.owner]?.active) {
      refusals.push(
        refusal('unknown-person', 'Who does it instead has an active account.', { field: 'instead.owner' }),
      );
    }
    const role = criterion && waivingRole(project, criterion, outcome, context);
    if (criterion && !role) refusals.push(notTheAuthority(project, criterion, outcome, context));
    return acceptUnless(refusals, () => [
      happened('criterion-waived', {
        waiverId: context.ids(),
        criterion: id,
        gate,
        role: role!,
        expires,
        insteadOwner: instead.owner,
        insteadDue: instead.due,
        words: { why, instead: instead.what },
      }),
    ]);
  },
});

function notTheAuthority(
  project: Project,
  criterion: CriterionData,
  outcome: Outcome | undefined,
  context: Context,
): Refusal {
  const authority = criterion.authority ?? 's151';
  if (ownsIt(project, criterion, outcome, context.actor.person, context)) {
    return refusal(
      'separation-of-duties',
      'Nobody waives what they own or whose failing fact they recorded.',
      {
        criterion: criterion.id,
        by: [{ role: 's151' }],
      },
    );
  }
  return refusal(
    'not-permitted',
    `“${criterion.task}” is waived by ${ROLE_WORDS[authority]}; where they are barred, by the Section 151 officer, else a second PMO officer.`,
    {
      criterion: criterion.id,
      by:
        holders(project.people, 'sponsor').length === 1 && authority === 'sponsor'
          ? [{ role: authority, person: holders(project.people, 'sponsor')[0]! }]
          : [{ role: authority }],
    },
  );
}

export const withdrawWaiver = projectCommand({
  name: 'withdraw-waiver',
  title: 'Withdraw the waiver',
  purpose: 'Who gave a waiver withdraws it, with the reason; the criterion stands again.',
  who: ['sponsor', 'finance', 's151', 'pmo'],
  input: z.object({ waiverId: lineSchema(100), why: saysWhy('Say why the waiver is withdrawn') }),
  reads: ['gates'],
  decide(project, { waiverId, why }, context) {
    const waiver = project.gates.waivers.find((each) => each.id === waiverId);
    return acceptUnless(
      [
        ...(waiver ? [] : [refusal('no-such-row', 'There is no such waiver on this project.')]),
        ...(waiver?.withdrawn ? [refusal('already-so', 'The waiver is withdrawn already.')] : []),
        ...(waiver &&
        waiver.by !== context.actor.person &&
        !holdsRole(context.external.directory, context.actor.person, waiver.role, project, context.today)
          ? [
              refusal('not-permitted', 'A waiver is withdrawn by who gave it, or who holds their role.', {
                by: [{ role: waiver.role, person: waiver.by }],
              }),
            ]
          : []),
      ],
      () => [happened('waiver-withdrawn', { waiverId, words: { why } })],
    );
  },
});

export const waiverCommands = [waiveCriterion, withdrawWaiver];
