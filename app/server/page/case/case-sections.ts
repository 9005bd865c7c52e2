import { fieldsOfSection, TEXT_LIMIT } from '~/core/case/commands-answers';
import { TEXT_FIELDS, type CaseSection, type TextField } from '~/core/case/state';
import { formatMoney, plainPounds } from '~/core/money/format-money';
import { openAppointments } from '~/core/people/state';
import type { LoadedProject } from '../load-project';
import { shownField, type ShownField } from './shown-field';

/** The sections answered field by field: what `?edit=` takes, in the order of the form. */
export const TEXT_SECTIONS: readonly {
  readonly key: CaseSection;
  readonly title: string;
  readonly command: string;
}[] = [
  { key: 'information', title: 'Project information', command: 'record-information' },
  { key: 'opportunity', title: 'Opportunity', command: 'state-opportunity' },
  { key: 'scope', title: 'Scope of the project', command: 'set-scope' },
  { key: 'objectives', title: 'Objectives', command: 'state-objectives' },
  {
    key: 'current-position',
    title: 'Assessment of the current position',
    command: 'assess-current-position',
  },
  { key: 'proposed-changes', title: 'Proposed changes', command: 'propose-changes' },
  { key: 'finance-notes', title: 'Finance notes', command: 'record-finance-notes' },
  { key: 'stakeholders', title: 'Resources and stakeholders', command: 'record-stakeholders' },
];

/** Sections answered otherwise than by text. */
const OTHER_SECTIONS = [
  { key: 'qualification', title: 'Opportunity qualification', command: 'rate-qualification' },
  { key: 'buying', title: 'Delivery route', command: 'choose-route' },
  { key: 'costBaselinesCover', title: 'What the service costs today', command: 'declare-cost-baselines' },
] as const;

const plain = { show: (text: string) => text };

const textField = (loaded: LoadedProject, name: TextField): ShownField =>
  shownField(
    loaded,
    { name, label: TEXT_FIELDS[name].label, shape: TEXT_FIELDS[name].shape },
    loaded.project.case.text[name],
    plain,
  );

/** One section of text fields, with why it cannot be edited by the one who looks. */
function textSection(loaded: LoadedProject, { key, title, command }: (typeof TEXT_SECTIONS)[number]) {
  return {
    key,
    title,
    command,
    limit: TEXT_LIMIT,
    whyNot: loaded.whyNot(command),
    fields: fieldsOfSection(key).map((name) => textField(loaded, name)),
  };
}

function scaleOf({ external }: LoadedProject, id: 'effort' | 'impact') {
  const scale = external.framework.ratingScales.find((each) => each.id === id);
  return { title: scale?.title ?? id, points: scale?.points ?? [] };
}

/** The three ratings, and the scales of the framework in force they are on. */
function qualificationOf(loaded: LoadedProject) {
  const { financialBenefits, effort, impact } = loaded.project.case.qualification;
  const scales = { effort: scaleOf(loaded, 'effort'), impact: scaleOf(loaded, 'impact') };
  const point = (id: 'effort' | 'impact', onScale: boolean) => (value: number) =>
    onScale
      ? `${value} of ${scales[id].points.length}: ${scales[id].points[value - 1] ?? '?'}`
      : String(value);
  const rating = (name: 'effort' | 'impact', label: string, field: typeof effort) =>
    shownField(loaded, { name, label, shape: 'line' }, field, {
      show: point(name, field.fromDocument !== true),
      type: String,
    });
  return {
    ...OTHER_SECTIONS[0],
    whyNot: loaded.whyNot('rate-qualification'),
    scales,
    /** A number of the document names no scale until a person rates it. */
    unscaled: [
      ...(effort.fromDocument && effort.answer.state === 'given' ? ['effort'] : []),
      ...(impact.fromDocument && impact.answer.state === 'given' ? ['impact'] : []),
    ],
    fields: [
      shownField(
        loaded,
        { name: 'financialBenefits', label: 'Financial benefits, as the case states them', shape: 'line' },
        financialBenefits,
        { show: formatMoney, type: plainPounds },
      ),
      rating('effort', 'Effort / ease of implementation', effort),
      rating('impact', 'Impact (financial and non-financial)', impact),
    ],
  };
}

function routeOf(loaded: LoadedProject) {
  return {
    ...OTHER_SECTIONS[1],
    whyNot: loaded.whyNot('choose-route'),
    field: shownField(
      loaded,
      { name: 'buying', label: 'Is anything bought from outside?', shape: 'line' },
      loaded.project.case.procurement.buying,
      {
        show: (yes) => (yes ? 'Yes, something is bought' : 'No, nothing is bought'),
        type: (yes) => (yes ? 'yes' : 'no'),
      },
    ),
  };
}

function coverOf(loaded: LoadedProject) {
  const said = loaded.project.case.costBaselinesCover;
  return {
    ...OTHER_SECTIONS[2],
    whyNot: loaded.whyNot('declare-cost-baselines'),
    said: said && { covers: said.covers, by: loaded.name(said.by), day: said.day, seq: said.seq },
  };
}

/** What the form states of people and stage, beside what the record has. */
function statedInformation(loaded: LoadedProject) {
  const { project, name } = loaded;
  const named = (role: 'sponsor' | 'lead') => {
    const holder = openAppointments(project.people, role).at(-1);
    return holder && { name: name(holder.person), accepted: holder.accepted !== undefined };
  };
  return {
    ref: project.ref,
    stage: textField(loaded, 'stageStated'),
    sponsor: { field: textField(loaded, 'sponsorStated'), named: named('sponsor') },
    lead: { field: textField(loaded, 'leadStated'), named: named('lead') },
  };
}

function confirmationOf(loaded: LoadedProject) {
  const mark = loaded.project.case.stakeholdersConfirmed;
  return {
    confirmed: mark && { by: loaded.name(mark.by), day: mark.day, seq: mark.seq },
    whyNot: mark ? undefined : loaded.whyNot('confirm-stakeholders', {}),
  };
}

/** Every section of the case that is answered on this page. */
export function sectionsOf(loaded: LoadedProject) {
  return {
    text: TEXT_SECTIONS.map((section) => textSection(loaded, section)),
    stated: statedInformation(loaded),
    qualification: qualificationOf(loaded),
    route: routeOf(loaded),
    cover: coverOf(loaded),
    stakeholders: confirmationOf(loaded),
    whyNotConfirmNone: loaded.whyNot('confirm-none'),
  };
}

/** The section `?edit=` names; undefined where it names none. */
export function editedSection(
  key: string | null,
): { readonly key: string; readonly title: string } | undefined {
  return [...TEXT_SECTIONS, ...OTHER_SECTIONS].find((each) => each.key === key);
}
