import { fields } from '../decode-form';
import { line, text, yesNo } from '../form-fields';
import type { PageArgs } from './load-project';
import { REGISTER_FORMS, registerFields, rowFields, type RegisterForm } from './registers-asks';
import { runCommandFromForm, type FormCommand } from './run-command';

type Commands = Readonly<Record<string, FormCommand>>;

function commandsOf(form: RegisterForm, path: string): Commands {
  const toRow = (_answer: unknown, input: unknown) =>
    `${path}#row-${encodeURIComponent((input as { readonly rowId: string }).rowId)}`;
  const toRegister = () => `${path}#${form.key}`;
  return {
    [`record-${form.name}`]: { fields: fields(registerFields(form)), then: toRegister },
    [`amend-${form.name}`]: { fields: rowFields(form), then: toRow },
    [`confirm-${form.name}`]: { fields: fields({ rowId: line() }), then: toRow },
    [`withdraw-${form.name}`]: { fields: fields({ rowId: line(), why: text() }), then: toRegister },
  };
}

/** The commands that the registers page gives. */
export function runRegistersCommand(args: PageArgs) {
  const path = new URL(args.request.url).pathname;
  const commands: Commands = {
    ...Object.assign({}, ...REGISTER_FORMS.map((form) => commandsOf(form, path))),
    'resolve-linked-case': {
      fields: fields({ rowId: line(), projectRef: line() }),
      then: () => `${path}#linkedCases`,
    },
    'confirm-register-none': { fields: fields({ register: line() }) },
    'declare-cost-baselines': {
      fields: fields({ covers: yesNo('Say whether the list covers the scope') }),
      then: () => `${path}#covers`,
    },
  };
  return runCommandFromForm(args, { commands });
}
