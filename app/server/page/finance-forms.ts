import { CONVENTIONS, LINE_KINDS, TIMINGS } from '~/core/finance/state';
import { ABSENT, fields, list, many, optional, single, type Field } from '../decode-form';
import { changedRow, chosenYear, dateBox, moneyAnswer, orNull, yearsTicked } from '../form-rows';
import {
  choice,
  confidence,
  financialYear,
  line,
  money,
  month,
  share,
  text,
  wholeNumber,
  yesNo,
} from '../form-fields';
import { linePath } from './finance-words';
import type { FormCommand } from './run-command';

const YEARS = 30;
const lineId = line();
const fy = () => wholeNumber({ from: 1989, to: 2100 });
const signed = () => money({ negatives: true });
const ids = (max: number) => many((value) => ({ ok: true, value }), max);
const ofYears: FormCommand = { fields: fields({ lineId, fys: yearsTicked() }) };

const seen = () => wholeNumber({ from: 0, to: 999_999_999 });
const byConfidence = fields({
  method: choice(['confidence']),
  fy: fy(),
  confidence: confidence(),
  basis: optional(text()),
  seen: seen(),
});
const byFigure = fields({
  method: choice(['figure']),
  fy: fy(),
  amount: signed(),
  basis: text(),
  seen: seen(),
});

/** One year of a validation: by confidence, by a figure of finance's own, or left as it is. */
const validation: Field<unknown> = {
  decode(decoding, name, path) {
    const method = single(decoding, `${name}.method`);
    for (const own of ['method', 'fy', 'confidence', 'amount', 'basis', 'seen']) {
      decoding.known.add(`${name}.${own}`);
    }
    if (method === ABSENT || method === 'leave') return ABSENT;
    return (method === 'figure' ? byFigure : byConfidence).decode(decoding, name, path);
  },
};

const commonTerms = {
  category: orNull(line()),
  convention: orNull(choice(CONVENTIONS, 'Choose incremental or annual')),
  costCentre: orNull(line()),
  costBaseline: orNull(line()),
  startMonth: orNull(month()),
  fullYearEffect: orNull(signed()),
};

/** The forms of the finance page itself. */
export const financeForms = (ref: string): Readonly<Record<string, FormCommand>> => ({
  'add-money-line': {
    fields: fields({
      kind: choice(LINE_KINDS, 'Choose saving, income or investment'),
      timing: choice(TIMINGS, 'Choose one-off or recurring'),
      title: line(),
      category: optional(line()),
      convention: optional(choice(CONVENTIONS, 'Choose incremental or annual')),
      costCentre: optional(line()),
      costBaseline: optional(line()),
      startMonth: optional(month()),
      fullYearEffect: optional(signed()),
      cells: list(fields({ fy: fy(), answer: moneyAnswer() }), { max: YEARS, skipWithout: 'answer' }),
    }),
    then: () => `/projects/${encodeURIComponent(ref)}/finance#lines`,
  },
  'extend-horizon': { fields: fields({ first: financialYear(), last: financialYear() }) },
  'declare-non-cashable': { fields: fields({ why: text() }) },
  'agree-non-cashable': { fields: fields({}) },
});

/** The form of the appraisal's page. */
export const appraisalForms: Readonly<Record<string, FormCommand>> = {
  'set-optimism-bias': {
    fields: fields({
      investment: share(30_000, 'Enter a per cent from 0% to 300%, such as 24%'),
      savings: share(10_000, 'Enter a per cent from 0% to 100%, such as 10%'),
      why: text(),
    }),
  },
};

const amended = Object.fromEntries(
  Object.entries<Field<unknown>>(commonTerms).map(([key, field]) => [key, optionalIfNotSent(field)]),
);

/** A member that is left out where the form does not show it, and read (empty included) where it does. */
function optionalIfNotSent<T>(field: Field<T>): Field<T> & { readonly optional: true } {
  return {
    optional: true,
    decode: (decoding, name, path) => {
      const prefixed = [...decoding.sent.keys()].some((sent) => sent === name || sent.startsWith(`${name}.`));
      return prefixed ? field.decode(decoding, name, path) : ABSENT;
    },
  };
}

interface EvidenceForm {
  readonly lineId: string;
  readonly attachments: readonly string[];
  readonly attachmentsWas: readonly string[];
}

const attach: FormCommand = {
  fields: fields({ lineId, attachments: ids(100), attachmentsWas: ids(100) }),
  // The boxes tell how it shall be; the command wants what is put on and what is taken off.
  prepare: (value) => {
    const { lineId: id, attachments, attachmentsWas } = value as EvidenceForm;
    return Promise.resolve({
      ok: true,
      input: {
        lineId: id,
        attachments: attachments.filter((each) => !attachmentsWas.includes(each)),
        detach: attachmentsWas.filter((each) => !attachments.includes(each)),
      },
    });
  },
};

const leadForms: Readonly<Record<string, FormCommand>> = {
  'propose-figures': {
    fields: fields({
      lineId,
      cells: list(changedRow({ fy: fy() }, { answer: moneyAnswer() }), { max: YEARS }),
    }),
  },
  're-phase-line': {
    fields: fields({
      lineId,
      into: choice(['proposed', 'forecast'], 'Choose the proposal or the forecast'),
      shown: list(fields({ fy: fy(), amount: signed() }), { max: YEARS }),
    }),
  },
  'amend-money-line': {
    fields: fields({
      lineId,
      title: line(),
      timing: choice(TIMINGS, 'Choose one-off or recurring'),
      ...amended,
    }),
  },
  'adopt-money-line': { fields: fields({ lineId }) },
  'confirm-none-figures': ofYears,
  'attach-line-evidence': attach,
  'forecast-figures': {
    fields: fields({
      lineId,
      cells: list(changedRow({ fy: fy() }, { amount: signed() }), { max: YEARS }),
      why: text(),
    }),
  },
  'record-delivered': {
    fields: fields({
      lineId,
      fy: chosenYear(),
      amount: signed(),
      toDate: yesNo('Say whether this is delivered to date or for the whole year'),
      evidence: ids(100),
      note: optional(text()),
    }),
  },
  'explain-variance': {
    fields: fields({
      lineId,
      fy: chosenYear(),
      why: text(),
      mitigation: optional(fields({ what: line(), amount: signed(), owner: line() })),
    }),
  },
  'withdraw-money-line': { fields: fields({ lineId, why: text() }) },
  'restore-money-line': { fields: fields({ lineId }) },
};

const financeOnly: Readonly<Record<string, FormCommand>> = {
  'validate-figures': {
    fields: fields({ lineId, cells: list(validation, { max: YEARS }), termsSeen: seen() }),
  },
  'record-mtfs': {
    fields: fields({
      lineId,
      round: line(),
      cells: list(fields({ fy: fy(), answer: moneyAnswer() }), { max: YEARS, skipWithout: 'answer' }),
    }),
  },
  'explain-gap': {
    fields: fields({ lineId, fy: chosenYear(), amount: optional(signed()), why: text() }),
  },
  'schedule-budget-change': { fields: fields({ lineId, month: month() }) },
  'confirm-forecast': ofYears,
  'confirm-delivered': ofYears,
  'bank-saving': {
    fields: fields({
      lineId,
      fy: chosenYear(),
      amount: signed(),
      month: month(),
      permanence: choice(['permanent', 'one-year'], 'Choose permanent or for one year'),
      journalReference: line(),
    }),
  },
  'set-banking-status': {
    fields: fields({
      lineId,
      fy: chosenYear(),
      status: choice(['scheduled', 'not-bankable'], 'Choose scheduled or not bankable'),
      why: text(),
    }),
  },
};

/** The forms of one money line's page; once done they lead back to the line without its form. */
export function lineForms(ref: string, id: string): Readonly<Record<string, FormCommand>> {
  const all = {
    ...leadForms,
    ...financeOnly,
    'own-saving-onward': { fields: fields({ lineId, owner: line(), reviewDate: dateBox() }) },
  };
  const then = () => linePath(ref, id);
  return Object.fromEntries(Object.entries(all).map(([name, form]) => [name, { ...form, then }]));
}
