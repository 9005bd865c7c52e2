import { isStale, type Timing } from '../../finance/state';
import { openFindings } from '../../findings/open-findings';
import { counted } from '../../project/row';
import { goLiveDate } from '../../schedule/state';
import { formatFy } from '../../time/financial-year';
import type { Obstacle } from '../outcome';
import {
  answerFact,
  count,
  criterion,
  isSettled,
  lacking,
  notApplicable,
  obstacle,
  verdict,
  type AnswerFact,
} from './criterion';
import { countedLines, isNonCashable, proposedFys } from './lines';

export const linesClassified = criterion({
  id: 'lines-classified',
  facts: (project) => ({
    goLive: goLiveDate(project.schedule) ?? null,
    lines: countedLines(project).map((line) => ({
      id: line.id,
      title: line.title,
      category: line.category ?? null,
      timing: line.timing,
      convention: line.convention ?? null,
      fullYearEffect: line.fullYearEffect ?? null,
      startMonth: line.startMonth ?? null,
    })),
    nonCashable: isNonCashable(project),
  }),
  evaluate({ goLive, lines, nonCashable }) {
    if (lines.length === 0) {
      return nonCashable
        ? notApplicable('The case is non-cashable and has no money line.')
        : verdict([obstacle('There is no money line with a figure.', { screen: 'finance' }, 'lead')], '');
    }
    const start = goLive !== null && goLive.length >= 7;
    return verdict(
      lines.flatMap((line) => {
        const lacks = [
          line.category ? '' : 'category',
          line.timing === 'recurring' && !line.convention ? 'convention' : '',
          line.timing === 'recurring' && line.fullYearEffect === null ? 'full-year effect' : '',
          line.timing === 'recurring' && !line.startMonth && !start ? 'start month' : '',
        ].filter(Boolean);
        return lacks.length === 0
          ? []
          : [
              obstacle(
                `“${line.title}” has no ${lacks.join(', no ')}.`,
                { screen: 'finance', field: 'terms', row: line.id },
                'lead',
              ),
            ];
      }),
      `${count(lines.length, 'money line')} classified.`,
    );
  },
});

export const costOfChangeAnswered = criterion({
  id: 'cost-of-change-answered',
  facts: (project, reach) => ({
    horizon: project.money.horizon,
    lines: counted(project.money.lines)
      .filter((line) => line.kind === 'investment')
      .map((line) => ({
        id: line.id,
        timing: line.timing,
        cells: project.money.horizon.map((fy): { fy: number; answer: AnswerFact } => ({
          fy,
          answer: answerFact(line.cells[fy]?.proposed.answer ?? { state: 'blank' }),
        })),
      })),
    findings: openFindings(project, 'no-cost-of-change', reach.external).map((each) => ({
      because: each.because,
      rests: each.rests,
    })),
  }),
  evaluate({ horizon, lines, findings }) {
    const problems: Obstacle[] = [];
    if (horizon.length === 0)
      problems.push(obstacle('The form’s financial years are not set.', { screen: 'finance' }, 'lead'));
    for (const timing of ['one-off', 'recurring'] as const satisfies readonly Timing[]) {
      const own = lines.filter((line) => line.timing === timing);
      const label = timing === 'one-off' ? 'One-off investment' : 'Recurring investment';
      if (own.length === 0)
        problems.push(
          obstacle(
            `${label} is not answered for any year.`,
            { screen: 'finance', field: 'investment' },
            'lead',
          ),
        );
      for (const line of own) {
        const open = line.cells.filter((cell) => !isSettled(cell.answer));
        if (open.length === 0) continue;
        const years = open.map((cell) => formatFy(cell.fy)).join(', ');
        problems.push(
          obstacle(
            `${label}, ${years}: ${lacking(open[0]!.answer)}.`,
            { screen: 'finance', field: 'cells', row: line.id },
            'lead',
          ),
        );
      }
    }
    for (const each of findings)
      problems.push(obstacle(each.because, { screen: 'finance', field: 'no-cost-of-change' }, 'lead'));
    return verdict(problems, 'One-off and recurring investment are answered for every year.');
  },
});

export const confidenceSet = criterion({
  id: 'confidence-set',
  facts: (project) => ({
    nonCashable: isNonCashable(project),
    cells: countedLines(project)
      .filter((line) => line.kind !== 'investment')
      .flatMap((line) =>
        proposedFys(line).map((fy) => {
          const cell = line.cells[fy]!;
          return {
            line: line.id,
            title: line.title,
            fy,
            set: cell.validated !== undefined,
            stale: isStale(line, cell),
          };
        }),
      ),
  }),
  evaluate({ nonCashable, cells }) {
    if (cells.length === 0) {
      return nonCashable
        ? notApplicable('The case is non-cashable.')
        : verdict(
            [obstacle('There is no proposed figure to set a confidence on.', { screen: 'finance' }, 'lead')],
            '',
          );
    }
    return verdict(
      cells
        .filter((cell) => !cell.set || cell.stale)
        .map((cell) =>
          obstacle(
            `“${cell.title}”, ${formatFy(cell.fy)}: ${cell.set ? 'the proposal changed after finance set a confidence' : 'finance has not set a confidence; 0% counts by default'}.`,
            { screen: 'finance', field: 'validate', row: cell.line },
            'finance',
          ),
        ),
      'Finance has set a confidence for every year with a proposed effect.',
    );
  },
});

export const partYearSettled = criterion({
  id: 'part-year-settled',
  facts: (project, reach) =>
    openFindings(project, 'part-year-effect', reach.external).map((each) => ({
      subject: each.subject,
      because: each.because,
      rests: each.rests,
    })),
  evaluate: (findings) =>
    verdict(
      findings.map((each) =>
        obstacle(each.because, { screen: 'finance', field: 'part-year', row: each.subject }, 'lead'),
      ),
      'No part-year finding is open.',
    ),
});
