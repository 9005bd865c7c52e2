import { fields, optional } from '../decode-form';
import { line, partialDate, text, wholeNumber } from '../form-fields';
import { runCommandFromForm } from './run-command';
import type { PageArgs } from './load-project';

const rating = () => optional(wholeNumber({ from: 1, to: 5 }));

const terms = {
  ref: optional(line()),
  risk: text(),
  mitigation: optional(text()),
  likelihood: rating(),
  impact: rating(),
  statedTotal: optional(wholeNumber({ from: 0, to: 1000 })),
  owner: optional(line()),
  due: optional(partialDate()),
};

/** The commands that the risks page gives; once done, it goes back to the risk's row in the register. */
export function runRisksCommand(args: PageArgs) {
  const path = new URL(args.request.url).pathname;
  const toRow = (_answer: unknown, input: unknown) =>
    `${path}#row-${encodeURIComponent((input as { readonly riskId: string }).riskId)}`;
  const why = { fields: fields({ riskId: line(), why: text() }), then: toRow };
  return runCommandFromForm(args, {
    commands: {
      'record-risk': { fields: fields(terms), then: () => path },
      'amend-risk': { fields: fields({ riskId: line(), ...terms }), then: toRow },
      'accept-risk': why,
      'close-risk': why,
      'reopen-risk': why,
      'withdraw-risk': why,
    },
  });
}
