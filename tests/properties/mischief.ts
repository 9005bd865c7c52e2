import type { PersonFacts, ProgrammeRole } from '~/core/access/directory';
import { cellOf } from '~/core/finance/line';
import { standingApprovals } from '~/core/gates/submission';
import { nextGate, submittedGate } from '~/core/gates/hands';
import type { GateNumber } from '~/core/gates/gate-number';
import { standing, type Row } from '~/core/project/row';
import { addDays } from '~/core/time/iso-day';
import type { Dice } from './dice';
import { benefitTerms, riskTerms } from './mends-case';
import { MENDS } from './mends-money';
import { given, holdersNow, mending, none } from './mending';
import { PEOPLE } from './people';
import { assess } from '~/core/gates/assess';
import type { Attempt, World } from './world';

type Trick = (world: World, dice: Dice) => readonly Attempt[];

const anyone = (dice: Dice): string => dice.pick(PEOPLE) ?? 'stranger';
const gateOf = (dice: Dice): GateNumber => dice.below(6) as GateNumber;
const one = (
  command: string,
  input: unknown,
  as: string,
  through?: Attempt['through'],
): readonly Attempt[] => [through ? { command, input, as, through } : { command, input, as }];

/** The gate that is on, most of the time; any, for the rest. */
const likelyGate = (world: World, dice: Dice): GateNumber =>
  dice.chance(80) ? (submittedGate(world.project) ?? nextGate(world.project) ?? 5) : gateOf(dice);

/** A mend of some criterion, whether or not it is wanted, by whoever comes along. */
const unasked: Trick = (world, dice) => {
  const gate = likelyGate(world, dice);
  const outcome = dice.pick(assess(world.project, gate, world.external, world.today));
  const attempt = outcome && MENDS[outcome.criterion]?.(mending(world, dice, gate, outcome));
  return attempt ? [dice.chance(50) ? { ...attempt, as: anyone(dice) } : attempt] : [];
};

const replay: Trick = (world, dice) => {
  const old = dice.pick(world.accepted);
  return old ? [dice.chance(60) ? old : { ...old, as: anyone(dice) }] : [];
};

const lineAndYear = (world: World, dice: Dice) => {
  const line = dice.pick(world.project.money.lines);
  const fy = dice.pick(world.project.money.horizon);
  return line && fy !== undefined ? { line, fy } : undefined;
};

/** Moves a proposed figure and moves it back: a change undone. */
const moveAndUndo: Trick = (world, dice) => {
  const at = lineAndYear(world, dice);
  if (!at) return [];
  const { answer } = cellOf(at.line, at.fy).proposed;
  const as = holdersNow(world, 'lead')[0] ?? 'lead';
  const propose = (to: unknown) =>
    one('propose-figures', { lineId: at.line.id, cells: [{ fy: at.fy, answer: to }] }, as);
  const moved = propose(given(dice.below(40_000_000) - 2_000_000));
  const back = answer.state === 'none-unconfirmed' ? none : answer;
  return dice.chance(60) ? [...moved, ...propose(back)] : moved;
};

/** Amends a term and amends it back. */
const termAndUndo: Trick = (world, dice) => {
  const line = dice.pick(world.project.money.lines);
  if (!line) return [];
  const as = holdersNow(world, 'lead')[0] ?? 'lead';
  const amend = (terms: object) => one('amend-money-line', { lineId: line.id, ...terms }, as);
  const centre = amend({ costCentre: 'CC999' });
  const start = line.timing === 'recurring' ? amend({ startMonth: '2024-09' }) : [];
  const back = amend({ costCentre: line.costCentre ?? null });
  const startBack = line.timing === 'recurring' ? amend({ startMonth: line.startMonth ?? null }) : [];
  return dice.chance(50) ? [...centre, ...back] : [...start, ...startBack];
};

const rowsOf = (world: World): readonly (readonly [string, string, readonly Row[]])[] => {
  const { registers, risks, benefits, money, schedule, evidence } = world.project;
  return [
    ['withdraw-risk', 'riskId', risks],
    ['withdraw-benefit', 'benefitId', benefits],
    ['withdraw-money-line', 'lineId', money.lines],
    ['withdraw-deliverable', 'deliverableId', schedule.deliverables],
    ['withdraw-attachment', 'attachmentId', evidence.attachments],
    ['withdraw-option', 'rowId', registers.options],
    ['withdraw-cost-baseline', 'rowId', registers.costBaselines],
    ['withdraw-assumption', 'rowId', registers.assumptions],
    ['withdraw-linked-case', 'rowId', registers.linkedCases],
    ['withdraw-lesson', 'rowId', registers.lessons],
  ];
};

const withdrawRow: Trick = (world, dice) => {
  const [command, field, rows] = dice.pick(rowsOf(world)) ?? ['withdraw-risk', 'riskId', []];
  const row = dice.pick(dice.chance(90) ? standing(rows) : rows);
  const usual = holdersNow(world, dice.chance(75) ? 'lead' : 'sponsor')[0] ?? 'pmo';
  const as = dice.chance(80) ? usual : anyone(dice);
  return row ? one(command, { [field]: row.id, why: 'Not ours' }, as) : [];
};

const withdrawEvidence: Trick = (world, dice) => {
  const { attestations, signOffs } = world.project.evidence;
  const attestation = dice.pick(attestations);
  const signed = dice.pick(signOffs);
  if (attestation && dice.chance(60))
    return one('withdraw-attestation', { attestationId: attestation.id, why: 'Wrong' }, attestation.by);
  return signed ? one('withdraw-sign-off', { signOffId: signed.id, why: 'Wrong' }, signed.by) : [];
};

const restore: Trick = (world, dice) => {
  const line = dice.pick(world.project.money.lines.filter((each) => each.withdrawn));
  const row = dice.pick(world.project.schedule.deliverables.filter((each) => each.withdrawn));
  const as = holdersNow(world, 'lead')[0] ?? 'lead';
  return line
    ? one('restore-money-line', { lineId: line.id }, as)
    : row
      ? one('restore-deliverable', { deliverableId: row.id }, as)
      : [];
};

const ROLES = ['sponsor', 'finance', 's151', 'pmo'] as const;

/** Approves as whoever, in whatever role, on this pack or an old one, with conditions good and bad. */
const approve: Trick = (world, dice) => {
  const gate = likelyGate(world, dice);
  const { standing: at, past } = world.project.gates.records[gate];
  const digests = [
    ...(at.state === 'submitted' ? [at.submission.pack.digest, at.submission.pack.digest] : ['none']),
    ...past.flatMap((each) => (each.submission ? [each.submission.pack.digest] : [])),
  ];
  const role = dice.pick(ROLES) ?? 'sponsor';
  const as = dice.chance(60) ? (dice.pick(holdersNow(world, role)) ?? anyone(dice)) : anyone(dice);
  const terms = {
    what: 'Do it',
    owner: dice.pick(['lead', 'pmo', 'left', 'sponsor', 'bau-owner']),
    due: addDays(world.today, dice.pick([-1, 0, 5, 30]) ?? 0),
    ...(dice.chance(30) ? { before: gateOf(dice) } : {}),
  };
  const conditions = dice.chance(40) ? [terms] : [];
  const narrative = dice.chance(85) ? 'Agreed' : '';
  const input = { gate, role, packDigest: dice.pick(digests), narrative, conditions };
  return one('approve-gate', input, as, dice.chance(5) ? 'system' : 'session');
};

const submit: Trick = (world, dice) =>
  one(
    'submit-gate',
    { gate: likelyGate(world, dice), note: '' },
    dice.pick(['pmo', 'lead', anyone(dice)]) ?? 'pmo',
  );

const otherMove: Trick = (world, dice) => {
  const gate = likelyGate(world, dice);
  const sponsor = dice.chance(60) ? (holdersNow(world, 'sponsor')[0] ?? 'sponsor') : anyone(dice);
  const record = world.project.gates.records[gate];
  const given = record.standing.state === 'submitted' ? standingApprovals(record.standing.approvals) : [];
  const last = ((nextGate(world.project) ?? 6) - 1) as GateNumber;
  const why = 'Because it must be';
  return (
    dice.pick([
      one('revoke-gate', { gate: last < 0 ? 0 : last, why }, sponsor),
      one('hold-project', { why }, sponsor),
      one('resume-project', { why }, sponsor),
      one('defer-gate', { gate, role: 'sponsor', required: why }, sponsor),
      one('withdraw-submission', { gate, why }, dice.pick(['pmo', 'lead', sponsor]) ?? 'pmo'),
      one('take-back-approval', { gate, why }, given[0]?.by ?? sponsor),
      one('reject-gate', { gate, why }, dice.chance(30) ? sponsor : anyone(dice)),
      one('ask-question', { gate, question: 'What of it?' }, sponsor),
      one('close-project', { why, fates: [] }, sponsor),
      one('agree-closing', {}, dice.pick(['s151', 'delegate', sponsor]) ?? 's151'),
      one('take-back-closing', { why }, sponsor),
      one('reopen-project', { why }, sponsor),
      one('confirm-adopted-decisions', {}, sponsor),
    ]) ?? []
  );
};

const conditions: Trick = (world, dice) => {
  const condition = dice.pick(world.project.gates.conditions);
  if (!condition) return [];
  const conditionId = condition.id;
  const as = dice.pick([condition.owner, condition.set.by, 'pmo', 'second-pmo', anyone(dice)]) ?? 'pmo';
  return (
    dice.pick([
      one('close-condition', { conditionId, note: 'Done', evidence: [] }, as),
      one('confirm-condition', { conditionId }, as),
      one('send-condition-back', { conditionId, why: 'Not so' }, as),
      one(
        'reassign-condition',
        { conditionId, owner: anyone(dice), due: addDays(world.today, 9), why: 'Moved' },
        as,
      ),
      one('withdraw-condition', { conditionId, why: 'Not needed' }, as),
    ]) ?? []
  );
};

const waive: Trick = (world, dice) => {
  const gate = likelyGate(world, dice);
  const failing = assess(world.project, gate, world.external, world.today).filter((each) => !each.passes);
  const outcome = dice.pick(failing.filter((each) => each.level === 'waivable')) ?? dice.pick(failing);
  if (!outcome) return [];
  const criterion = world.external.framework.criteria.find((each) => each.id === outcome.criterion);
  const role = dice.pick([criterion?.authority ?? 's151', 's151', 'pmo'] as const) ?? 's151';
  const input = {
    gate,
    criterion: outcome.criterion,
    why: 'In the meantime',
    expires: addDays(world.today, dice.pick([-1, 3, 30, 90, 91]) ?? 0),
    instead: { what: 'Later', owner: dice.pick(['lead', 'pmo', 'left']), due: addDays(world.today, 20) },
  };
  const as = dice.chance(70) ? (dice.pick(holdersNow(world, role)) ?? 's151') : anyone(dice);
  return one('waive-criterion', input, as);
};

const withdrawWaiver: Trick = (world, dice) => {
  const waiver = dice.pick(world.project.gates.waivers);
  return waiver ? one('withdraw-waiver', { waiverId: waiver.id, why: 'Not so' }, waiver.by) : [];
};

/** Names, accepts and ends roles of the project. */
const roles: Trick = (world, dice) => {
  const open = dice.pick(world.project.people.filter((each) => !each.declined && !each.ended));
  const role = dice.pick(['sponsor', 'lead', 'bau-owner', 'benefit-owner']) ?? 'lead';
  return (
    dice.pick([
      one(`name-${role}`, { person: anyone(dice) }, dice.pick(['pmo', 'lead', anyone(dice)]) ?? 'pmo'),
      open
        ? one('accept-appointment', { appointmentId: open.id }, dice.chance(80) ? open.person : anyone(dice))
        : [],
      open && dice.chance(25)
        ? one(
            'end-appointment',
            { appointmentId: open.id, why: 'Left' },
            dice.pick(['pmo', open.person]) ?? 'pmo',
          )
        : [],
    ]) ?? []
  );
};

const changeRequests: Trick = (world, dice) => {
  const open = dice.pick(world.project.gates.changeRequests);
  const at = lineAndYear(world, dice);
  const as = dice.pick(['pmo', holdersNow(world, 'lead')[0] ?? 'lead', anyone(dice)]) ?? 'pmo';
  if (open && dice.chance(60)) {
    const role = dice.pick(['sponsor', 's151']) ?? 'sponsor';
    const decider = dice.chance(60) ? (holdersNow(world, role as 's151')[0] ?? 's151') : anyone(dice);
    return one('approve-change', { changeId: open.id, role }, decider);
  }
  const benefit = dice.pick(world.project.benefits);
  const moves = dice.chance(60)
    ? at && [{ what: 'proposal', line: at.line.id, fy: at.fy, to: dice.below(30_000_000) }]
    : benefit && [
        { what: dice.chance(50) ? 'withdraw-benefit' : 'benefit-target', benefit: benefit.id, to: '4' },
      ];
  return moves ? one('request-change', { moves, why: 'It has changed' }, as) : [];
};

const adoptDecisions: Trick = (world, dice) => {
  const files = standing(world.project.evidence.attachments).map((each) => each.id);
  const decisions = [0, 1, 2].slice(0, 1 + dice.below(3)).map((gate) => ({
    gate,
    decidedOn: '2023-05',
    decider: 'The old board',
    reference: 'B1',
    evidence: files.slice(0, 1),
  }));
  return one('adopt-decisions', { decisions }, dice.pick(['pmo', 'second-pmo', 'lead']) ?? 'pmo');
};

/** Changes rows that gates read, well or badly. */
const amendRows: Trick = (world, dice) => {
  const risk = dice.pick(standing(world.project.risks));
  const benefit = dice.pick(standing(world.project.benefits));
  const as = dice.pick([holdersNow(world, 'lead')[0] ?? 'lead', 'pmo']) ?? 'pmo';
  return (
    dice.pick([
      risk
        ? one(
            'amend-risk',
            { ...riskTerms(risk), likelihood: 1 + dice.below(5), impact: 1 + dice.below(5), owner: 'pmo' },
            as,
          )
        : [],
      risk ? one(dice.chance(50) ? 'close-risk' : 'reopen-risk', { riskId: risk.id, why: 'Past' }, as) : [],
      benefit ? one('amend-benefit', { ...benefitTerms(benefit), target: String(dice.below(9)) }, as) : [],
      one('state-objectives', { objectives: given(`Objective ${dice.below(3)}`) }, as),
      one('set-scope', { scopeOut: dice.chance(50) ? none : { state: 'tbc' } }, as),
      one('comment', { about: 'project', text: 'A word' }, anyone(dice)),
      one('record-linked-case', { name: 'Another case' }, as),
      one(
        'add-deliverable',
        { title: 'Plan', start: given('2024-01'), finish: given('2023-11'), neededFor: gateOf(dice) },
        as,
      ),
    ]) ?? []
  );
};

const money: Trick = (world, dice) => {
  const at = lineAndYear(world, dice);
  if (!at) return [];
  const as = dice.chance(70) ? (dice.pick(holdersNow(world, 'finance')) ?? 'finance') : anyone(dice);
  const seen = dice.chance(80) ? world.project.version : 3;
  const figure = { method: 'figure', fy: at.fy, amount: dice.below(30_000_000), basis: 'Ours', seen };
  const confidence = { method: 'confidence', fy: at.fy, confidence: dice.below(10_001), seen };
  const cell = dice.chance(60) ? confidence : figure;
  return (
    dice.pick([
      one('validate-figures', { lineId: at.line.id, cells: [cell] }, as),
      one('validate-figures', { lineId: at.line.id, cells: [cell] }, as),
      one(
        'record-mtfs',
        { lineId: at.line.id, round: 'R', cells: [{ fy: at.fy, answer: given(dice.below(9_000_000)) }] },
        as,
      ),
      one('explain-gap', { lineId: at.line.id, fy: at.fy, why: 'Known' }, as),
      one(
        'add-money-line',
        {
          kind: 'saving',
          timing: 'one-off',
          title: 'More',
          cells: [{ fy: at.fy, answer: given(4_000_000) }],
        },
        'lead',
      ),
      one(
        'record-go-live',
        { date: world.today, evidence: [], note: 'Live' },
        holdersNow(world, 'bau-owner')[0] ?? 'bau-owner',
      ),
    ]) ?? []
  );
};

const TRICKS: readonly Trick[] = [
  unasked,
  unasked,
  replay,
  replay,
  moveAndUndo,
  moveAndUndo,
  termAndUndo,
  withdrawRow,
  withdrawRow,
  withdrawEvidence,
  restore,
  approve,
  approve,
  submit,
  otherMove,
  conditions,
  waive,
  waive,
  withdrawWaiver,
  roles,
  changeRequests,
  adoptDecisions,
  amendRows,
  amendRows,
  money,
  money,
];

/** What somebody careless or of ill will does next. */
export const mischief: Trick = (world, dice) => (dice.pick(TRICKS) ?? unasked)(world, dice);

const GIVEN_ROLES: readonly ProgrammeRole[] = ['pmo', 'finance', 's151', 'administrator', 'assurer'];

/** Moves what other streams say: roles given and taken, accounts closed and opened, delegations, finance's setting. */
export function elsewhere(world: World, dice: Dice): void {
  const { directory, settings } = world.external;
  const id = anyone(dice);
  const facts = directory[id];
  if (!facts || id === 'left') return;
  const role = dice.pick(GIVEN_ROLES) ?? 'finance';
  const usual = world.told[0]?.directory[id] ?? facts;
  const changed: PersonFacts =
    dice.pick([
      { ...facts, active: !facts.active },
      {
        ...facts,
        roles: facts.roles.includes(role)
          ? facts.roles.filter((each) => each !== role)
          : [...facts.roles, role],
      },
      { ...facts, delegations: [] },
      usual,
      usual,
      usual,
    ]) ?? facts;
  const counts = dice.chance(10) ? !settings.goLiveMonthCounts : settings.goLiveMonthCounts;
  world.external = {
    ...world.external,
    directory: { ...directory, [id]: changed },
    settings: { ...settings, goLiveMonthCounts: counts },
  };
}
