import { describeAnswer, isGiven } from '~/core/answers/answer';
import { isBound } from '~/core/benefits/binding';
import { inUnit } from '~/core/benefits/decimal';
import { progressOf } from '~/core/benefits/progress';
import {
  directionOf,
  missingToMeasure,
  REALISATION_STATUSES,
  realisationOf,
  type RealisationStatus,
} from '~/core/benefits/realisation';
import { BENEFIT_CATEGORIES, isClaimed, type Benefit } from '~/core/benefits/state';
import type { External } from '~/core/command/context';
import { bindingBaseline } from '~/core/gates/baseline';
import { rowById, standing } from '~/core/project/row';
import { formatPartial, isWhollyPast } from '~/core/time/partial-date';
import { shortDay } from '~/core/time/iso-day';
import { courseShown, DIRECTIONS, dueShown, shownReadings, trajectoryOf } from './benefits-readings';
import { findingsHere } from './findings-here';
import { ownerHasLeft } from './my-work/due-of-benefits';
import { activePeople, notFound, type LoadedProject } from './load-project';

const pathOf = ({ project }: LoadedProject): string =>
  `/projects/${encodeURIComponent(project.ref)}/benefits`;

const ownerWanted = ({ owner }: Benefit, left: boolean): string =>
  left ? 'an owner with an active account' : owner ? 'an owner who has accepted' : 'an owner';

/** What a claimed benefit still lacks before gates let it pass, in words. */
function lacksOf(benefit: Benefit, external: External): readonly string[] {
  const left = ownerHasLeft(benefit, external);
  return [
    ...(benefit.owner?.accepted && !left ? [] : [ownerWanted(benefit, left)]),
    ...missingToMeasure(benefit),
    ...(benefit.realisation.state === 'given' ? [] : ['a realisation date']),
  ];
}

function ownerOf(loaded: LoadedProject, benefit: Benefit) {
  const { name, actor } = loaded;
  const { owner } = benefit;
  if (!owner) return undefined;
  const { person, proposed, accepted, declined } = owner;
  const left = ownerHasLeft(benefit, loaded.external);
  // Whoever accepted before the terms changed is asked anew; the event that asked them first is older.
  const since =
    benefit.amended.seq > proposed.seq
      ? `; terms last changed by ${name(benefit.amended.by)}, ${shortDay(benefit.amended.day)}`
      : '';
  const said = left
    ? 'has no active account any more: propose another owner'
    : accepted
      ? `accepted ${shortDay(accepted.day)}`
      : declined
        ? `declined ${shortDay(declined.day)}: ${declined.why}`
        : `asked by ${name(proposed.by)}, ${shortDay(proposed.day)}${since}`;
  const state = accepted ? 'accepted' : declined ? 'declined' : 'asked';
  return { name: name(person), state: left ? 'left' : state, said, mine: person === actor.person } as const;
}

function termsOf(loaded: LoadedProject, benefit: Benefit) {
  const { unit, measure, baseline, target, baselineFoundBy } = benefit;
  const direction = directionOf(benefit);
  const finder = baselineFoundBy
    ? rowById(loaded.project.schedule.deliverables, baselineFoundBy)?.title
    : undefined;
  return {
    measure: measure?.trim() ? `${measure}${unit ? ` (${unit})` : ''}` : undefined,
    direction: direction ? DIRECTIONS[direction] : undefined,
    baseline: baseline ? `${inUnit(baseline.value, unit)} in ${formatPartial(baseline.date)}` : undefined,
    finder,
    target: target === undefined ? undefined : inUnit(target, unit),
    realisation: describeAnswer(benefit.realisation, formatPartial),
  };
}

function shownBenefit(loaded: LoadedProject, benefit: Benefit) {
  const { project, name } = loaded;
  const { id, category, description, onward } = benefit;
  const { status, because, latest } = realisationOf(benefit, project.schedule);
  const asked = { benefitId: id };
  const reasoned = { benefitId: id, why: 'x' };
  return {
    id,
    category,
    description: describeAnswer(description, (text) => text),
    status,
    because,
    lacks: isClaimed(benefit) ? lacksOf(benefit, loaded.external) : [],
    progress: latest ? progressOf(benefit, latest) : undefined,
    course: latest ? courseShown(benefit, latest) : undefined,
    terms: termsOf(loaded, benefit),
    owner: ownerOf(loaded, benefit),
    readings: shownReadings(loaded, benefit),
    trajectory: trajectoryOf(loaded, benefit),
    due: dueShown(loaded, benefit),
    unit: benefit.unit,
    onward: onward ? `${name(onward.owner)}, next reviewed ${formatPartial(onward.reviewDate)}` : undefined,
    bound: isBound(project, benefit),
    editHref: `${pathOf(loaded)}?edit=${encodeURIComponent(id)}`,
    whyNotOwner: loaded.whyNot('propose-benefit-owner'),
    whyNotAccept: loaded.whyNot('accept-benefit', asked),
    whyNotDecline: loaded.whyNot('decline-benefit', reasoned),
    whyNotRead: loaded.whyNot('record-reading', {
      benefitId: id,
      value: '0',
      date: loaded.today,
      source: 'x',
      evidence: [],
    }),
    /** Asked for once there is something to hand over. */
    offersOnward: project.schedule.goLive !== undefined || loaded.roles.includes('bau-owner'),
    whyNotOnward: loaded.whyNot('set-onward-owner'),
    whyNotWithdraw: loaded.whyNot('withdraw-benefit', reasoned),
  };
}

/** A benefit that is not claimed, in a line: why there is none, what is owed, or that it was withdrawn. */
function otherBenefit(loaded: LoadedProject, benefit: Benefit) {
  const { state } = benefit.description;
  const text = benefit.withdrawn || benefit.leakage ? 'withdrawn' : state;
  return {
    id: benefit.id,
    category: benefit.category,
    state: text,
    description: isGiven(benefit.description) ? benefit.description.value : undefined,
    because: realisationOf(benefit, loaded.project.schedule).because,
    editHref: `${pathOf(loaded)}?edit=${encodeURIComponent(benefit.id)}`,
  };
}

/** The terms of a benefit as its form would have them typed, by the form's own names. */
function typedTerms(benefit: Benefit): Readonly<Record<string, string>> {
  const { category, description, realisation, measure, unit, direction, baseline, target } = benefit;
  const kindOf = (state: string) => (state === 'none-unconfirmed' ? 'blank' : state);
  return {
    category,
    'description.kind': kindOf(description.state),
    'description.value': isGiven(description) ? description.value : '',
    'realisation.kind': kindOf(realisation.state),
    'realisation.value': isGiven(realisation) ? realisation.value : '',
    measure: measure ?? '',
    unit: unit ?? '',
    direction: direction ?? '',
    'baseline.value': baseline?.value ?? '',
    'baseline.date': baseline?.date ?? '',
    target: target ?? '',
    baselineFoundBy: benefit.baselineFoundBy ?? '',
  };
}

/** The refusals of the benefit's own terms sent again: rights, life, and being withdrawn. */
function whyNotAmend(loaded: LoadedProject, benefit: Benefit) {
  const { id, category, description, realisation, measure, unit, direction, baseline, target } = benefit;
  const { baselineFoundBy } = benefit;
  const terms = { category, description, realisation, measure, unit, direction, baseline, target };
  const known = Object.entries({ benefitId: id, ...terms, baselineFoundBy }).filter(
    ([, value]) => value !== undefined,
  );
  return loaded.whyNot('amend-benefit', Object.fromEntries(known));
}

function formOf(loaded: LoadedProject, benefit: Benefit | undefined) {
  return {
    benefitId: benefit?.id,
    category: benefit?.category,
    // Whoever records a benefit is about to describe it.
    values: benefit ? typedTerms(benefit) : { 'description.kind': 'given', 'realisation.kind': 'tbc' },
    accepted: benefit?.owner?.accepted ? loaded.name(benefit.owner.person) : undefined,
    bound: benefit ? isBound(loaded.project, benefit) : false,
    categories: BENEFIT_CATEGORIES.map((each) => ({ value: each, text: each })),
    deliverables: standing(loaded.project.schedule.deliverables).map(({ id, title }) => ({
      value: id,
      text: title,
    })),
    whyNotSave: benefit ? whyNotAmend(loaded, benefit) : loaded.whyNot('record-benefit'),
    whyNotWithdraw: benefit
      ? loaded.whyNot('withdraw-benefit', { benefitId: benefit.id, why: 'x' })
      : undefined,
  };
}

function chosenForm(loaded: LoadedProject, request: Pick<Request, 'url'>) {
  const edit = new URL(request.url).searchParams.get('edit');
  if (edit === null) return undefined;
  if (edit === 'new') return formOf(loaded, undefined);
  const benefit = rowById(loaded.project.benefits, edit);
  if (!benefit) throw notFound();
  return formOf(loaded, benefit);
}

const countOf = (benefits: readonly { readonly status: RealisationStatus }[]) =>
  Object.fromEntries(
    REALISATION_STATUSES.map((status) => [status, benefits.filter((each) => each.status === status).length]),
  ) as Record<RealisationStatus, number>;

function noneOf({ project, name }: LoadedProject): string | undefined {
  const none = project.registers.confirmedNone['benefits'];
  return none ? `${name(none.by)} confirmed on ${shortDay(none.day)} that there are none.` : undefined;
}

/** What the change makes worse; late to be looked at when its date is past and nothing came of it yet. */
const disBenefitsShown = ({ project, today, name }: LoadedProject) =>
  standing(project.registers.disBenefits).map(
    ({ id, disBenefit, bearer, measure, action, owner, reviewOn, outcome }) => ({
      id,
      disBenefit,
      bearer,
      measure,
      action,
      owner: owner === undefined ? undefined : name(owner),
      reviewOn: reviewOn === undefined ? undefined : formatPartial(reviewOn),
      late: reviewOn !== undefined && outcome.trim() === '' && isWhollyPast(reviewOn, today),
      outcome,
    }),
  );

/** The benefits page: what is claimed and how far it has come, and with `?edit=` the terms of one benefit. */
export function benefitsOf(loaded: LoadedProject, request: Pick<Request, 'url'>) {
  const { project, external, actor } = loaded;
  const form = chosenForm(loaded, request);
  const claimed = project.benefits.filter(isClaimed).map((each) => shownBenefit(loaded, each));
  const others = project.benefits.filter((each) => !isClaimed(each));
  const unconfirmed = others.filter(
    (each) => !each.withdrawn && each.description.state === 'none-unconfirmed',
  );
  return {
    marks: loaded.marks,
    path: pathOf(loaded),
    form,
    claimed: form ? [] : claimed,
    findings: form ? [] : findingsHere(loaded, 'benefits'),
    asked: claimed.filter((each) => each.owner?.mine && each.owner.state === 'asked'),
    others: others.filter((each) => !unconfirmed.includes(each)).map((each) => otherBenefit(loaded, each)),
    unconfirmed: unconfirmed.map(({ id, category }) => ({ id, category })),
    counts: countOf(claimed),
    disBenefits: disBenefitsShown(loaded),
    whyNotDisBenefit: loaded.whyNot('record-dis-benefit'),
    binds: bindingBaseline(project) !== undefined,
    none: noneOf(loaded),
    people: activePeople({ external })
      .filter(({ id }) => id !== actor.person)
      .map(({ id, name }) => ({ value: id, text: name })),
    attachments: standing(project.evidence.attachments).map(({ id, name }) => ({ value: id, label: name })),
    whyNotRecord: loaded.whyNot('record-benefit'),
    whyNotConfirmNone: loaded.whyNot('confirm-none-benefits'),
    canBeNone: claimed.length === 0 && unconfirmed.length === 0,
    whyNotNone: loaded.whyNot('confirm-register-none', { register: 'benefits' }),
  };
}
