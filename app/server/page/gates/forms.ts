import { PROGRAMME_ROLES, PROJECT_ROLES } from '~/core/access/directory';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import { particularsOf } from '~/core/gates/criteria/attested';
import { criterionIds } from '~/core/gates/criteria/registry';
import { readPartialDate } from '~/core/time/read-date';
import { isIsoDay } from '~/core/time/iso-day';
import { fields, list, many, optional } from '../../decode-form';
import { choice, confidence, day, line, partialDate, read, text, wholeNumber } from '../../form-fields';
import { fieldOf, type SentForm } from '../../form';
import type { FormCommand, Prepared } from '../run-command';

/** The gate a form is about. */
export const gate = () => wholeNumber({ from: 0, to: 5 });
/** Ids ticked in a list. */
export const ids = (max: number) => many((value) => ({ ok: true as const, value }), max);
const role = () => choice([...PROGRAMME_ROLES, ...PROJECT_ROLES], 'Choose the role');

/** What a condition precedes: a gate's number, or completion. */
const before = () =>
  read<GateNumber | 'completion'>((typed) => {
    const found = GATE_NUMBERS.find((each) => String(each) === typed);
    if (found !== undefined) return { ok: true, value: found, understood: '' };
    return typed === 'completion'
      ? { ok: true, value: 'completion', understood: '' }
      : { ok: false, message: 'Choose what it precedes' };
  });

const askedNames = [...new Set(criterionIds().flatMap((id) => particularsOf(id).map((each) => each.name)))];
const particulars = () => fields(Object.fromEntries(askedNames.map((name) => [name, optional(text())])));

interface Attested {
  readonly particulars: Readonly<Record<string, string | undefined>>;
}

/** Particulars that are days, typed as people type them, are kept as the gate reads them: 2024-03-26. */
function withDays(value: unknown): Promise<Prepared> {
  const input = value as Attested;
  const read = Object.entries(input.particulars).map(([name, typed]) => {
    const reading = ['date', 'callInExpired'].includes(name) && typed ? readPartialDate(typed) : undefined;
    return [name, reading?.ok && isIsoDay(reading.value) ? reading.value : typed];
  });
  return Promise.resolve({ ok: true, input: { ...input, particulars: Object.fromEntries(read) } });
}

/** Refuses what would be lost or mean something else: conditions without their text, and a form of conditions without any. */
function withConditions(value: unknown, form: SentForm): Promise<Prepared> {
  const asked = fieldOf(form, '_form')?.endsWith('-conditions') === true;
  const { conditions } = value as { conditions: readonly unknown[] };
  const errors: Record<string, string> = {};
  for (let index = 0; index < 20; index += 1) {
    const at = (field: string) => (fieldOf(form, `conditions[${index}].${field}`) ?? '').trim();
    const begun = ['owner', 'due.day', 'due.month', 'due.year'].some((field) => at(field) !== '');
    if (begun && at('what') === '') errors[`conditions[${index}].what`] = 'Say what the condition is';
  }
  if (asked && conditions.length === 0 && Object.keys(errors).length === 0)
    errors['conditions[0].what'] = 'Write at least one condition, or approve without';
  return Promise.resolve(Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, input: value });
}

const condition = fields({ what: text(), owner: line(), due: day(), before: optional(before()) });
const gateWhy = { fields: fields({ gate: gate(), why: text() }) };

/** Forms of a condition, which stand on the page of its gate and on that of all gates. */
export const CONDITION_FORMS: Readonly<Record<string, FormCommand>> = {
  'close-condition': { fields: fields({ conditionId: line(), note: text(), evidence: ids(50) }) },
  'confirm-condition': { fields: fields({ conditionId: line() }) },
  'send-condition-back': { fields: fields({ conditionId: line(), why: text() }) },
  'reassign-condition': { fields: fields({ conditionId: line(), owner: line(), due: day(), why: text() }) },
  'withdraw-condition': { fields: fields({ conditionId: line(), why: text() }) },
  'withdraw-waiver': { fields: fields({ waiverId: line(), why: text() }) },
};

/** Forms of one gate. */
const GATE_FORMS: Readonly<Record<string, FormCommand>> = {
  attest: {
    fields: fields({
      criterion: line(),
      gate: gate(),
      note: text(),
      particulars: particulars(),
      attachments: ids(200),
    }),
    prepare: withDays,
  },
  'sign-off': {
    fields: fields({ criterion: line(), gate: gate(), note: text(), particulars: particulars() }),
    prepare: withDays,
  },
  'mark-seen': { fields: fields({ attestationId: line() }) },
  'withdraw-attestation': { fields: fields({ attestationId: line(), why: text() }) },
  'withdraw-sign-off': { fields: fields({ signOffId: line(), why: text() }) },
  'waive-criterion': {
    fields: fields({
      gate: gate(),
      criterion: line(),
      why: text(),
      expires: day(),
      instead: fields({ what: text(), owner: line(), due: day() }),
    }),
  },
  'submit-gate': { fields: fields({ gate: gate(), note: text() }) },
  'withdraw-submission': gateWhy,
  'approve-gate': {
    fields: fields({
      gate: gate(),
      role: role(),
      packDigest: line(),
      narrative: text(),
      forum: optional(line()),
      meetingDate: optional(day()),
      minute: optional(line()),
      conditions: list(condition, { max: 20, skipWithout: 'what' }),
    }),
    prepare: withConditions,
  },
  'take-back-approval': gateWhy,
  'defer-gate': { fields: fields({ gate: gate(), role: role(), required: text() }) },
  'reject-gate': gateWhy,
  'revoke-gate': gateWhy,
  'ask-question': { fields: fields({ gate: gate(), question: text() }) },
  'answer-question': { fields: fields({ gate: gate(), questionId: line(), answer: text() }) },
};

/** Forms of the page of one gate; an approval that found the pack moved comes back to say so, and not that it was done. */
export const gateForms = (page: string): Readonly<Record<string, FormCommand>> => ({
  ...GATE_FORMS,
  'approve-gate': {
    ...GATE_FORMS['approve-gate']!,
    then: ({ events }) =>
      events.some((each) => each.type === 'submission-returned')
        ? `${page}?done=submission-returned#came-back`
        : page,
  },
});

const fate = fields({
  line: line(),
  fate: optional(choice(['withdrawn', 'substituted', 'moved'], 'Say what becomes of the saving')),
  to: optional(line()),
});
const decision = fields({
  gate: gate(),
  decidedOn: partialDate(),
  decider: line(),
  reference: line(),
  evidence: ids(50),
});
const why = { fields: fields({ why: text() }) };
const nothing = { fields: fields({}) };

/** Forms of the project's gates as a whole. */
export const PROJECT_GATE_FORMS: Readonly<Record<string, FormCommand>> = {
  'give-assurance-opinion': {
    fields: fields({ rating: line(), scale: line(), given: day(), summary: text(), evidence: ids(50) }),
  },
  'set-tolerances': {
    fields: fields({
      timeMonths: wholeNumber({ from: 0, to: 24 }),
      cost: confidence(),
      benefit: confidence(),
    }),
  },
  'declare-confidence': {
    fields: fields({
      rating: choice(['red', 'amber', 'green'], 'Choose red, amber or green'),
      why: text(),
    }),
  },
  'hold-project': why,
  'resume-project': why,
  'close-project': { fields: fields({ why: text(), fates: list(fate, { max: 500 }) }) },
  'agree-closing': nothing,
  'take-back-closing': why,
  'reopen-project': why,
  'agree-reopening': nothing,
  'take-back-reopening': why,
  'adopt-decisions': {
    fields: fields({ decisions: list(decision, { max: 6, skipWithout: 'decider' }) }),
  },
  'confirm-adopted-decisions': nothing,
};
