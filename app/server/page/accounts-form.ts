import { data, redirect } from '@remix-run/node';
import type { NotDone, SentBack } from '~/core/command/sent-back';
import type { Answer } from '~/shell/answer';
import { refuseOnAPastDay } from '../as-at';
import { decodeForm, type Field } from '../decode-form';
import { fieldOf, typedIn, type SentForm } from '../form';
import { read } from '../form-fields';
import { readForm } from '../read-form';
import { requireActor } from '../require-actor';
import { forgetProjects, type PageArgs } from './load-project';
import { noteSentBack, readOrThrow, runCommandFromForm, type FormCommand } from './run-command';
import { shownRefusal } from './shown-refusal';

/** What came of a form that gives no command of the record: about passwords, sessions, tokens and invitations. */
export type OwnAnswer =
  | { readonly kind: 'done'; readonly to: string; readonly headers?: Readonly<Record<string, string>> }
  /** The page itself, with something that is shown this once. */
  | { readonly kind: 'shown'; readonly shown: Shown }
  | { readonly kind: 'invalid'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'not-done'; readonly answer: Exclude<Answer, { kind: 'ok' }> };

/** A secret handed over: the page shows it and nothing keeps it. */
export interface Shown {
  readonly what: 'invitation' | 'token';
  readonly secret: string;
  /** Whose it is, and the instant it ends. */
  readonly name: string;
  readonly expires: string;
  /** The person's id, where it is an invitation. */
  readonly person?: string;
}

/** Reads one form and does what it asks. */
export type OwnForm = (form: SentForm) => Promise<OwnAnswer>;

/** A form of these fields; what cannot be read comes back at its field, and `act` is not asked. */
export const ownForm =
  <T>(fields: Field<T>, act: (value: T) => Promise<OwnAnswer>): OwnForm =>
  async (form) => {
    const decoded = decodeForm(form, fields);
    return decoded.ok ? act(decoded.value) : { kind: 'invalid', errors: decoded.errors };
  };

/** Text that must be there, with its own words for when it is not. */
export const said = (message: string): Field<string> =>
  read((typed) =>
    typed.trim() === '' ? { ok: false, message } : { ok: true, value: typed, understood: '' },
  );

/** Why something is done to an account or a role. */
export const reason = (): Field<string> => said('Enter the reason');

/**
 * Answers a post of a page with forms of its own beside those that give commands. Done: a redirect (303); shown: the
 * page with the secret; else the page as it was typed, but for passwords: 400 invalid, 403 or 422 refused.
 */
export async function runFormOf(
  args: PageArgs,
  own: Readonly<Record<string, OwnForm>>,
  commands: Readonly<Record<string, FormCommand>> = {},
) {
  requireActor(args.request, args.context);
  refuseOnAPastDay(args.request.url);
  const form = readOrThrow(await readForm(args.request.clone()));
  const name = fieldOf(form, '_command') ?? '';
  const act = Object.hasOwn(own, name) ? own[name] : undefined;
  if (!act) return runCommandFromForm(args, { commands });
  const answer = await act(form);
  forgetProjects(args.context);
  switch (answer.kind) {
    case 'done':
      return redirect(answer.to, { status: 303, headers: answer.headers ?? {} });
    case 'shown':
      return data({ shown: answer.shown }, { status: 200 });
    case 'invalid':
      return handBack(args, name, form, 400, { kind: 'invalid' }, answer.errors);
    case 'not-done':
      return notDone(args, name, form, answer.answer);
  }
}

const SECRET = /^(current|fresh|again|password)$/;

function handBack(
  { context }: PageArgs,
  command: string,
  form: SentForm,
  status: number,
  why: NotDone,
  errors: SentBack['errors'] = {},
) {
  noteSentBack(context);
  const typed = Object.fromEntries(
    Object.entries(typedIn(form)).filter(([key]) => !key.startsWith('_') && !SECRET.test(key)),
  );
  const back: SentBack = { command, form: fieldOf(form, '_form') ?? '', why, errors, typed, understood: {} };
  return data(back, { status });
}

async function notDone(
  args: PageArgs,
  name: string,
  form: SentForm,
  answer: Exclude<Answer, { kind: 'ok' }>,
) {
  switch (answer.kind) {
    case 'refused': {
      const { directory } = await args.context.tracker.external();
      const refusals = answer.refusals.map((each) => shownRefusal(each, directory));
      const barred = refusals.every(
        (each) => each.reason === 'not-permitted' || each.reason === 'no-account',
      );
      return handBack(args, name, form, barred ? 403 : 422, { kind: 'refused', refusals });
    }
    case 'invalid': {
      const errors = Object.fromEntries(answer.errors.map(({ path, message }) => [path, message]));
      return handBack(args, name, form, 400, { kind: 'invalid' }, errors);
    }
    case 'unavailable':
      return handBack(args, name, form, 503, { kind: 'unavailable' });
    default:
      return handBack(args, name, form, 409, { kind: 'conflict' });
  }
}
