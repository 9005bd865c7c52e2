import { z } from 'zod';
import { canonicalJson } from '../answers/canonical';
import { lineSchema, textSchema } from '../answers/text';
import { accept, refuse, type Decision } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import type { NewEvent } from '../journal/event';
import { projectCommand, type ProjectCommand } from '../project/command';
import { rowById, type Row } from '../project/row';
import type { Project } from '../project/state';
import { rowsOf, type Of, type OwnOf, type RegisterDefinition, type Shape } from './definition';
import { saysSomething } from './fields';

/** How many rows a register holds, withdrawn ones included. */
export const MANY_ROWS = 500;

type Def<R extends Row, F extends Shape, W extends Shape> = RegisterDefinition<string, R, F, W>;
type Flat = Readonly<Record<string, unknown>>;

const rowId = lineSchema(100);
const why = saysSomething(textSchema(10_000));

/** Builds a register's commands: `record-…`, `amend-…`, `withdraw-…` and, for suggested rows, `confirm-…`. */
export function registerCommands<N extends string, R extends Row, F extends Shape, W extends Shape>(
  def: RegisterDefinition<N, R, F, W>,
): readonly ProjectCommand[] {
  return [recordCommand(def), amendCommand(def), withdrawCommand(def), confirmCommand(def)];
}

const inputOf = <R extends Row, F extends Shape, W extends Shape>(
  def: Def<R, F, W>,
): Record<string, z.ZodType> => ({
  ...(def.figures as Readonly<Record<string, unknown>> as Record<string, z.ZodType>),
  ...(def.words as Readonly<Record<string, unknown>> as Record<string, z.ZodType>),
  ...(def.entered as Readonly<Record<string, z.ZodType>> | undefined),
});

const nounOf = (def: { readonly noun: string }): string => def.noun.toLowerCase();

/** What a person entered as the event carries it: text under words, absent answers left out. */
function bodyOf<R extends Row, F extends Shape, W extends Shape>(def: Def<R, F, W>, id: string, input: Flat) {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const isWords = ([name]: readonly [string, unknown]): boolean => name in def.words;
  return {
    rowId: id,
    ...Object.fromEntries(given.filter((entry) => !isWords(entry))),
    words: Object.fromEntries(given.filter(isWords)),
  };
}

const event = (def: { readonly name: string }, what: string, body: unknown): NewEvent => ({
  type: `${def.name}-${what}`,
  v: 1,
  body,
});

const termsOf = <R extends Row, F extends Shape, W extends Shape>(def: Def<R, F, W>, input: Flat): OwnOf<R> =>
  def.row(input as Of<F> & Of<W>);

/** Why a row cannot be changed: not there, or withdrawn. */
function notStanding<R extends Row, F extends Shape, W extends Shape>(
  def: Def<R, F, W>,
  project: Project,
  id: string,
): readonly Refusal[] {
  const row = rowById(rowsOf<R>(project, def.key), id);
  const fix = { fix: { screen: 'registers' as const, field: def.key } };
  if (!row) return [refusal('no-such-row', `There is no such ${nounOf(def)} on this project.`, fix)];
  return row.withdrawn ? [refusal('withdrawn-row', `This ${nounOf(def)} is withdrawn.`, fix)] : [];
}

const recordCommand = <R extends Row, F extends Shape, W extends Shape>(def: Def<R, F, W>) =>
  projectCommand<Flat>({
    name: `record-${def.name}`,
    title: `Record ${nounOf(def)}`,
    purpose: `Adds a ${nounOf(def)} to the record.`,
    who: def.who,
    input: z.object(inputOf(def)),
    reads: ['registers'],
    decide(project, input, context): Decision {
      const terms = termsOf(def, input);
      const refusals = [
        ...(def.check?.(project, terms, undefined, context) ?? []),
        ...(rowsOf(project, def.key).length >= MANY_ROWS
          ? [refusal('limit-reached', `A project holds up to ${MANY_ROWS} rows in one register.`)]
          : []),
      ];
      if (refusals.length > 0) return refuse(...refusals);
      const id = context.ids();
      return accept(
        ...(def.before?.(project, terms, undefined) ?? []),
        event(def, 'recorded', { ...bodyOf(def, id, input), fromDocument: false, suggested: false }),
      );
    },
  });

const amendCommand = <R extends Row, F extends Shape, W extends Shape>(def: Def<R, F, W>) =>
  projectCommand<Flat & { readonly rowId: string }>({
    name: `amend-${def.name}`,
    title: `Change ${nounOf(def)}`,
    purpose: `Sets the terms of a ${nounOf(def)} anew; what is left out is unknown.`,
    who: def.who,
    input: z.object({ rowId, ...inputOf(def) }) as unknown as z.ZodType<Flat & { readonly rowId: string }>,
    reads: ['registers'],
    decide(project, { rowId: id, ...input }, context: Context): Decision {
      const terms = termsOf(def, input);
      const refusals = [
        ...notStanding(def, project, id),
        ...(def.check?.(project, terms, id, context) ?? []),
      ];
      if (refusals.length > 0) return refuse(...refusals);
      const row = rowById(rowsOf<R>(project, def.key), id) as unknown as Flat;
      const names = Object.keys(inputOf(def));
      if (names.every((name) => sameTerm(row[name], input[name]))) return accept();
      return accept(
        ...(def.before?.(project, terms, id) ?? []),
        event(def, 'amended', bodyOf(def, id, input)),
      );
    },
  });

const sameTerm = (a: unknown, b: unknown): boolean =>
  canonicalJson([a ?? null]) === canonicalJson([b ?? null]);

const withdrawCommand = <R extends Row, F extends Shape, W extends Shape>(def: Def<R, F, W>) =>
  projectCommand({
    name: `withdraw-${def.name}`,
    title: `Withdraw ${nounOf(def)}`,
    purpose: `Withdraws a ${nounOf(def)}, with the reason; it stays in the history. Only the sponsor does where it stops the next gate.`,
    who: [...def.who, 'sponsor'],
    input: z.object({ rowId, why }),
    reads: ['registers'],
    decide(project, { rowId: id, why: reason }): Decision {
      const refusals = notStanding(def, project, id);
      if (refusals.length > 0) return refuse(...refusals);
      return accept(event(def, 'withdrawn', { rowId: id, words: { why: reason } }));
    },
  });

const confirmCommand = <R extends Row, F extends Shape, W extends Shape>(def: Def<R, F, W>) =>
  projectCommand({
    name: `confirm-${def.name}`,
    title: `Confirm ${nounOf(def)}`,
    purpose: `Confirms a ${nounOf(def)} that was suggested from a document’s prose; only then do gates read it.`,
    who: def.who,
    input: z.object({ rowId }),
    reads: ['registers'],
    decide(project, { rowId: id }): Decision {
      const refusals = notStanding(def, project, id);
      if (refusals.length > 0) return refuse(...refusals);
      const row = rowById(rowsOf<R>(project, def.key), id);
      return row?.suggestedFrom && !row.confirmed ? accept(event(def, 'confirmed', { rowId: id })) : accept();
    },
  });
