import { useFormAction, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { usePast } from '~/features/as-at/past';
import { HiddenFields, type HiddenFieldsProps } from '~/ui/HiddenFields';
import { formCommandId } from './form-id';
import { Outcome } from './Outcome';
import { useTyped } from './use-typed';

/** Where a page's forms stand: what its loader returns as `marks`. */
export interface Marks {
  readonly ref: string;
  /** None where the form itself says which record it is about. */
  readonly version: number | undefined;
  readonly stamp: string;
}

export interface CommandFormProps {
  command: string;
  /** Tells several forms of the same command apart: a row's id, say. */
  form?: string;
  /** The page's marks; those of the page's own loader by default. */
  marks?: Marks;
  /** What the form sends without asking. */
  hidden?: HiddenFieldsProps['values'];
  /** The local path to go to once it is done; the page by default. */
  then?: string;
  /** Set where the form brings files. */
  files?: boolean;
  /** Names the form for people who hear the page; needed where one page has several. */
  label?: string;
  className?: string;
  children: ReactNode;
}

/** The address this page's forms are sent to, without the notice of what was done before. */
export function usePageAction(): string {
  const action = useFormAction();
  const [path = '', search = ''] = action.split('?');
  const kept = search.split('&').filter((pair) => pair !== '' && !pair.startsWith('done='));
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}

/**
 * A form that gives one command: a plain post, with or without scripts. It carries the page's version and an id of its
 * own, and shows above its fields why it came back, when it did. A page of a past day has none.
 */
export function CommandForm(props: CommandFormProps) {
  const { command, form = '', hidden, then, files, label, className, children } = props;
  const own = useMarks(props.marks);
  const typed = useTyped(command, form);
  const past = usePast();
  const action = usePageAction();
  // A form that comes back is where the page then stands, with or without scripts.
  const id = ['form', command, form].filter((part) => part !== '').join('-');
  if (past) return null;
  return (
    <form
      method="post"
      id={id}
      action={`${action}#${id}`}
      encType={files ? 'multipart/form-data' : undefined}
      noValidate
      aria-label={label}
      className={className}
    >
      <HiddenFields
        values={{
          _command: command,
          _form: form === '' ? undefined : form,
          _id: formCommandId(own.stamp, command, form),
          _version: own.version,
          _then: then,
          ...hidden,
        }}
      />
      <Outcome typed={typed} projectRef={own.ref} />
      {children}
    </form>
  );
}

/** The marks given, else those of the page’s own loader. */
export function useMarks(given?: Marks): Marks {
  const loaded: unknown = useLoaderData();
  if (given) return given;
  if (!loaded || typeof loaded !== 'object' || !('marks' in loaded)) {
    throw new Error('A page with forms returns marks from its loader');
  }
  return loaded.marks as Marks;
}
