import { fieldsOfSection } from '~/core/case/commands-answers';
import { TEXT_FIELDS } from '~/core/case/state';
import { fields, many, optional } from '../../decode-form';
import { answer, line, money, text, wholeNumber, yesNo } from '../../form-fields';
import type { FormCommand } from '../run-command';
import { TEXT_SECTIONS } from './case-sections';

type Commands = Readonly<Record<string, FormCommand>>;

/** The fields of one section's form: each answered or left out. */
function textForm(section: (typeof TEXT_SECTIONS)[number]): FormCommand['fields'] {
  return fields(
    Object.fromEntries(
      fieldsOfSection(section.key).map((name) => [
        name,
        optional(answer(TEXT_FIELDS[name].shape === 'line' ? line() : text())),
      ]),
    ),
  );
}

const FIELD_NAME = /^[a-zA-Z]{1,40}$/;
const fieldName = (typed: string) =>
  FIELD_NAME.test(typed)
    ? ({ ok: true, value: typed } as const)
    : ({ ok: false, message: 'Choose a field of the case' } as const);

const ONE_TO_FIVE = { from: 1, to: 5 };

/** The commands the page of the case gives; done, one comes back to the part of the page it was about. */
export function caseCommands(page: string): Commands {
  const backTo = (anchor: string) => ({ then: () => `${page}#${anchor}` });
  return {
    ...Object.fromEntries(
      TEXT_SECTIONS.map((section) => [
        section.command,
        { fields: textForm(section), ...backTo(section.key) } satisfies FormCommand,
      ]),
    ),
    'rate-qualification': {
      fields: fields({
        financialBenefits: optional(answer(money())),
        effort: optional(answer(wholeNumber(ONE_TO_FIVE))),
        impact: optional(answer(wholeNumber(ONE_TO_FIVE))),
      }),
      ...backTo('qualification'),
    },
    'choose-route': { fields: fields({ buying: answer(yesNo()) }), ...backTo('buying') },
    'declare-cost-baselines': {
      fields: fields({ covers: yesNo('Say whether the list covers the scope') }),
      ...backTo('costBaselinesCover'),
    },
    'confirm-none': {
      fields: fields({ fields: many(fieldName, 50) }),
      then: (_answer, input) => `${page}#${firstField(input)}`,
    },
    'confirm-stakeholders': { fields: fields({}), ...backTo('stakeholders') },
    comment: { fields: fields({ about: line(), text: text() }), ...backTo('comments') },
  };
}

const firstField = (input: unknown): string =>
  (input as { fields?: readonly string[] }).fields?.[0] ?? 'case';
