import type { AppLoadContext } from '@remix-run/node';
import type { Role } from '~/core/access/directory';
import { rolesOf } from '~/core/access/may';
import type { Actor, External } from '~/core/command/context';
import type { Fix } from '~/core/command/refusal';
import { assess, criterionData, stopping } from '~/core/gates/assess';
import { undirected } from '~/core/gates/breaches';
import type { GateNumber } from '~/core/gates/gate-number';
import { nextGate } from '~/core/gates/hands';
import { requiredRoles } from '~/core/gates/separation';
import { formatMoney } from '~/core/money/format-money';
import type { Project } from '~/core/project/state';
import { formatFy } from '~/core/time/financial-year';
import { shortDay } from '~/core/time/iso-day';
import { formatPartial } from '~/core/time/partial-date';
import { changesToDecide } from '~db/queries/changes';
import { notValidated } from '~db/queries/projects';
import {
  conditionRegister,
  gatesToCome,
  ownedBy,
  scheduleRegister,
  submittedGates,
} from '~db/queries/registers';
import { benefitsDue, benefitsUnowned } from './my-benefits';
import { gateName } from './project-head';

/** One thing that waits, and where it is done. */
export interface WaitingThing {
  readonly key: string;
  readonly ref: string;
  readonly project: string;
  readonly fix: Fix;
  readonly title: string;
  readonly detail?: string;
  readonly when?: string;
  readonly late?: boolean;
}

/** Things of one kind, the most pressing first; `more` are not shown. */
export interface WaitingGroup {
  readonly id: string;
  readonly title: string;
  readonly things: readonly WaitingThing[];
  readonly more: number;
}

const MOST = 12;
/** Projects of one's own whose next gate is looked into. */
const MOST_OWN = 10;

const group = (id: string, title: string, all: readonly WaitingThing[]): readonly WaitingGroup[] =>
  all.length === 0 ? [] : [{ id, title, things: all.slice(0, MOST), more: Math.max(0, all.length - MOST) }];

interface Mine {
  readonly context: AppLoadContext;
  readonly person: string;
  readonly roles: readonly Role[];
  readonly owned: Awaited<ReturnType<typeof ownedBy>>;
}

/** What waits for the one who asks, by what they are named to, own and hold. */
export async function myWork(actor: Actor, context: AppLoadContext) {
  const { tracker, today } = context;
  const { directory } = await tracker.external();
  const roles = rolesOf(directory, actor.person, undefined, today);
  const mine: Mine = { context, person: actor.person, roles, owned: await ownedBy(tracker.db, actor.person) };
  const groups = [
    ...appointments(mine),
    ...(await toDecide(mine)),
    ...(await changeRequests(mine)),
    ...(await exceptions(mine)),
    ...(await conditions(mine)),
    ...(await validations(mine)),
    ...benefitsToAccept(mine),
    ...(await ownBenefits(mine)),
    ...(await unownedBenefits(mine)),
    ...(await blocks(mine)),
    ...deliverables(mine),
    ...(await late(mine)),
    ...(await toCome(mine)),
  ];
  return { groups };
}

const ROLE_NAMES: Readonly<Record<string, string>> = {
  sponsor: 'sponsor',
  lead: 'project lead',
  'bau-owner': 'BAU owner',
  'benefit-owner': 'benefit owner',
};

const appointments = ({ owned }: Mine) =>
  group(
    'appointments',
    'Appointments to accept or decline',
    owned.appointments
      .filter(({ appointment }) => appointment.state === 'named')
      .map(({ ref, projectTitle, appointment }) => ({
        key: appointment.id,
        ref,
        project: projectTitle,
        fix: { screen: 'people', row: appointment.id },
        title: `You are asked to be ${ROLE_NAMES[appointment.role] ?? appointment.role}`,
        when: `Since ${shortDay(appointment.day)}`,
      })),
  );

async function projectOf(
  { context }: Mine,
  id: string,
): Promise<{ project: Project; external: External } | undefined> {
  const project = await context.tracker.readState('project', id);
  return project ? { project, external: await context.tracker.external(project) } : undefined;
}

async function toDecide(mine: Mine) {
  const { context, person, roles } = mine;
  const things: WaitingThing[] = [];
  for (const { ref, projectTitle, sponsor, gate } of await submittedGates(context.tracker.db)) {
    if (sponsor !== person && !roles.includes('finance') && !roles.includes('s151')) continue;
    const read = await projectOf(mine, gate.project);
    const number = gate.gate as GateNumber;
    const where = read?.project.gates.records[number].standing;
    if (!read || where?.state !== 'submitted') continue;
    const wanted = requiredRoles(number, read).filter(
      (role) =>
        !where.approvals.some((each) => each.role === role && !each.void) &&
        (role === 'sponsor' ? sponsor === person : roles.includes(role)),
    );
    if (wanted.length === 0 || where.approvals.some((each) => each.by === person && !each.void)) continue;
    things.push({
      key: `${ref}-${number}`,
      ref,
      project: projectTitle,
      fix: { screen: 'gate', gate: number },
      title: `Decide Gate ${number}: ${gateName(read.external, number)}`,
      when: `Submitted ${shortDay(where.submission.day)}`,
    });
  }
  return group('decide', 'Gates to decide', things);
}

/** Change requests whose decision is wanted of the one who asks, but for those they asked for themselves. */
async function changeRequests({ context, person, roles }: Mine) {
  const asked = { person, s151: roles.includes('s151'), limit: MOST + 1 };
  const rows = await changesToDecide(context.tracker.db, asked);
  return group(
    'changes',
    'Changes to decide',
    rows
      .filter(({ change }) => change.by !== person)
      .map(({ ref, projectTitle, change }) => ({
        key: change.id,
        ref,
        project: projectTitle,
        fix: { screen: 'changes' as const, row: change.id },
        title: change.why.slice(0, 200),
        when: `Asked ${shortDay(change.day)}`,
      })),
  );
}

/** What stands beyond tolerance on projects one sponsors and has not been directed. */
async function exceptions(mine: Mine) {
  const sponsored = mine.owned.appointments.filter(
    ({ appointment, life }) =>
      appointment.state === 'accepted' && appointment.role === 'sponsor' && life === 'open',
  );
  const things: WaitingThing[] = [];
  for (const { ref, projectTitle, appointment } of sponsored.slice(0, MOST_OWN)) {
    const read = await projectOf(mine, appointment.project);
    if (!read) continue;
    for (const each of undirected(read.project, read.external.framework, mine.context.today)) {
      things.push({
        key: `${ref}/${each.key}`,
        ref,
        project: projectTitle,
        fix: { screen: 'changes', row: each.key.replace('/', '-') },
        title: each.because,
      });
    }
  }
  return group('exceptions', 'Beyond tolerance, for you to direct', things);
}

async function conditions({ context, owned, roles, person }: Mine) {
  const { tracker, today } = context;
  type Row = (typeof owned.conditions)[number];
  const thing = ({ ref, projectTitle, condition }: Row): WaitingThing => ({
    key: condition.id,
    ref,
    project: projectTitle,
    fix: { screen: 'gate', gate: condition.gate as GateNumber, row: condition.id },
    title: condition.what,
    when: `Due ${shortDay(condition.due)}`,
    late: condition.due < today,
  });
  const closed = roles.includes('pmo')
    ? (await conditionRegister(tracker.db, { openOnly: true, limit: 200 })).filter(
        ({ condition }) => condition.state === 'closed' && condition.owner !== person,
      )
    : owned.toConfirm;
  return [
    ...group('conditions', 'Conditions you own', owned.conditions.map(thing)),
    ...group('confirm', 'Conditions to confirm', closed.map(thing)),
  ];
}

async function validations({ context, roles }: Mine) {
  if (!roles.includes('finance')) return [];
  const figures = await notValidated(context.tracker.db);
  const things = figures.map(({ project, ref, line, title, fy, amount, stale }) => ({
    key: `${project}/${line}/${fy}`,
    ref,
    project: '',
    fix: { screen: 'finance' as const, row: line },
    title: `${title}, ${formatFy(fy)}`,
    detail: `${formatMoney(amount ?? 0)} proposed${stale ? '; changed since it was validated' : ''}`,
    stale: stale === true,
  }));
  return [
    ...group(
      'stale',
      'Figures changed since validated',
      things.filter((each) => each.stale),
    ),
    ...group(
      'validate',
      'Proposals to validate',
      things.filter((each) => !each.stale),
    ),
  ];
}

const benefitsToAccept = ({ owned }: Mine) =>
  group(
    'benefits',
    'Benefits you are asked to own',
    owned.benefits
      .filter(({ benefit }) => benefit.ownerState === 'proposed')
      .map(({ ref, projectTitle, benefit }) => ({
        key: benefit.id,
        ref,
        project: projectTitle,
        fix: { screen: 'benefits', row: benefit.id },
        title: (benefit.description ?? benefit.category).slice(0, 200),
      })),
  );

/** What is due of the benefits one has accepted. */
async function ownBenefits(mine: Mine) {
  const accepted = mine.owned.benefits.filter(({ benefit }) => benefit.ownerState === 'accepted');
  const things: WaitingThing[] = [];
  for (const id of new Set(accepted.map(({ benefit }) => benefit.project))) {
    const read = await projectOf(mine, id);
    if (read && read.project.life.state !== 'closed')
      things.push(...benefitsDue(read.project, mine.person, mine.context.today));
  }
  return group('benefits-due', 'Due of benefits you own', lateFirst(things));
}

const lateFirst = (things: readonly WaitingThing[]): readonly WaitingThing[] =>
  [...things].sort((a, b) => Number(b.late ?? false) - Number(a.late ?? false));

/** Benefits of projects one leads that want another owner. */
async function unownedBenefits(mine: Mine) {
  const led = mine.owned.appointments.filter(
    ({ appointment, life }) =>
      appointment.state === 'accepted' && appointment.role === 'lead' && life !== 'closed',
  );
  const things: WaitingThing[] = [];
  for (const { appointment } of led.slice(0, MOST_OWN)) {
    const read = await projectOf(mine, appointment.project);
    if (read) things.push(...benefitsUnowned(read.project, read.external));
  }
  return group('benefits-unowned', 'Benefits that want another owner', things);
}

/** What stops the next gate of one's own projects and is for oneself to mend. */
async function blocks(mine: Mine) {
  const { context, owned, person, roles: across } = mine;
  const held = owned.appointments.filter(
    ({ appointment, life }) => appointment.state === 'accepted' && life === 'open',
  );
  const soonest = across.includes('pmo') ? await gatesToCome(context.tracker.db, { limit: MOST_OWN }) : [];
  const ids = [
    ...new Set([
      ...held.map(({ appointment }) => appointment.project),
      ...soonest.map(({ gate }) => gate.project),
    ]),
  ].slice(0, MOST_OWN);
  const things: WaitingThing[] = [];
  for (const id of ids) {
    const read = await projectOf(mine, id);
    const gate = read && nextGate(read.project);
    if (!read || gate === undefined) continue;
    const { project, external } = read;
    const roles: readonly string[] = rolesOf(external.directory, person, project, context.today);
    for (const outcome of stopping(assess(project, gate, external, context.today))) {
      const own = outcome.obstacles.find(({ by }) =>
        by.some((each) => (each.person === undefined ? roles.includes(each.role) : each.person === person)),
      );
      if (!own) continue;
      things.push({
        key: `${id}/${outcome.criterion}`,
        ref: project.ref,
        project: '',
        fix: own.fix,
        title: criterionData(external.framework, outcome.criterion)?.task ?? outcome.criterion,
        detail: own.because,
        when: `Stops Gate ${gate}`,
      });
    }
  }
  return group('blocks', 'What you can mend for the next gate', things);
}

const deliverables = ({ owned, context }: Mine) =>
  group(
    'deliverables',
    'Deliverables you own',
    owned.deliverables.map(({ ref, projectTitle, item }) => ({
      key: item.id,
      ref,
      project: projectTitle,
      fix: { screen: 'schedule', row: item.id },
      title: item.title,
      ...(item.current === null ? {} : { when: formatPartial(item.current) }),
      late: item.currentTo !== null && item.currentTo < context.today,
    })),
  );

async function late({ context, roles, owned }: Mine) {
  const { tracker, today } = context;
  const mine = new Set(
    owned.appointments
      .filter(({ appointment }) => appointment.state === 'accepted' && appointment.role === 'lead')
      .map(({ appointment }) => appointment.project),
  );
  const all = roles.includes('pmo');
  if (!all && mine.size === 0) return [];
  const rows = await scheduleRegister(tracker.db, { overdueOn: today, limit: 500 });
  return group(
    'late',
    'Overdue dates',
    rows
      .filter(({ item }) => all || mine.has(item.project))
      .map(({ ref, projectTitle, item }) => ({
        key: item.id,
        ref,
        project: projectTitle,
        fix: { screen: 'schedule', row: item.id },
        title: item.title,
        ...(item.current === null ? {} : { when: `Due ${formatPartial(item.current)}` }),
        late: true,
      })),
  );
}

/** The next gate of each project, for those who look across the programme. */
async function toCome(mine: Mine) {
  const { context, roles } = mine;
  if (roles.length === 0) return [];
  const rows = await gatesToCome(context.tracker.db, { limit: MOST + 1 });
  const things: WaitingThing[] = [];
  for (const { ref, projectTitle, gate } of rows) {
    const number = gate.gate as GateNumber;
    const read = roles.includes('pmo') ? await projectOf(mine, gate.project) : undefined;
    const stops = read
      ? stopping(assess(read.project, number, read.external, context.today)).length
      : undefined;
    things.push({
      key: `${ref}-${number}`,
      ref,
      project: projectTitle,
      fix: { screen: 'gate', gate: number },
      title: `Gate ${number}${read ? `: ${gateName(read.external, number)}` : ''}`,
      ...(gate.standing === 'submitted'
        ? { detail: 'Submitted, being decided' }
        : stops === undefined
          ? {}
          : { detail: stops === 0 ? 'Nothing stops it' : `${stops} to mend` }),
      when: gate.current === null ? 'TBC' : formatPartial(gate.current),
      late: gate.currentTo !== null && gate.currentTo < context.today,
    });
  }
  return group('to-come', 'Gates to come', things);
}
