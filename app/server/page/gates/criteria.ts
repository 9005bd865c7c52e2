import type { WhyNot } from '~/core/command/sent-back';
import { assess, criterionData, waiverInForce } from '~/core/gates/assess';
import { isAttested, particularsOf, type Particular } from '~/core/gates/criteria/attested';
import type { CriterionData } from '~/core/gates/framework';
import type { GateNumber } from '~/core/gates/gate-number';
import type { Outcome } from '~/core/gates/outcome';
import type { Attestation, SignOff } from '~/core/evidence/state';
import { ROLE_WORDS } from '~/core/access/may';
import { isIsoDay, shortDay } from '~/core/time/iso-day';
import { ruleById } from '~/core/case-check/check';
import { findingNote, findingsNow } from '../findings-here';
import type { LoadedProject } from '../load-project';
import { whoInWords } from '../shown-refusal';
import { attachmentNames } from './attachments';

/** A reason without its link: the page it stands on is where it is mended. */
export function here(why: WhyNot | undefined): WhyNot | undefined {
  if (!why) return undefined;
  const { fix: _fix, ...rest } = why;
  return rest;
}

/** Whether criteria of a gate can be acted on from its page: it is in preparation and the project goes on. */
export const inPreparation = ({ project }: LoadedProject, gate: GateNumber): boolean =>
  project.gates.records[gate].standing.state === 'preparing' &&
  (project.life.state === 'open' || project.life.state === 'held');

function obstaclesOf({ external }: LoadedProject, outcome: Outcome) {
  return outcome.obstacles.map(({ because, fix, by }) => {
    const who = whoInWords(by, external.directory);
    const opinions = outcome.criterion === 'assurance-given';
    return {
      because,
      // A criterion of an earlier gate is attested at its own; an opinion is given beside the gates.
      fix: opinions
        ? ({ screen: 'gate', field: 'opinions' } as const)
        : fix.screen === 'gate'
          ? { gate: outcome.from, ...fix }
          : fix,
      ...(who === undefined ? {} : { who }),
    };
  });
}

function waiverOf(loaded: LoadedProject, outcome: Outcome) {
  const { project, today, name } = loaded;
  const waiver = waiverInForce(project, outcome.criterion, outcome.gate, today);
  if (!waiver) return undefined;
  return {
    id: waiver.id,
    by: name(waiver.by),
    role: waiver.role,
    on: waiver.day,
    why: waiver.why,
    expires: waiver.expires,
    instead: { ...waiver.instead, owner: name(waiver.instead.owner) },
    whyNotWithdraw: here(loaded.whyNot('withdraw-waiver', { waiverId: waiver.id, why: 'x' })),
  };
}

/** What a criterion asks to be said, with the framework's own names as the choices where it must be one of them. */
function askedFor(loaded: LoadedProject, id: string): readonly Particular[] {
  const bands = loaded.external.framework.authorityBands.map(({ authority }) => ({
    value: authority,
    label: authority,
  }));
  return particularsOf(id).map((each) =>
    id === 'authority-recorded' && each.name === 'authority' ? { ...each, choices: bands } : each,
  );
}

function givenOf(loaded: LoadedProject, one: Attestation | SignOff, kind: 'attest' | 'sign-off') {
  const { name } = loaded;
  const asked = askedFor(loaded, one.criterion);
  const attestation = 'attachments' in one ? one : undefined;
  const withdraw =
    kind === 'attest'
      ? loaded.whyNot('withdraw-attestation', { attestationId: one.id, why: 'x' })
      : loaded.whyNot('withdraw-sign-off', { signOffId: one.id, why: 'x' });
  return {
    id: one.id,
    by: name(one.by),
    on: one.day,
    note: one.note,
    said: asked.flatMap(({ name: key, label, choices }) => {
      const value = one.particulars[key];
      if (!value) return [];
      const chosen = choices?.find((each) => each.value === value)?.label;
      return [{ label, value: chosen ?? (isIsoDay(value) ? shortDay(value) : value) }];
    }),
    particulars: one.particulars,
    attachmentIds: attestation?.attachments ?? [],
    attachments: attestation ? attachmentNames(loaded, attestation.attachments) : [],
    needsSeeing: attestation !== undefined && !attestation.seen,
    ...(attestation?.seen ? { seen: { by: name(attestation.seen.by), on: attestation.seen.day } } : {}),
    whyNotSee:
      attestation && !attestation.seen
        ? here(loaded.whyNot('mark-seen', { attestationId: one.id }))
        : undefined,
    whyNotWithdraw: here(withdraw),
  };
}

function evidenceOf(loaded: LoadedProject, data: CriterionData, acting: boolean) {
  if (!isAttested(data.id)) return undefined;
  const { evidence } = loaded.project;
  const kind = data.kind === 'sign-off' ? ('sign-off' as const) : ('attest' as const);
  const all: readonly (Attestation | SignOff)[] =
    kind === 'attest' ? evidence.attestations : evidence.signOffs;
  const standing = all.filter((each) => each.criterion === data.id && !each.withdrawn).at(-1);
  const sample = { criterion: data.id, gate: data.gate, note: 'x', particulars: {} };
  const input = kind === 'attest' ? { ...sample, attachments: [] } : sample;
  return {
    kind,
    gate: data.gate,
    asked: askedFor(loaded, data.id),
    whyNot: acting ? here(loaded.whyNot(kind, input)) : undefined,
    given: standing ? givenOf(loaded, standing, kind) : undefined,
  };
}

/** Why this person cannot waive a criterion; undefined when it is no matter of waiving, null when they can. */
function waivingOf(loaded: LoadedProject, outcome: Outcome): WhyNot | null | undefined {
  if (outcome.passes || outcome.level !== 'waivable') return undefined;
  const { actor, today } = loaded;
  const input = {
    gate: outcome.gate,
    criterion: outcome.criterion,
    why: 'x',
    expires: today,
    instead: { what: 'x', owner: actor.person, due: today },
  };
  return here(loaded.whyNot('waive-criterion', input)) ?? null;
}

type Found = ReturnType<typeof findingsNow>;

/** What the case check finds of what a criterion reads or asks for, as far as it is open. */
const findingsOn = (loaded: LoadedProject, criterion: string, found: Found) =>
  found
    .filter(({ rule, settled }) => {
      const { readBy, askedBy = [] } = ruleById(rule) ?? {};
      return !settled && (readBy === criterion || askedBy.includes(criterion));
    })
    .map((each) => {
      const { key, severity, title, href } = findingNote(loaded, each);
      return { key, severity, title, href };
    });

/** One criterion as the gate's page shows it. */
function criterionView(loaded: LoadedProject, outcome: Outcome, acting: boolean, found: Found) {
  const data = criterionData(loaded.external.framework, outcome.criterion);
  return {
    id: outcome.criterion,
    task: data?.task ?? outcome.criterion,
    wording: data?.wording ?? '',
    authority: data?.authority === undefined ? undefined : ROLE_WORDS[data.authority],
    owner: data ? ROLE_WORDS[data.owner] : '',
    result: outcome.result,
    level: outcome.level,
    from: outcome.from,
    passes: outcome.passes,
    warns: outcome.warns,
    because: outcome.because,
    obstacles: obstaclesOf(loaded, outcome),
    findings: findingsOn(loaded, outcome.criterion, found),
    waiver: outcome.result === 'waived' ? waiverOf(loaded, outcome) : undefined,
    evidence: data ? evidenceOf(loaded, data, acting) : undefined,
    waive: acting ? waivingOf(loaded, outcome) : undefined,
  };
}

/** Where a criterion of the checklist stands: it stops the gate, it is worth a look, or it passes. */
const placeOf = ({ passes, result }: Outcome): 'stops' | 'look' | 'passes' => {
  if (!passes) return 'stops';
  return result === 'met' || result === 'not-applicable' ? 'passes' : 'look';
};

/** The checklist of a gate as it stands today, what stops it first. */
export function checklistOf(loaded: LoadedProject, gate: GateNumber) {
  const acting = inPreparation(loaded, gate);
  const outcomes = assess(loaded.project, gate, loaded.external, loaded.today);
  const found = findingsNow(loaded);
  const views = (place: ReturnType<typeof placeOf>) =>
    outcomes
      .filter((each) => placeOf(each) === place)
      .map((outcome) => criterionView(loaded, outcome, acting, found));
  return { stops: views('stops'), look: views('look'), passes: views('passes') };
}
