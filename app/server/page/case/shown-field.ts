import { isDebt, type Answer } from '~/core/answers/answer';
import { owedSince } from '~/core/debts/debts';
import type { Field } from '~/core/project/field';
import type { Project } from '~/core/project/state';
import { daysBetween } from '~/core/time/iso-day';
import type { LoadedProject } from '../load-project';

type Reader = Pick<LoadedProject, 'project' | 'today' | 'name'>;

/** What the document a record came from is called; the last one where there are several. */
export const documentName = (project: Project): string | undefined => project.documents.at(-1)?.name;

/** Where an answer came from: the document or a person, the day, and the event that says so. */
export interface ShownSource {
  readonly who: string;
  readonly document: boolean;
  readonly day: string;
  readonly seq: number;
}

/** Who gave a field and when; undefined while nobody did. */
export function sourceOf({ project, name }: Reader, field: Field<unknown>): ShownSource | undefined {
  if (field.seq === 0) return undefined;
  const document = field.fromDocument === true;
  const who = document ? (documentName(project) ?? 'the document') : name(field.by);
  return { who, document, day: field.day, seq: field.seq };
}

/** Whole days a field has been TBC or unanswered without a break, and since when; undefined where nothing is owed. */
export function owedOf({ project, today }: Reader, field: Field<unknown>) {
  if (!isDebt(field.answer)) return undefined;
  const since = owedSince(project, field);
  return { since, days: Math.max(0, daysBetween(since, today)) };
}

export type AnswerState = Answer<unknown>['state'];

/** One field of the form as the page reads it. */
export interface ShownField {
  /** The field's own name: its anchor, and its name in the form. */
  readonly name: string;
  readonly label: string;
  readonly shape: 'line' | 'text' | 'list';
  readonly state: AnswerState;
  /** What was given, in words; empty otherwise. */
  readonly text: string;
  /** What stands in the form's input; differs from `text` where figures are typed. */
  readonly typed: string;
  /** A document's own words where they are not what is shown. */
  readonly words: string | undefined;
  readonly source: ShownSource | undefined;
  readonly owed: { readonly since: string; readonly days: number } | undefined;
}

/** A field as shown, its value put in words by `show` and into an input by `type`. */
export function shownField<T>(
  reader: Reader,
  about: Pick<ShownField, 'name' | 'label' | 'shape'>,
  field: Field<T>,
  { show, type = show }: { readonly show: (value: T) => string; readonly type?: (value: T) => string },
): ShownField {
  const { answer } = field;
  const text = answer.state === 'given' ? show(answer.value) : '';
  const words = answer.state === 'given' ? answer.words : undefined;
  return {
    ...about,
    state: answer.state,
    text,
    typed: answer.state === 'given' ? type(answer.value) : '',
    words: words === text ? undefined : words,
    source: sourceOf(reader, field),
    owed: owedOf(reader, field),
  };
}
