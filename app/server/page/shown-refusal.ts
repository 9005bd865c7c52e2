import { nameOf, type Directory, type Role } from '~/core/access/directory';
import { isProjectRole, listOf, ROLE_WORDS } from '~/core/access/may';
import type { Mender, Refusal } from '~/core/command/refusal';
import type { ShownRefusal, WhyNot } from '~/core/command/sent-back';

const roleWords = (role: string): string => ROLE_WORDS[role as Role] ?? role;

/** Who can mend something, in words: "Ann Lee, the project lead, or a PMO officer"; undefined when nobody is named. */
export function whoInWords(by: readonly Mender[] | undefined, directory: Directory): string | undefined {
  if (!by || by.length === 0) return undefined;
  // "Ann Lee (the project lead)" says "the project lead" already.
  const held = new Set(by.filter((each) => each.person !== undefined).map((each) => each.role));
  const words = by
    .filter(({ role, person }) => person !== undefined || !(isProjectRole(role) && held.has(role)))
    .map(({ role, person }) =>
      person === undefined ? roleWords(role) : `${nameOf(directory, person)} (${roleWords(role)})`,
    );
  return listOf([...new Set(words)]);
}

/** The same without articles, for a list's margin: "PMO officer", "Ann Lee". */
export function whoBriefly(by: readonly Mender[], directory: Directory): string | undefined {
  const words = by.map(({ role, person }) =>
    person === undefined ? roleWords(role).replace(/^(a|an|the) /, '') : nameOf(directory, person),
  );
  const text = listOf([...new Set(words)]);
  return by.length === 0 ? undefined : text.charAt(0).toUpperCase() + text.slice(1);
}

/** A refusal as pages show it; `nameOfField` turns a path of the input into the form's own name. */
export function shownRefusal(
  refusal: Refusal,
  directory: Directory,
  nameOfField: (path: string) => string = (path) => path,
): ShownRefusal {
  const { reason, because, field, fix, by } = refusal;
  const who = whoInWords(by, directory);
  return {
    reason,
    because,
    ...(field === undefined ? {} : { field: nameOfField(field) }),
    ...(fix === undefined ? {} : { fix }),
    ...(who === undefined ? {} : { who }),
  };
}

/** Why an action is not to be had, every reason in one; undefined when it is. */
export function whyNot(refusals: readonly Refusal[], directory: Directory): WhyNot | undefined {
  const [first] = refusals;
  if (!first) return undefined;
  const because = [...new Set(refusals.map((each) => each.because))].join(' ');
  const who = whoInWords(
    // A right that is wanting names its roles already; only a person adds to it.
    refusals.flatMap(({ reason, by = [] }) =>
      reason === 'not-permitted' ? by.filter(({ person }) => person !== undefined) : by,
    ),
    directory,
  );
  const fix = refusals.find((each) => each.fix)?.fix;
  return { because, ...(who === undefined ? {} : { who }), ...(fix === undefined ? {} : { fix }) };
}
