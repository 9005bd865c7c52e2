import { useActionData } from '@remix-run/react';
import type { NotDone, SentBack } from '~/core/command/sent-back';
import type { DatePart, DateParts } from '~/ui/PartialDateField';
import type { ErrorItem } from '~/ui/ErrorSummary';

/** One form's way back: what was typed in it, what is wrong with it, and the ids of its fields. */
export interface Typed {
  readonly command: string;
  readonly form: string;
  /** Whether it was this form that came back. */
  readonly cameBack: boolean;
  readonly why?: NotDone;
  /** For the error summary, each leading to its field. */
  readonly errors: readonly ErrorItem[];
  /** The id of a field of this form. */
  id(name: string): string;
  /** What was typed, else what the record says. */
  value(name: string, recorded?: string): string | undefined;
  values(name: string, recorded?: readonly string[]): readonly string[];
  error(name: string): string | undefined;
  understood(name: string): string | undefined;
  /** Props of a text field, text area, money field, select or radios. */
  field(name: string, recorded?: string): FieldBack<string>;
  /** Props of a PartialDateField. */
  date(name: string, recorded?: string): FieldBack<string | DateParts> & { errorParts?: readonly DatePart[] };
  /** Props of a CheckboxesField. */
  checks(name: string, recorded?: readonly string[]): FieldBack<readonly string[]>;
}

/** What a field of `~/ui` is given to come back as it was typed. */
export interface FieldBack<V> {
  readonly name: string;
  readonly id: string;
  readonly defaultValue?: V;
  readonly error?: string;
}

const PARTS: readonly DatePart[] = ['day', 'month', 'year'];

/** The page's last sent-back form, if one was. */
export function useSentBack(): SentBack | undefined {
  const back: unknown = useActionData();
  return back && typeof back === 'object' && 'why' in back ? (back as SentBack) : undefined;
}

/** The state of one form of the page: of this command and, where there are several of it, of this key. */
export function useTyped(command: string, form = ''): Typed {
  const back = useSentBack();
  return typedOf(back?.command === command && back.form === form ? back : undefined, command, form);
}

/** As `useTyped`, of a form handed back by other means; also for lists of forms, where a hook cannot go. */
export function typedOf(back: SentBack | undefined, command: string, form = ''): Typed {
  const mine = back?.command === command && back.form === form ? back : undefined;
  const id = (name: string) => [command, form, name].filter((part) => part !== '').join('-');
  const value = (name: string, recorded?: string) => (mine ? (mine.typed[name]?.[0] ?? '') : recorded);
  const values = (name: string, recorded?: readonly string[]) =>
    mine ? (mine.typed[name] ?? []) : (recorded ?? []);
  const error = (name: string) => mine?.errors[name];
  const back1 = <V>(name: string, defaultValue: V | undefined): FieldBack<V> => ({
    name,
    id: id(name),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(error(name) === undefined ? {} : { error: error(name)! }),
  });
  return {
    command,
    form,
    cameBack: mine !== undefined,
    ...(mine ? { why: mine.why } : {}),
    errors: mine?.why.kind === 'invalid' ? errorItems(mine.errors, id) : [],
    id,
    value,
    values,
    error,
    understood: (name) => mine?.understood[name],
    field: (name, recorded) => back1(name, value(name, recorded)),
    date: (name, recorded) => {
      const typed = mine && Object.fromEntries(PARTS.map((part) => [part, value(`${name}.${part}`)]));
      const wrong = PARTS.filter((part) => error(`${name}.${part}`) !== undefined);
      return { ...back1(name, typed ?? recorded), ...(wrong.length > 0 ? { errorParts: wrong } : {}) };
    },
    checks: (name, recorded) => back1(name, values(name, recorded)),
  };
}

/** A message for a part of a date leads to the date; the whole date's own message is not said twice. */
function errorItems(errors: SentBack['errors'], id: (name: string) => string): readonly ErrorItem[] {
  return Object.entries(errors)
    .filter(
      ([name]) => !(/\.(day|month|year)$/.test(name) && errors[name.replace(/\.\w+$/, '')] !== undefined),
    )
    .map(([name, message]) => ({ field: id(name.replace(/\.kind$/, '')), message }));
}
