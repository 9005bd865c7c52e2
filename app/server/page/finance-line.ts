import { gapExplanations, isGapOpen, openGap, varianceExplanation } from '~/core/finance/explained';
import { gapOfLine, isBankable } from '~/core/finance/figures';
import { cellOf, isNilLine } from '~/core/finance/line';
import { isStale, type Cell, type MoneyLine } from '~/core/finance/state';
import { rowById } from '~/core/project/row';
import type { Answer } from '~/core/answers/answer';
import { formatMoney, plainPounds } from '~/core/money/format-money';
import { formatConfidence } from '~/core/money/read-money';
import { formatFy, isComplete, type Fy } from '~/core/time/financial-year';
import { formatPartial } from '~/core/time/partial-date';
import type { Tracker } from '../tracker';
import { termChoices } from './finance';
import { hasBegun, lineActions, type LineEdit } from './finance-actions';
import { changedSinceValidated } from './finance-changed';
import { adoptionOf, cellRows, lineTags, termRows, yearHeadings } from './finance-lines';
import { profileOf, rephasingOf } from './finance-rephase';
import { answerText, byWords, eventHref, kindWords, linePath, shownFigure } from './finance-words';
import { findingsHere } from './findings-here';
import { activePeople, notFound, type LoadedProject } from './load-project';

/** An answer as the one box of a form has it. */
function boxText(answer: Answer<number>): string {
  switch (answer.state) {
    case 'given':
      return plainPounds(answer.value);
    case 'none':
      return 'none';
    case 'none-unconfirmed':
      return '-';
    case 'tbc':
      return 'TBC';
    case 'blank':
      return '';
  }
}

/** How finance's form opens for a year: what it last said, or the blank it has to fill. */
function validationDefault(line: MoneyLine, cell: Cell) {
  const { validated } = cell;
  const stale = validated !== undefined && isStale(line, cell);
  const due = stale || (!validated && (cell.proposed.answer.state === 'given' || line.kind === 'investment'));
  return {
    method: !due ? ('leave' as const) : (validated?.method ?? ('confidence' as const)),
    confidence:
      validated?.method === 'confidence'
        ? formatConfidence(validated.confidence)
        : line.kind === 'investment'
          ? '100%'
          : '',
    amount: validated?.method === 'figure' ? plainPounds(validated.amount) : '',
    basis: validated?.basis ?? '',
    stale,
    now: validated
      ? `${formatMoney(validated.amount)}${validated.method === 'confidence' ? ` at ${formatConfidence(validated.confidence)}` : ', own figure'}`
      : undefined,
  };
}

/** One year of a line for the forms that speak of several. */
function yearOf(loaded: LoadedProject, line: MoneyLine, fy: Fy) {
  const cell = cellOf(line, fy);
  const settled = cell.proposed.answer.state === 'given' || cell.proposed.answer.state === 'none';
  return {
    fy,
    year: formatFy(fy),
    proposed: answerText(cell.proposed.answer),
    proposedBox: boxText(cell.proposed.answer),
    proposedPence: cell.proposed.answer.state === 'given' ? cell.proposed.answer.value : undefined,
    seen: cell.proposed.seq,
    canValidate: settled,
    validation: validationDefault(line, cell),
    mtfsBox: cell.mtfs ? boxText(cell.mtfs.amount) : '',
    round: cell.mtfs?.round,
    forecastBox: cell.forecast ? plainPounds(cell.forecast.amount) : '',
    begun: hasBegun(loaded)(cell, fy),
    complete: isComplete(fy, loaded.today),
    unconfirmedNone: cell.proposed.answer.state === 'none-unconfirmed',
    forecastOpen: cell.forecast !== undefined && !cell.forecast.confirmed,
    forecast: cell.forecast ? formatMoney(cell.forecast.amount) : undefined,
    deliveredOpen: cell.delivered !== undefined && !cell.delivered.confirmed,
    delivered: cell.delivered ? formatMoney(cell.delivered.amount) : undefined,
    banked: cell.banked !== undefined,
    gap: shownFigure(gapOfLine(line, fy)).text,
    gapLeft: shownFigure(openGap(line, fy)).text,
    gapOpen: isGapOpen(line, fy),
  };
}

interface Said {
  readonly key: string;
  readonly what: string;
  readonly words: string;
  readonly by: string;
  readonly href: string;
}

/** The words that were given with the figures of one year: bases, reasons, notes and explanations. */
function saidOf(loaded: LoadedProject, line: MoneyLine, fy: Fy): readonly Said[] {
  const cell = cellOf(line, fy);
  const { project, name } = loaded;
  const variance = varianceExplanation(line, fy);
  const mitigation = variance?.mitigation;
  const parts = [
    cell.validated && {
      what: 'Basis of what finance validated',
      words: cell.validated.basis,
      mark: cell.validated,
    },
    ...gapExplanations(line, fy).map((gap) => ({
      what: `Gap to the MTFS, ${formatMoney(gap.amount)}`,
      words: gap.why,
      mark: gap,
    })),
    cell.forecast && { what: 'Forecast because', words: cell.forecast.why, mark: cell.forecast },
    cell.delivered && { what: 'What shows the delivery', words: cell.delivered.note, mark: cell.delivered },
    cell.banking && { what: 'Banking', words: cell.banking.why, mark: cell.banking },
    variance && { what: 'Variance', words: variance.why, mark: variance },
    variance &&
      mitigation && {
        what: `Mitigation of ${formatMoney(mitigation.amount)}, owned by ${name(mitigation.owner)}`,
        words: mitigation.what,
        mark: variance,
      },
  ];
  return parts.flatMap((each, index) =>
    each && each.words !== ''
      ? [
          {
            key: `${fy}-${index}`,
            what: `${formatFy(fy)}: ${each.what}`,
            words: each.words,
            by: byWords(loaded, each.mark),
            href: eventHref(project.ref, each.mark.seq),
          },
        ]
      : [],
  );
}

/** What the terms' form opens with. */
const termsBefore = (line: MoneyLine) => ({
  title: line.title,
  timing: line.timing,
  category: line.category ?? '',
  convention: line.convention ?? '',
  costCentre: line.costCentre ?? '',
  costBaseline: line.costBaseline ?? '',
  startMonth: line.startMonth ? formatPartial(line.startMonth) : '',
  fullYearEffect: line.fullYearEffect === undefined ? '' : plainPounds(line.fullYearEffect),
});

function attachmentChoices({ project }: LoadedProject, line: MoneyLine) {
  return project.evidence.attachments
    .filter((each) => !each.withdrawn || line.evidence.includes(each.id))
    .map(({ id, name, note }) => ({ value: id, label: name, ...(note === '' ? {} : { hint: note }) }));
}

export interface LineAsked {
  readonly edit: LineEdit | undefined;
  /** Put the part-year profile into the proposal's form. */
  readonly rephase: boolean;
}

/** One money line: its terms, its cells, what was said of them, what changed, and the one form that is asked for. */
export async function financeLineOf(
  loaded: LoadedProject,
  lineId: string,
  asked: LineAsked,
  tracker: Pick<Tracker, 'events'>,
) {
  const { project, external } = loaded;
  const line = rowById(project.money.lines, lineId);
  if (!line) throw notFound();
  const actions = lineActions(loaded, line);
  const mine = actions.find(({ edit, whyNot }) => edit === 'validate' && !whyNot);
  const edit = asked.edit ?? mine?.edit;
  const adoption = adoptionOf(loaded, line);
  const people = activePeople(loaded).map(({ id, name }) => ({ value: id, text: name }));
  return {
    marks: loaded.marks,
    findings: findingsHere(loaded, 'finance').filter(({ row }) => row === line.id),
    id: line.id,
    title: line.title,
    words: kindWords(line),
    investment: line.kind === 'investment',
    nil: isNilLine(line),
    path: linePath(project.ref, line.id),
    tags: lineTags(loaded, line),
    adoption: { text: adoption.text, href: eventHref(project.ref, adoption.seq) },
    terms: termRows(loaded, line),
    termsSeq: line.termsSeq,
    termsHref: eventHref(project.ref, line.termsSeq),
    years: yearHeadings(loaded),
    rows: cellRows(loaded, line),
    said: project.money.horizon.flatMap((fy) => saidOf(loaded, line, fy)),
    stale: await changedSinceValidated(loaded, line, tracker),
    profile: profileOf(loaded, line),
    rephasing: edit === 're-phase' ? rephasingOf(loaded, line) : undefined,
    evidence: attachmentChoices(loaded, line).filter(({ value }) => line.evidence.includes(value)),
    evidenceIds: line.evidence,
    attachments: edit === 'evidence' || edit === 'delivered' ? attachmentChoices(loaded, line) : [],
    bankable: isBankable(external.framework, line),
    actions,
    edit: actions.find((each) => each.edit === edit),
    rephase: asked.rephase,
    cells: project.money.horizon.map((fy) => yearOf(loaded, line, fy)),
    before: termsBefore(line),
    choices: edit === 'terms' ? termChoices(loaded, line.kind) : { categories: [], baselines: [] },
    people: edit === 'variance' || edit === 'onward' ? people : [],
    budgetMonth: line.budgetFalls ? formatPartial(line.budgetFalls.month) : '',
    onward: line.onward
      ? { owner: line.onward.owner, reviewDate: formatPartial(line.onward.reviewDate) }
      : { owner: '', reviewDate: '' },
  };
}
