import { z } from 'zod';
import type { Role } from '../access/directory';
import { textSchema } from '../answers/text';
import type { Context } from '../command/context';
import type { Refusal } from '../command/refusal';
import type { At, NewEvent } from '../journal/event';
import type { Row } from '../project/row';
import type { Project } from '../project/state';
import type { Registers } from './state';

export type Shape = z.ZodRawShape;
/** What a shape reads to. */
export type Of<S extends Shape> = keyof S extends never ? object : z.infer<z.ZodObject<S>>;
/** The registers that are lists of rows. */
export type RegisterKey = Exclude<keyof Registers, 'confirmedNone'>;

/** What one row says of itself, beside what every row has. */
export type OwnOf<R extends Row> = Omit<R, keyof Row>;

/** The body of a `…-recorded` event. Figures, dates and ids at the top; everything written under `words`. */
export type RecordedBody<F extends Shape, W extends Shape> = Of<F> & {
  readonly rowId: string;
  readonly fromDocument: boolean;
  /** Suggested from a document's prose; gates read it only once a person confirmed it. */
  readonly suggested: boolean;
  readonly words: Of<W> & { readonly suggestedFrom?: string | undefined };
};
export type AmendedBody<F extends Shape, W extends Shape> = Of<F> & {
  readonly rowId: string;
  readonly words: Of<W>;
};

/** A register: its rows' terms, how they are called and told, and what its commands check. */
export interface RegisterDefinition<N extends string, R extends Row, F extends Shape, W extends Shape> {
  /** The name its events and commands begin or end with: `linked-case`. */
  readonly name: N;
  readonly key: RegisterKey;
  /** What one row is called in a sentence: "Linked case". */
  readonly noun: string;
  /** Whom its commands are for. */
  readonly who: readonly Role[];
  /** Figures, dates, ids and choices, as kept. */
  readonly figures: F;
  /** Free text and the names of outsiders, as kept. */
  readonly words: W;
  /** Where a person may enter less than a document may state: the narrower schemas, by field. */
  readonly entered?: Partial<Readonly<Record<keyof (F & W) & string, z.ZodType>>>;
  /** Proves to the compiler that what events carry is what the row holds. */
  row(own: Of<F> & Of<W>): OwnOf<R>;
  /** The row in a few words, for sentences. */
  headline(row: R): string;
  /** What the row says, label by label, for before and after. */
  shown(row: OwnOf<R>, person: (id: string) => string): Readonly<Record<string, string | undefined>>;
  /** Refusals beyond rights, existence and rows withdrawn; `rowId` is undefined for a new row. */
  check?(project: Project, terms: OwnOf<R>, rowId: string | undefined, context: Context): readonly Refusal[];
  /** Facts that go before a row's recording or change. */
  before?(project: Project, terms: OwnOf<R>, rowId: string | undefined): readonly NewEvent[];
  /** What else a row's change moves in the record. */
  moves?(project: Project, before: R | undefined, after: R, at: At): Project;
}

/** Types a register's definition by the row it keeps. */
export const register =
  <R extends Row>() =>
  <N extends string, F extends Shape, W extends Shape>(
    def: RegisterDefinition<N, R, F, W>,
  ): RegisterDefinition<N, R, F, W> =>
    def;

/** The rows of a register. */
export const rowsOf = <R extends Row>(project: Project, key: RegisterKey): readonly R[] =>
  project.registers[key] as readonly Row[] as readonly R[];

/** The project with a register's rows changed. */
export const withRows = <R extends Row>(project: Project, key: RegisterKey, rows: readonly R[]): Project => ({
  ...project,
  registers: { ...project.registers, [key]: rows },
});

/** Why something was done, in an event's words. */
export const whySchema = z.object({ rowId: z.string(), words: z.object({ why: textSchema(10_000) }) });
export type WhyBody = z.infer<typeof whySchema>;
