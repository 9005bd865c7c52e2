import { isDebt, type Answer } from '../answers/answer';
import { isClaimed, type Benefit } from '../benefits/state';
import { TEXT_FIELDS, type TextField } from '../case/state';
import type { Fix } from '../command/refusal';
import type { MoneyLine } from '../finance/state';
import { GATE_NUMBERS } from '../gates/gate-number';
import { holders } from '../people/state';
import type { Field } from '../project/field';
import { standing, type Mark } from '../project/row';
import type { Project } from '../project/state';
import { currentFinish, currentMilestoneDate, currentStart } from '../schedule/slip';
import { currentGateDate, type Deliverable } from '../schedule/state';
import { formatFy } from '../time/financial-year';
import type { IsoDay } from '../time/iso-day';

/** An answer the record owes: said to be confirmed, or never given. */
export interface Debt {
  /** Stable while the question is: 'text/scopeOut', 'cell/<line>/2024'. */
  readonly key: string;
  readonly kind: 'tbc' | 'blank';
  /** What is wanted, in words. */
  readonly what: string;
  /** The day since which it has been owed without a break. */
  readonly since: IsoDay;
  /** Where it is answered. */
  readonly fix: Fix;
  /** The role that answers it by default. */
  readonly role: 'lead' | 'pmo';
}

type Of = Omit<Debt, 'kind' | 'since'>;

const owed = (answer: Answer<unknown>, since: IsoDay, of: Of): readonly Debt[] =>
  isDebt(answer) ? [{ ...of, kind: answer.state as Debt['kind'], since }] : [];

/** When the project's record began: a question nobody touched has been open since. */
const began = (project: Project): IsoDay => project.opened?.day ?? '1990-01-01';

/** The day since which a field that is owed has been so. */
export const owedSince = (project: Project, field: Pick<Field<unknown>, 'since'>): IsoDay =>
  field.since ?? began(project);

const fieldOwed = (project: Project, field: Field<unknown>, of: Of): readonly Debt[] =>
  owed(field.answer, owedSince(project, field), of);

const rowOwed = (answer: Answer<unknown>, { day }: Mark, of: Of): readonly Debt[] => owed(answer, day, of);

/** The form's names of sponsor and lead are paid by whoever holds the role. */
const PEOPLE: Partial<Record<TextField, 'sponsor' | 'lead'>> = {
  sponsorStated: 'sponsor',
  leadStated: 'lead',
};

function inTexts(project: Project): readonly Debt[] {
  return (Object.keys(TEXT_FIELDS) as TextField[]).flatMap((name) => {
    const role = PEOPLE[name];
    if (role && holders(project.people, role).length > 0) return [];
    return fieldOwed(project, project.case.text[name], {
      key: `text/${name}`,
      what: role ? `Project ${role}` : TEXT_FIELDS[name].label,
      fix: role ? { screen: 'people', field: role } : { screen: 'case', field: name },
      role: role ? 'pmo' : 'lead',
    });
  });
}

const RATINGS = {
  financialBenefits: 'Qualification: financial benefits',
  effort: 'Qualification: effort',
  impact: 'Qualification: impact',
} as const;

const inQualification = (project: Project): readonly Debt[] =>
  (Object.keys(RATINGS) as (keyof typeof RATINGS)[]).flatMap((name) =>
    fieldOwed(project, project.case.qualification[name], {
      key: `qualification/${name}`,
      what: RATINGS[name],
      fix: { screen: 'case', field: name },
      role: 'lead',
    }),
  );

function inDeliverable(project: Project, row: Deliverable): readonly Debt[] {
  const fix: Fix = { screen: 'schedule', field: 'deliverable', row: row.id };
  const ends = [
    { end: 'start', field: row.start, known: currentStart(row) },
    { end: 'finish', field: row.finish, known: currentFinish(row) },
  ] as const;
  return ends.flatMap(({ end, field, known }) =>
    known === undefined
      ? fieldOwed(project, field, {
          key: `deliverable/${row.id}/${end}`,
          what: `${row.title}: ${end}`,
          fix,
          role: 'pmo',
        })
      : [],
  );
}

/** Dates are owed while neither target, forecast nor actual says when. */
function inSchedule(project: Project): readonly Debt[] {
  const { gates, deliverables, milestones } = project.schedule;
  return [
    ...GATE_NUMBERS.flatMap((gate) =>
      currentGateDate(gates[gate]) === undefined
        ? fieldOwed(project, gates[gate].target, {
            key: `gate/${gate}`,
            what: `Date of Gate ${gate}`,
            fix: { screen: 'schedule', field: `gate-${gate}` },
            role: 'pmo',
          })
        : [],
    ),
    ...standing(deliverables).flatMap((row) => inDeliverable(project, row)),
    ...standing(milestones).flatMap((row) =>
      currentMilestoneDate(row) === undefined
        ? fieldOwed(project, row.target, {
            key: `milestone/${row.id}`,
            what: `${row.title}: date`,
            fix: { screen: 'schedule', row: row.id },
            role: 'pmo',
          })
        : [],
    ),
  ];
}

const inLine = (project: Project, line: MoneyLine): readonly Debt[] =>
  Object.entries(line.cells).flatMap(([fy, { proposed }]) =>
    fieldOwed(project, proposed, {
      key: `cell/${line.id}/${fy}`,
      what: `${line.title}, ${formatFy(Number(fy))}: proposed figure`,
      fix: { screen: 'finance', field: 'cells', row: line.id },
      role: 'lead',
    }),
  );

function inBenefit(row: Benefit): readonly Debt[] {
  const fix: Fix = { screen: 'benefits', row: row.id };
  const of = (part: string, what: string): Of => ({
    key: `benefit/${row.id}/${part}`,
    what: `${row.category}: ${what}`,
    fix,
    role: 'lead',
  });
  return [
    ...rowOwed(row.description, row.amended, of('description', 'description')),
    ...(isClaimed(row) ? rowOwed(row.realisation, row.amended, of('realisation', 'realisation date')) : []),
  ];
}

/** Names and dates of the form's approvals, until a gate approved here takes their place. */
function inApprovals(project: Project): readonly Debt[] {
  if (GATE_NUMBERS.some((gate) => project.gates.records[gate].standing.state === 'approved')) return [];
  return project.documents.flatMap(({ statements }) =>
    statements
      .filter(({ about }) => about === 'approval')
      .flatMap(({ id, role, name, date }) => {
        const of = (part: string): Of => ({
          key: `approval/${id}/${part}`,
          what: `Approval${role ? ` of the ${role}` : ''}: ${part}`,
          fix: { screen: 'gate', gate: 0 },
          role: 'pmo',
        });
        return [
          ...(name ? owed(name, began(project), of('name')) : []),
          ...(date ? owed(date, began(project), of('date')) : []),
        ];
      }),
  );
}

/** Every answer a project owes, in the order of the form: TBC and blank told apart, each with its age and its place. */
export const debtsOf = (project: Project): readonly Debt[] => [
  ...inTexts(project),
  ...inQualification(project),
  ...inSchedule(project),
  ...standing(project.money.lines).flatMap((line) => inLine(project, line)),
  ...standing(project.benefits).flatMap(inBenefit),
  ...standing(project.registers.costBaselines).flatMap((row) =>
    rowOwed(row.amount, row.amended, {
      key: `cost-baseline/${row.id}`,
      what: `Cost baseline of ${row.service}: amount`,
      fix: { screen: 'registers', field: 'cost-baseline', row: row.id },
      role: 'lead',
    }),
  ),
  ...inApprovals(project),
];
