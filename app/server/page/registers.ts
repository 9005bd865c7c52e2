import { plainPounds } from '~/core/money/format-money';
import { counted, standing, type Row } from '~/core/project/row';
import type { Project } from '~/core/project/state';
import { REGISTER_WORDS } from '~/core/registers/names';
import type { LinkedCase } from '~/core/registers/state';
import { formatFy } from '~/core/time/financial-year';
import { shortDay } from '~/core/time/iso-day';
import { findingsHere } from './findings-here';
import { lastChange } from './last-change';
import { activePeople, notFound, type LoadedProject } from './load-project';
import { REGISTER_FORMS, type Ask, type RegisterForm } from './registers-asks';
import { REGISTER_TABLES } from './registers-cells';

const pathOf = ({ project }: LoadedProject): string =>
  `/projects/${encodeURIComponent(project.ref)}/registers`;

const rowsOf = (project: Project, form: RegisterForm): readonly Row[] => project.registers[form.key];

const isSuggested = (row: Row): boolean => row.suggestedFrom !== undefined && !row.confirmed;

function shownRow(loaded: LoadedProject, form: RegisterForm, row: Row) {
  return {
    id: row.id,
    cells: REGISTER_TABLES[form.key].cells(row, loaded),
    last: lastChange(loaded, row.recorded, row.amended, row.confirmed, row.withdrawn),
    editHref: `${pathOf(loaded)}?edit=${encodeURIComponent(row.id)}`,
  };
}

function suggestedRow(loaded: LoadedProject, form: RegisterForm, row: Row) {
  return {
    ...shownRow(loaded, form, row),
    from: row.suggestedFrom ?? '',
    whyNotConfirm: loaded.whyNot(`confirm-${form.name}`, { rowId: row.id }),
    whyNotWithdraw: loaded.whyNot(`withdraw-${form.name}`, { rowId: row.id, why: 'x' }),
  };
}

function withdrawnRow(loaded: LoadedProject, form: RegisterForm, row: Row) {
  const gone = row.withdrawn;
  return {
    ...shownRow(loaded, form, row),
    said: gone ? `${loaded.name(gone.by)}, ${shortDay(gone.day)}: ${gone.why}` : '',
  };
}

/** What the criteria will still ask of a register's confirmed rows, in words. */
function wanting({ project }: LoadedProject, { key }: RegisterForm): readonly string[] {
  const { registers } = project;
  if (key === 'options') {
    const options = counted(registers.options);
    return [
      ...(options.length < 2 ? [`${options.length} of at least 2 options`] : []),
      ...(options.some((each) => each.isBusinessAsUsual) ? [] : ['business as usual is not among them']),
      ...(options.some((each) => each.isPreferred) ? [] : ['none is preferred']),
    ];
  }
  if (key === 'costBaselines') {
    const unknown = counted(registers.costBaselines).filter((each) => each.amount.state !== 'given');
    return [
      ...(counted(registers.costBaselines).length === 0 ? ['no cost baseline is confirmed'] : []),
      ...(unknown.length > 0 ? [`${unknown.length} unknown`] : []),
      ...(project.case.costBaselinesCover ? [] : ['the lead has not said whether the list covers the scope']),
    ];
  }
  if (key === 'linkedCases') {
    const open = counted(registers.linkedCases).filter((each) => each.projectRef === undefined);
    return open.length > 0 ? [`${open.length} not resolved to a project`] : [];
  }
  if (key === 'assumptions') {
    const rows = counted(registers.assumptions);
    const unowned = rows.filter((each) => each.kind !== 'constraint' && !each.owner);
    const unsorted = rows.filter((each) => each.kind === 'unsorted');
    return [
      ...(unsorted.length > 0 ? [`${unsorted.length} not yet sorted`] : []),
      ...(unowned.length > 0 ? [`${unowned.length} without an owner`] : []),
    ];
  }
  return [];
}

function registerOf(loaded: LoadedProject, form: RegisterForm) {
  const { project, name } = loaded;
  const rows = rowsOf(project, form);
  const live = standing(rows);
  const none = project.registers.confirmedNone[form.key];
  const { columns } = REGISTER_TABLES[form.key];
  return {
    key: form.key,
    name: form.name,
    anchor: form.anchor,
    title: form.title,
    noun: form.noun,
    words: REGISTER_WORDS[form.key],
    purpose: form.purpose,
    columns,
    rows: live.filter((row) => !isSuggested(row)).map((row) => shownRow(loaded, form, row)),
    suggested: live.filter(isSuggested).map((row) => suggestedRow(loaded, form, row)),
    withdrawn: rows.filter((row) => row.withdrawn).map((row) => withdrawnRow(loaded, form, row)),
    none: none ? `${name(none.by)} confirmed on ${shortDay(none.day)} that there are none.` : undefined,
    wanting: none ? [] : wanting(loaded, form),
    addHref: `${pathOf(loaded)}?add=${encodeURIComponent(form.key)}`,
    whyNotRecord: loaded.whyNot(`record-${form.name}`),
    canBeNone: live.length === 0 && !none,
    whyNotNone: loaded.whyNot('confirm-register-none'),
  };
}

function declarationOf(loaded: LoadedProject) {
  const { project, name } = loaded;
  const said = project.case.costBaselinesCover;
  return {
    covers: said?.covers,
    by: said ? `${name(said.by)}, ${shortDay(said.day)}` : undefined,
    whyNot: loaded.whyNot('declare-cost-baselines'),
  };
}

/** What a row says, as its form would have it typed; the names of an amount's two boxes as the form sends them. */
function typedValues(form: RegisterForm, row: Row): Readonly<Record<string, string>> {
  const terms = row as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(form.asks.flatMap((ask) => typedValue(ask, terms[ask.name])));
}

function typedValue({ name, kind }: Ask, value: unknown): readonly (readonly [string, string])[] {
  if (value === undefined) return [];
  switch (kind) {
    case 'money':
      return [[name, plainPounds(value as number)]];
    case 'cost': {
      const amount = value as { state: string; value?: number };
      return [
        [`${name}.kind`, amount.state === 'given' ? 'given' : 'tbc'],
        ...(amount.value === undefined ? [] : [[`${name}.value`, plainPounds(amount.value)] as const]),
      ];
    }
    case 'yes-no':
      return [[name, value === true ? 'yes' : 'no']];
    case 'year':
      return [[name, formatFy(value as number)]];
    default:
      return [[name, String(value)]];
  }
}

/** The form for one row, new or known, with what its selects offer. */
function formOf(loaded: LoadedProject, form: RegisterForm, row: Row | undefined) {
  const reasoned = { rowId: row?.id ?? '', why: 'x' };
  return {
    name: form.name,
    title: form.title,
    noun: form.noun,
    purpose: form.purpose,
    asks: form.asks,
    rowId: row?.id,
    values: row
      ? typedValues(form, row)
      : Object.fromEntries(form.asks.flatMap(({ name, initial }) => (initial ? [[name, initial]] : []))),
    suggestedFrom: row && isSuggested(row) ? row.suggestedFrom : undefined,
    withdrawn: row?.withdrawn?.why,
    people: activePeople(loaded).map(({ id, name }) => ({ value: id, text: name })),
    deliverables: standing(loaded.project.schedule.deliverables).map(({ id, title }) => ({
      value: id,
      text: title,
    })),
    whyNotSave: loaded.whyNot(row ? `amend-${form.name}` : `record-${form.name}`),
    whyNotConfirm: row ? loaded.whyNot(`confirm-${form.name}`, { rowId: row.id }) : undefined,
    whyNotWithdraw: row ? loaded.whyNot(`withdraw-${form.name}`, reasoned) : undefined,
    resolve: row && form.key === 'linkedCases' ? resolveOf(loaded, row as LinkedCase) : undefined,
  };
}

const resolveOf = (loaded: LoadedProject, row: LinkedCase) => ({
  projectRef: row.projectRef ?? '',
  projects: loaded.external.projectRefs
    .filter((ref) => ref !== loaded.project.ref)
    .map((ref) => ({ value: ref, text: ref })),
  whyNot: loaded.whyNot('resolve-linked-case'),
});

function chosenForm(loaded: LoadedProject, request: Pick<Request, 'url'>) {
  const query = new URL(request.url).searchParams;
  const [edit, add] = [query.get('edit'), query.get('add')];
  if (edit === null && add === null) return undefined;
  for (const form of REGISTER_FORMS) {
    if (add === form.key) return formOf(loaded, form, undefined);
    const row = rowsOf(loaded.project, form).find(({ id }) => id === edit);
    if (row) return formOf(loaded, form, row);
  }
  throw notFound();
}

/** The registers page: every register with its rows, and with `?edit=` or `?add=` the form of one row. */
export function registersOf(loaded: LoadedProject, request: Pick<Request, 'url'>) {
  const form = chosenForm(loaded, request);
  return {
    marks: loaded.marks,
    path: pathOf(loaded),
    form,
    registers: form ? [] : REGISTER_FORMS.map((each) => registerOf(loaded, each)),
    findings: form ? [] : findingsHere(loaded, 'registers'),
    declaration: declarationOf(loaded),
  };
}
