import type { Answer } from '~/core/answers/answer';
import { wordsOfAnswer } from '~/core/answers/worded';
import type { SourceDocument, StatedCell } from '~/core/case/document';
import { TEXT_FIELDS, type TextField } from '~/core/case/state';
import { GATE_NUMBERS } from '~/core/gates/gate-number';
import { standing } from '~/core/project/row';
import type { Project } from '~/core/project/state';

/** The word a document's TBC is written with. */
const TBC = 'TBC';
/** The heading of a table that is a label of the form, and no financial year. */
const TOTAL = 'Total';

const said = <T>(answer: Answer<T> | undefined, show: (value: T) => string): readonly string[] => {
  if (answer === undefined) return [];
  if (answer.state === 'given') return [wordsOfAnswer(answer) ?? show(answer.value)];
  if (answer.state === 'tbc') return [TBC];
  return answer.state === 'none-unconfirmed' ? [answer.words ?? '-'] : [];
};

const text = (value: string): string => value;

/**
 * The words by which a record holds what its document said, each once: text, figures as stated, dates as written.
 * What is only derived from those words (lines read from stated cells, suggested rows) is not repeated.
 */
export function recordedWords(project: Project): readonly string[] {
  const { case: theCase, schedule, registers, documents, benefits, risks } = project;
  const fields = Object.keys(TEXT_FIELDS) as TextField[];
  const { financialBenefits, effort, impact } = theCase.qualification;
  return [
    project.ref,
    ...fields.flatMap((field) => said(theCase.text[field].answer, text)),
    ...said(financialBenefits.answer, String),
    ...said(effort.answer, String),
    ...said(impact.answer, String),
    ...documents.flatMap(documentWords),
    ...benefits.flatMap(({ category, description, realisation }) => [
      category,
      ...said(description, text),
      ...said(realisation, text),
    ]),
    ...risks.flatMap(({ ref, risk, mitigation, likelihood, impact: scored, statedTotal }) =>
      [ref, risk, mitigation, likelihood, scored, statedTotal].flatMap((each) =>
        each === undefined ? [] : [String(each)],
      ),
    ),
    ...standing(registers.linkedCases).map(({ name }) => name),
    ...standing(registers.assumptions).map(({ statement }) => statement),
    ...GATE_NUMBERS.flatMap((gate) => said(schedule.gates[gate].target.answer, text)),
    ...schedule.deliverables.flatMap(({ title, start, finish }) => [
      title,
      ...said(start.answer, text),
      ...said(finish.answer, text),
    ]),
  ];
}

function documentWords({ programme, stated, statements }: SourceDocument): readonly string[] {
  return [
    ...(programme === undefined ? [] : [programme]),
    ...tableWords(stated),
    ...statements.flatMap(({ words, cells, name, role, date }) => [
      words,
      ...tableWords(cells),
      ...said(name, text),
      ...(role === undefined ? [] : [role]),
      ...said(date, text),
    ]),
  ];
}

/** The cells of tables, and the headings over them once for each table; the labels of rows are the form's. */
function tableWords(cells: readonly StatedCell[]): readonly string[] {
  const tables = [...new Set(cells.map(({ table }) => table))];
  const headings = tables.flatMap((table) => [
    ...new Set(cells.filter((cell) => cell.table === table).map(({ column }) => column)),
  ]);
  return [...headings.filter((column) => column !== TOTAL), ...cells.map(({ words }) => words)];
}
