import { z } from 'zod';
import { changesOf } from '../journal/changes';
import type { At, EventKind, EventKinds } from '../journal/event';
import { replaceRow, rowById, type Row } from '../project/row';
import type { Project } from '../project/state';
import {
  rowsOf,
  whySchema,
  withRows,
  type AmendedBody,
  type Of,
  type RecordedBody,
  type RegisterDefinition,
  type Shape,
  type WhyBody,
} from './definition';

type Kind<B> = EventKind<Project, B>;
type RowBody = { readonly rowId: string };

/** The four kinds of event of one register. */
export type RegisterEvents<N extends string, F extends Shape, W extends Shape> = Readonly<
  Record<`${N}-recorded`, Kind<RecordedBody<F, W>>> &
    Record<`${N}-amended`, Kind<AmendedBody<F, W>>> &
    Record<`${N}-withdrawn`, Kind<WhyBody>> &
    Record<`${N}-confirmed`, Kind<RowBody>>
>;

const markAt = (at: At) => ({ by: at.actor, day: at.day, seq: at.seq });

/** Builds a register's events: `…-recorded`, `…-amended`, `…-withdrawn` and, for suggested rows, `…-confirmed`. */
export function registerEvents<N extends string, R extends Row, F extends Shape, W extends Shape>(
  def: RegisterDefinition<N, R, F, W>,
): RegisterEvents<N, F, W> {
  const kinds: EventKinds<Project> = {
    [`${def.name}-recorded`]: recorded(def),
    [`${def.name}-amended`]: amended(def),
    [`${def.name}-withdrawn`]: withdrawn(def),
    [`${def.name}-confirmed`]: confirmed(def),
  };
  return kinds as unknown as RegisterEvents<N, F, W>;
}

type Def<R extends Row, F extends Shape, W extends Shape> = RegisterDefinition<string, R, F, W>;

/** A row's own terms out of an event's body; a term that is absent stays absent. */
function ownOf<R extends Row, F extends Shape, W extends Shape>(def: Def<R, F, W>, body: AmendedBody<F, W>) {
  const flat: Readonly<Record<string, unknown>> = { ...body, ...(body.words as object) };
  const names = [...Object.keys(def.figures), ...Object.keys(def.words)];
  const own = Object.fromEntries(
    names.filter((name) => flat[name] !== undefined).map((name) => [name, flat[name]]),
  );
  return def.row(own as Of<F> & Of<W>);
}

function recorded<R extends Row, F extends Shape, W extends Shape>(
  def: Def<R, F, W>,
): Kind<RecordedBody<F, W>> {
  const body = z.object({
    rowId: z.string(),
    ...def.figures,
    fromDocument: z.boolean(),
    suggested: z.boolean(),
    words: z.object({ ...def.words, suggestedFrom: z.string().optional() }),
  });
  return {
    v: 1,
    section: 'registers',
    body: body as unknown as z.ZodType<RecordedBody<F, W>>,
    evolve(project, event, at) {
      const row = {
        id: event.rowId,
        ...ownOf(def, event),
        recorded: markAt(at),
        amended: markAt(at),
        ...(event.fromDocument ? { fromDocument: true } : {}),
        // Never empty: a row once suggested stays unread by gates even where its words were redacted.
        ...(event.suggested ? { suggestedFrom: event.words.suggestedFrom || 'words removed' } : {}),
      } as unknown as R;
      const { [def.key]: _ended, ...confirmedNone } = project.registers.confirmedNone;
      const ended = { ...project, registers: { ...project.registers, confirmedNone } };
      const after = withRows(ended, def.key, [...rowsOf<R>(project, def.key), row]);
      return def.moves ? def.moves(after, undefined, row, at) : after;
    },
    says: (event, _before, names) => ({
      sentence: `${def.noun} ${event.suggested ? 'suggested from the document' : 'recorded'}`,
      changes: changesOf({}, def.shown(ownOf(def, event), names.person)),
    }),
  };
}

function amended<R extends Row, F extends Shape, W extends Shape>(
  def: Def<R, F, W>,
): Kind<AmendedBody<F, W>> {
  const body = z.object({ rowId: z.string(), ...def.figures, words: z.object(def.words) });
  const terms = new Set([...Object.keys(def.figures), ...Object.keys(def.words)]);
  return {
    v: 1,
    section: 'registers',
    body: body as unknown as z.ZodType<AmendedBody<F, W>>,
    evolve: (project, event, at) =>
      change(def, project, event.rowId, at, (row) => {
        const kept = Object.fromEntries(Object.entries(row).filter(([name]) => !terms.has(name)));
        return { ...kept, ...ownOf(def, event), amended: markAt(at) } as unknown as R;
      }),
    says(event, before, names) {
      const row = rowById(rowsOf<R>(before, def.key), event.rowId);
      return {
        sentence: `${called(def, before, event.rowId)} changed`,
        changes: changesOf(
          row ? def.shown(row, names.person) : {},
          def.shown(ownOf(def, event), names.person),
        ),
      };
    },
  };
}

const withdrawn = <R extends Row, F extends Shape, W extends Shape>(def: Def<R, F, W>): Kind<WhyBody> => ({
  v: 1,
  section: 'registers',
  body: whySchema,
  evolve: (project, event, at) =>
    change(def, project, event.rowId, at, (row) => ({
      ...row,
      withdrawn: { ...markAt(at), why: event.words.why },
    })),
  says: (event, before) => ({
    sentence: `${called(def, before, event.rowId)} withdrawn: ${event.words.why}`,
  }),
});

const confirmed = <R extends Row, F extends Shape, W extends Shape>(def: Def<R, F, W>): Kind<RowBody> => ({
  v: 1,
  section: 'registers',
  body: z.object({ rowId: z.string() }),
  evolve: (project, event, at) =>
    change(def, project, event.rowId, at, (row) => ({ ...row, confirmed: markAt(at) })),
  says: (event, before) => ({ sentence: `${called(def, before, event.rowId)} confirmed` }),
});

function change<R extends Row, F extends Shape, W extends Shape>(
  def: Def<R, F, W>,
  project: Project,
  rowId: string,
  at: At,
  how: (row: R) => R,
): Project {
  const rows = rowsOf<R>(project, def.key);
  const before = rowById(rows, rowId);
  if (!before) return project;
  const after = how(before);
  const next = withRows(
    project,
    def.key,
    replaceRow(rows, rowId, () => after),
  );
  return def.moves ? def.moves(next, before, after, at) : next;
}

/** The row's name in a sentence: its noun and headline. */
export function called<R extends Row, F extends Shape, W extends Shape>(
  def: Def<R, F, W>,
  project: Project,
  rowId: string,
): string {
  const row = rowById(rowsOf<R>(project, def.key), rowId);
  return row ? `${def.noun} “${def.headline(row)}”` : def.noun;
}
