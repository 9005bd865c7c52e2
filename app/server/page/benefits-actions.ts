import { fields, many, optional } from '../decode-form';
import { answer, choice, decimal, line, partialDate, text } from '../form-fields';
import type { PageArgs } from './load-project';
import { runCommandFromForm } from './run-command';

const ids = (max: number) => many((typed) => ({ ok: true, value: typed }), max);

const terms = {
  category: line(),
  description: answer(text()),
  realisation: answer(partialDate()),
  measure: optional(line()),
  unit: optional(line()),
  direction: optional(choice(['up', 'down'], 'Choose whether more or less is better')),
  baseline: optional(fields({ value: decimal(), date: partialDate() })),
  target: optional(decimal()),
  baselineFoundBy: optional(line()),
};

/** The commands that the benefits page gives; once done, it goes back to the benefit's own part of the page. */
export function runBenefitsCommand(args: PageArgs) {
  const path = new URL(args.request.url).pathname;
  const toRow = (_answer: unknown, input: unknown) =>
    `${path}#row-${encodeURIComponent((input as { readonly benefitId: string }).benefitId)}`;
  const benefit = { benefitId: line() };
  const why = { ...benefit, why: text() };
  return runCommandFromForm(args, {
    commands: {
      'record-benefit': { fields: fields(terms), then: () => path },
      'amend-benefit': { fields: fields({ ...benefit, ...terms }), then: toRow },
      'withdraw-benefit': { fields: fields(why), then: toRow },
      'confirm-none-benefits': { fields: fields({ benefitIds: ids(200) }) },
      'confirm-register-none': { fields: fields({ register: line() }) },
      'propose-benefit-owner': { fields: fields({ ...benefit, person: line() }), then: toRow },
      'accept-benefit': { fields: fields(benefit), then: toRow },
      'decline-benefit': { fields: fields(why), then: toRow },
      'set-onward-owner': {
        fields: fields({ ...benefit, owner: line(), reviewDate: partialDate() }),
        then: toRow,
      },
      'record-reading': {
        fields: fields({
          ...benefit,
          value: decimal(),
          date: partialDate(),
          source: text(),
          evidence: ids(50),
        }),
        then: toRow,
      },
      'withdraw-reading': { fields: fields({ ...why, readingId: line() }), then: toRow },
    },
  });
}
