import { data, redirect, type AppLoadContext } from '@remix-run/node';
import type { NotDone, SentBack, ShownChange } from '~/core/command/sent-back';
import { nameOf, type Directory } from '~/core/access/directory';
import { commandNamed } from '~/core/streams';
import type { Answer } from '~/shell/answer';
import { refuseOnAPastDay } from '../as-at';
import { decodeForm, type DecodedForm, type Field } from '../decode-form';
import { fieldOf, typedIn, type SentForm } from '../form';
import { FORM_LIMITS, readEnvelope, UPLOAD_LIMITS, withUploads, type FormReading } from '../read-form';
import { requireActor, safeNext } from '../require-actor';
import { forgetProjects, loadProject, notFound, type PageArgs } from './load-project';
import { shownRefusal } from './shown-refusal';

type Ok = Extract<Answer, { kind: 'ok' }>;
type Decoded = Extract<DecodedForm<unknown>, { ok: true }>;

/** The input made of what was read, or what is wrong with it by the form's names. */
export type Prepared =
  | { readonly ok: true; readonly input: unknown }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** How one command is given by a form of the page. */
export interface FormCommand {
  /** The form's fields; see decode-form and form-fields. */
  readonly fields: Field<unknown>;
  /** Where to go once it is done; the page itself by default. A path, with an anchor if it helps. */
  readonly then?: (answer: Ok, input: unknown) => string;
  /** Whether the form may bring files; then `prepare` keeps them. */
  readonly files?: boolean;
  /** Makes the command's input of what was read: files into blobs, marks of the page into ids. */
  readonly prepare?: (value: unknown, form: SentForm, context: AppLoadContext) => Promise<Prepared>;
  /** For commands on a person's stream: whose. */
  readonly stream?: (value: unknown, context: AppLoadContext) => string | undefined;
}

const COMMAND_FIELD = '_command';
const FORM_FIELD = '_form';
const THEN_FIELD = '_then';

const sentBackIn = new WeakSet<AppLoadContext>();

/** Whether this request's form was handed back; page titles then begin with "Error: ". */
export const wasSentBack = (context: AppLoadContext): boolean => sentBackIn.has(context);

/** Notes that this request's form was handed back. */
export const noteSentBack = (context: AppLoadContext): void => void sentBackIn.add(context);

interface Given {
  readonly args: PageArgs;
  readonly name: string;
  readonly spec: FormCommand;
  readonly form: SentForm;
}

/**
 * Runs the command a form of the page gives. Done: a redirect (303) to the page or to `then`, with `?done=`. Not done:
 * the page again with everything that was typed and why: 400 invalid, 403 or 422 refused, 409 a command id used twice,
 * 412 stale, 503 busy. Throws for what no form of ours sends, and 409 on a page of a past day.
 */
export async function runCommandFromForm(
  args: PageArgs,
  { commands }: { readonly commands: Readonly<Record<string, FormCommand>> },
) {
  requireActor(args.request, args.context);
  refuseOnAPastDay(args.request.url);
  const limits = Object.values(commands).some((each) => each.files) ? UPLOAD_LIMITS : FORM_LIMITS;
  return withUploads(args.request, limits, async (reading) => {
    const form = readOrThrow(reading);
    const name = fieldOf(form, COMMAND_FIELD) ?? '';
    const spec = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!spec) throw badRequest();
    return give({ args, name, spec, form });
  });
}

const badRequest = (): Response => new Response('Bad request', { status: 400, statusText: 'Bad Request' });

/** The form, or the answer 400, 408, 413 or 415 thrown. */
export function readOrThrow(reading: FormReading): SentForm {
  if (reading.ok) return reading.form;
  throw new Response(reading.message, { status: reading.status });
}

async function give(given: Given) {
  const { args, name, spec, form } = given;
  const envelope = readEnvelope(form);
  if (!envelope.ok) throw badRequest();
  const decoded = decodeForm(form, spec.fields);
  const fileErrors = Object.fromEntries(form.faults.map(({ field, message }) => [field, message]));
  if (!decoded.ok || form.faults.length > 0) {
    const errors = { ...fileErrors, ...(decoded.ok ? {} : decoded.errors) };
    return sendBack(given, 400, { kind: 'invalid' }, errors, decoded.understood);
  }
  const prepared: Prepared = spec.prepare
    ? await spec.prepare(decoded.value, form, args.context)
    : { ok: true, input: decoded.value };
  if (!prepared.ok) return sendBack(given, 400, { kind: 'invalid' }, prepared.errors, decoded.understood);
  const answer = await args.context.tracker.run({
    command: name,
    ...(await streamOf(given, decoded.value)),
    input: prepared.input,
    commandId: envelope.commandId,
    ...(envelope.expectedVersion === undefined ? {} : { expectedVersion: envelope.expectedVersion }),
    actor: requireActor(args.request, args.context),
  });
  forgetProjects(args.context);
  if (answer.kind !== 'ok') return notDone(given, answer, decoded);
  return redirect(whereTo(given, answer, prepared.input), 303);
}

async function streamOf({ args, name, spec }: Given, value: unknown) {
  const command = commandNamed(name);
  if (!command) throw new Error(`There is no command ${name}`);
  const kind = command.stream;
  if (kind === 'project' && !command.begins) return { kind, id: (await loadProject(args)).project.id };
  const id = spec.stream?.(value, args.context);
  return id === undefined ? { kind } : { kind, id };
}

/** The page to go to, with `?done=<command>`; at the notice of it unless an anchor is named, never where the form was. */
function whereTo({ args, name, spec, form }: Given, answer: Ok, input: unknown): string {
  const here = new URL(args.request.url);
  for (const own of ['index', 'done', '_data']) here.searchParams.delete(own);
  const asked = fieldOf(form, THEN_FIELD);
  const path = asked ? safeNext(asked) : (spec.then?.(answer, input) ?? `${here.pathname}${here.search}`);
  const to = new URL(path, 'http://here.invalid');
  // What came of it may be something else than was asked for: an approval can send a submission back.
  if (!to.searchParams.has('done')) to.searchParams.set('done', name);
  return `${to.pathname}${to.search}${to.hash === '' ? '#done' : to.hash}`;
}

function sendBack(
  { args, name, form }: Given,
  status: number,
  why: NotDone,
  errors: SentBack['errors'] = {},
  understood: SentBack['understood'] = {},
) {
  noteSentBack(args.context);
  const typed = Object.fromEntries(Object.entries(typedIn(form)).filter(([key]) => !key.startsWith('_')));
  const sentBack: SentBack = {
    command: name,
    form: fieldOf(form, FORM_FIELD) ?? '',
    why,
    errors,
    typed,
    understood,
  };
  return data(sentBack, { status });
}

async function notDone(
  given: Given,
  answer: Exclude<Answer, Ok>,
  { nameOf: nameOfField, understood }: Decoded,
) {
  const { directory } = await given.args.context.tracker.external();
  switch (answer.kind) {
    case 'invalid': {
      const errors = answer.errors.map(({ path, message }) => [nameOfField(path), message] as const);
      return sendBack(given, 400, { kind: 'invalid' }, Object.fromEntries(errors), understood);
    }
    case 'refused': {
      const refusals = answer.refusals.map((each) => shownRefusal(each, directory, nameOfField));
      const barred = refusals.every(({ reason }) => reason === 'not-permitted' || reason === 'no-account');
      const errors = refusals.flatMap(({ field, because }) =>
        field !== undefined && given.form.fields.has(field) ? [[field, because] as const] : [],
      );
      const status = barred ? 403 : 422;
      return sendBack(given, status, { kind: 'refused', refusals }, Object.fromEntries(errors), understood);
    }
    case 'stale': {
      const changed = shownChanges(answer.changed, directory);
      return sendBack(given, 412, { kind: 'stale', changed }, {}, understood);
    }
    case 'conflict-of-command-id':
      return sendBack(given, 409, { kind: 'conflict' }, {}, understood);
    case 'unavailable':
      return sendBack(given, 503, { kind: 'unavailable' }, {}, understood);
    case 'not-found':
      throw notFound();
  }
}

const shownChanges = (
  changed: Extract<Answer, { kind: 'stale' }>['changed'],
  directory: Directory,
): readonly ShownChange[] =>
  changed.map(({ section, events }) => ({
    section,
    events: events.map(({ seq, sentence, by, day, changes }) => ({
      seq,
      sentence,
      by: nameOf(directory, by),
      day,
      changes: changes ?? [],
    })),
  }));
