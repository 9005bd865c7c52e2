import type { Answer } from '~/core/answers/answer';
import { formatMoney } from '~/core/money/format-money';
import { gateName } from '../project-head';
import { standing, type Row } from '~/core/project/row';
import { riskScore } from '~/core/risks/score';
import { currentFinish, currentStart } from '~/core/schedule/slip';
import { currentGateDate } from '~/core/schedule/state';
import { GATE_NUMBERS } from '~/core/gates/gate-number';
import { formatPartial, type PartialDate } from '~/core/time/partial-date';
import { statedOf } from '../finance-stated';
import type { LoadedProject } from '../load-project';
import type { AnswerState } from './shown-field';

/** An answer in a table's cell. */
export interface ShownAnswer {
  readonly state: AnswerState;
  readonly text: string;
}

const shown = <T>(answer: Answer<T>, show: (value: T) => string): ShownAnswer => ({
  state: answer.state,
  text: answer.state === 'given' ? show(answer.value) : '',
});

const date = (answer: Answer<PartialDate>): ShownAnswer => shown(answer, formatPartial);
const same = (text: string): string => text;

const linkedCases = ({ project }: LoadedProject) =>
  standing(project.registers.linkedCases).map(({ id, name, projectRef }) => ({ id, name, projectRef }));

const benefits = ({ project, name }: LoadedProject) =>
  standing(project.benefits).map(({ id, category, description, realisation, owner }) => ({
    id,
    category,
    description: shown(description, same),
    realisation: date(realisation),
    owner:
      owner && !owner.declined
        ? { name: name(owner.person), accepted: owner.accepted !== undefined }
        : undefined,
  }));

const risks = ({ project, external }: LoadedProject) =>
  standing(project.risks).map((risk) => ({
    id: risk.id,
    ref: risk.ref,
    risk: risk.risk,
    likelihood: risk.likelihood,
    impact: risk.impact,
    stated: risk.statedTotal,
    computed: riskScore(risk, external.framework.riskScheme),
    mitigation: risk.mitigation,
    closed: risk.closed !== undefined,
  }));

const assumptions = ({ project }: LoadedProject) =>
  standing(project.registers.assumptions).map(({ id, kind, statement }) => ({ id, kind, statement }));

/** A date now where it is another than the form's. */
const moved = (target: Answer<PartialDate>, now: PartialDate | undefined): string | undefined =>
  now === undefined || (target.state === 'given' && target.value === now) ? undefined : formatPartial(now);

const gates = ({ project, external }: LoadedProject) =>
  GATE_NUMBERS.map((gate) => {
    const dates = project.schedule.gates[gate];
    return {
      gate,
      name: gateName(external, gate),
      target: date(dates.target.answer),
      now: moved(dates.target.answer, currentGateDate(dates)),
    };
  });

const deliverables = ({ project }: LoadedProject) =>
  standing(project.schedule.deliverables).map((each) => {
    const start = moved(each.start.answer, currentStart(each));
    const finish = moved(each.finish.answer, currentFinish(each));
    return {
      id: each.id,
      title: each.title,
      start: date(each.start.answer),
      finish: date(each.finish.answer),
      now:
        start === undefined && finish === undefined
          ? undefined
          : `${start ?? 'as stated'} to ${finish ?? 'as stated'}`,
    };
  });

/** What the document says of approvals and of other people's acts: kept as statements, never as decisions. */
function statements({ project }: LoadedProject) {
  const all = project.documents.flatMap((document) =>
    document.statements.map((each) => ({ ...each, document: document.name })),
  );
  return {
    approvals: all
      .filter(({ about }) => about === 'approval')
      .map(({ id, words, role, name, date: agreed, document }) => ({
        id,
        words,
        role,
        name: name && shown(name, same),
        date: agreed && shown(agreed, same),
        document,
      })),
    other: all
      .filter(({ about }) => about === 'other')
      .map(({ id, words, document }) => ({ id, words, document })),
  };
}

/** A row read out of prose, with the words it came from, until a person confirms or withdraws it. */
export interface SuggestedRow {
  readonly id: string;
  readonly what: string;
  readonly found: string;
  readonly from: string;
}

const open = <R extends Row>(rows: readonly R[]) =>
  standing(rows).filter(
    (row): row is R & { suggestedFrom: string } => row.suggestedFrom !== undefined && !row.confirmed,
  );

function suggested({ project }: LoadedProject): readonly SuggestedRow[] {
  const { costBaselines, benchmarks, populations } = project.registers;
  const residents = (count: number | undefined) =>
    count === undefined ? [] : [`${count.toLocaleString('en-GB')} residents`];
  return [
    ...open(costBaselines).map(({ id, service, provider, amount, suggestedFrom }) => ({
      id,
      what: 'Cost today',
      found: [
        provider === undefined ? service : `${service} (${provider})`,
        amount.state === 'given' ? formatMoney(amount.value) : 'amount unknown',
      ].join(': '),
      from: suggestedFrom,
    })),
    ...open(benchmarks).map(
      ({ id, organisation, annualCost, population, costApproximate, suggestedFrom }) => ({
        id,
        what: 'Benchmark',
        found: [
          organisation,
          ...(annualCost === undefined
            ? []
            : [`${costApproximate ? 'about ' : ''}${formatMoney(annualCost)} a year`]),
          ...residents(population),
        ].join(', '),
        from: suggestedFrom,
      }),
    ),
    ...open(populations).map(({ id, place, residents: count, suggestedFrom }) => ({
      id,
      what: 'Population',
      found: [place, ...residents(count)].join(', '),
      from: suggestedFrom,
    })),
  ];
}

/** The parts of the form that have pages of their own, as rows to read here. */
export function rowsOf(loaded: LoadedProject) {
  return {
    linkedCases: linkedCases(loaded),
    benefits: benefits(loaded),
    risks: risks(loaded),
    assumptions: assumptions(loaded),
    gates: gates(loaded),
    deliverables: deliverables(loaded),
    statements: statements(loaded),
    money: statedOf(loaded).documents,
    suggested: suggested(loaded),
  };
}
