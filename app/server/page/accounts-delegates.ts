import { whyNotGive } from './programme-page';
import { fields, type Field } from '../decode-form';
import { day, line, read } from '../form-fields';
import { requireActor } from '../require-actor';
import { reason, runFormOf } from './accounts-form';
import { delegationsOf, loadPerson } from './accounts-person';
import type { PageArgs } from './load-project';

/** Who stands in, or stood in, for the Section 151 officer, and who can be asked to. */
export async function delegatesView(args: PageArgs) {
  const { context } = args;
  const { person: actor } = requireActor(args.request, context);
  const { tracker, today } = context;
  const { directory } = await tracker.external();
  const people = Object.values(directory).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const delegated: ReturnType<typeof delegationsOf>[number][] = [];
  const marks: Record<string, Awaited<ReturnType<typeof loadPerson>>['marks']> = {};
  for (const { id } of people) {
    const loaded = await loadPerson(args, id);
    if (loaded.person.delegations.length === 0) continue;
    delegated.push(...delegationsOf(loaded, today));
    marks[id] = loaded.marks;
  }
  delegated.sort((a, b) => (a.from < b.from ? 1 : -1));
  const candidates = people.filter(
    (each) => each.active && each.id !== actor && !each.roles.includes('s151'),
  );
  return {
    // The form says whom it is about, so it cannot say which version of them was seen.
    marks: { ref: '', version: undefined, stamp: context.newCommandId() },
    today,
    officers: people.filter((each) => each.active && each.roles.includes('s151')).map(({ name }) => name),
    open: delegated.filter(({ open }) => open),
    past: delegated.filter(({ open }) => !open),
    personMarks: marks,
    candidates: candidates.map(({ id, name }) => ({ value: id, text: name })),
    // A delegate has the officer's rights but this one.
    whyNotName: context.person?.roles.includes('s151')
      ? undefined
      : ((await whyNotGive(args, 'name-delegate')) ?? {
          because: 'Only the Section 151 officer in person names delegates.',
        }),
  };
}

const someone = (): Field<string> =>
  read((typed) =>
    typed.trim() === ''
      ? { ok: false, message: 'Choose a person' }
      : { ok: true, value: typed.trim(), understood: '' },
  );

const streamOf = (value: unknown): string | undefined => (value as { person?: string }).person;

/** Takes the person out: they are whose record the command is given on, and no part of what it says. */
const withoutPerson = async (value: unknown) => {
  const { person: _person, ...input } = value as { person: string };
  return { ok: true as const, input };
};

/** Answers the forms of the page: name a delegate for a period, end a delegation. */
export const actOnDelegates = (args: PageArgs) =>
  runFormOf(
    args,
    {},
    {
      'name-delegate': {
        fields: fields({ person: someone(), from: day(), to: day() }),
        stream: streamOf,
        prepare: withoutPerson,
      },
      'end-delegation': {
        fields: fields({ person: line(), delegationId: line(), why: reason() }),
        stream: streamOf,
        prepare: withoutPerson,
      },
    },
  );
