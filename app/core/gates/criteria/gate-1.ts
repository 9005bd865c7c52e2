import { BENEFIT_CATEGORIES, isClaimed } from '../../benefits/state';
import { isStale, type Timing } from '../../finance/state';
import { openFindings } from '../../findings/open-findings';
import { counted, standing } from '../../project/row';
import { isOpen } from '../../risks/state';
import { riskScore } from '../../risks/score';
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
import { countedLines, proposedFys } from './lines';

export const optionsAppraised = criterion({
  id: 'options-appraised',
  facts: (project) =>
    counted(project.registers.options).map((row) => ({
      id: row.id,
      title: row.title,
      usual: row.isBusinessAsUsual,
      preferred: row.isPreferred,
      reasoned: row.reason.trim() !== '',
    })),
  evaluate(options, parameters) {
    const fix = { screen: 'registers', field: 'option' } as const;
    const asked = parameters['options'] ?? 2;
    const problems: Obstacle[] = [];
    if (options.length < asked) {
      problems.push(
        obstacle(
          `${count(options.length, 'option')} recorded; at least ${asked} are asked for.`,
          fix,
          'lead',
        ),
      );
    }
    if (!options.some((each) => each.usual))
      problems.push(obstacle('Business as usual is not among the options.', fix, 'lead'));
    const preferred = options.filter((each) => each.preferred);
    if (preferred.length === 0) problems.push(obstacle('No option is preferred.', fix, 'lead'));
    for (const each of preferred.filter((one) => !one.reasoned)) {
      problems.push(
        obstacle(`“${each.title}” is preferred without a reason.`, { ...fix, row: each.id }, 'lead'),
      );
    }
    return verdict(
      problems,
      `${count(options.length, 'option')}, business as usual among them; one preferred with its reason.`,
    );
  },
});

export const benefitsDefined = criterion({
  id: 'benefits-defined',
  facts: (project) => ({
    claimed: standing(project.benefits)
      .filter(isClaimed)
      .map((row) => ({
        id: row.id,
        category: row.category,
        owned: row.owner !== undefined && !row.owner.declined,
        measured: Boolean(row.measure?.trim()),
      })),
    confirmedNone: BENEFIT_CATEGORIES.every((category) =>
      standing(project.benefits).some((row) => row.category === category && row.description.state === 'none'),
    ),
  }),
  evaluate({ claimed, confirmedNone }) {
    if (claimed.length === 0) {
      return confirmedNone
        ? notApplicable('No benefit is claimed: every category is a confirmed none.')
        : verdict(
            [
              obstacle(
                'No benefit is claimed, and nobody has confirmed that there is none.',
                { screen: 'benefits' },
                'lead',
              ),
            ],
            '',
          );
    }
    return verdict(
      claimed.flatMap((row) => {
        const lacks = [row.owned ? '' : 'proposed owner', row.measured ? '' : 'intended measure'].filter(
          Boolean,
        );
        return lacks.length === 0
          ? []
          : [
              obstacle(
                `${row.category}: no ${lacks.join(' and no ')}.`,
                { screen: 'benefits', row: row.id },
                'lead',
              ),
            ];
      }),
      `${count(claimed.length, 'claimed benefit')} described, each with a proposed owner and an intended measure.`,
    );
  },
});

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
    nonCashable: project.money.nonCashable?.agreed !== undefined,
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
    lines: standing(project.money.lines)
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
    nonCashable: project.money.nonCashable?.agreed !== undefined,
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

export const assumptionsOwned = criterion({
  id: 'assumptions-owned',
  facts: (project) => ({
    confirmedNone: project.registers.confirmedNone['assumptions'] !== undefined,
    rows: counted(project.registers.assumptions).map((row) => ({
      id: row.id,
      kind: row.kind,
      statement: row.statement.slice(0, 80),
      owned: row.owner !== undefined,
      tested: row.testBy !== undefined,
    })),
  }),
  evaluate({ confirmedNone, rows }) {
    if (rows.length === 0) {
      return confirmedNone
        ? notApplicable('There are none, as a person has confirmed.')
        : verdict(
            [
              obstacle(
                'None is recorded, and nobody has confirmed that there is none.',
                { screen: 'registers', field: 'assumption' },
                'lead',
              ),
            ],
            '',
          );
    }
    return verdict(
      rows.flatMap((row) => {
        const lacks = [
          row.kind === 'unsorted' ? 'kind' : '',
          row.owned || row.kind === 'constraint' ? '' : 'owner',
          row.kind === 'assumption' && !row.tested ? 'date by which it is tested' : '',
        ].filter(Boolean);
        return lacks.length === 0
          ? []
          : [
              obstacle(
                `“${row.statement}” has no ${lacks.join(' and no ')}.`,
                { screen: 'registers', field: 'assumption', row: row.id },
                'lead',
              ),
            ];
      }),
      'Every dependency and assumption has an owner.',
    );
  },
});

const STAKEHOLDERS = ['directTeam', 'governance', 'customers', 'providers'] as const;

export const stakeholdersRecorded = criterion({
  id: 'stakeholders-recorded',
  facts: (project) => ({
    confirmed: project.case.stakeholdersConfirmed !== undefined,
    answers: STAKEHOLDERS.map((name) => ({ name, answer: answerFact(project.case.text[name].answer) })),
  }),
  evaluate({ confirmed, answers }) {
    const problems = answers
      .filter((each) => !isSettled(each.answer))
      .map((each) =>
        obstacle(
          `${STAKEHOLDER_WORDS[each.name]} ${lacking(each.answer)}.`,
          { screen: 'case', field: each.name },
          'lead',
        ),
      );
    if (!confirmed) {
      problems.push(
        obstacle(
          'Nobody has confirmed the four answers as they stand.',
          { screen: 'case', field: 'stakeholders' },
          'lead',
        ),
      );
    }
    return verdict(problems, 'Direct team, governance, customers and providers are answered and confirmed.');
  },
});

const STAKEHOLDER_WORDS = {
  directTeam: 'Direct team',
  governance: 'Governance',
  customers: 'Customers',
  providers: 'Providers',
} as const;

export const risksWithinAppetite = criterion({
  id: 'risks-within-appetite',
  facts: (project, { external }) =>
    counted(project.risks)
      .filter(isOpen)
      .map((risk) => ({
        id: risk.id,
        ref: risk.ref,
        score: riskScore(risk, external.framework.riskScheme) ?? null,
        appetite: external.framework.riskScheme.appetite,
        owner: risk.owner ?? null,
        mitigated: Boolean(risk.mitigation?.trim()),
        due: risk.due ?? null,
      })),
  evaluate(risks) {
    const problems = risks.flatMap((risk) => {
      const fix = { screen: 'risks', row: risk.id } as const;
      const by = risk.owner ? { role: 'lead', person: risk.owner } : 'lead';
      if (risk.score === null) return [obstacle(`Risk ${risk.ref} has no likelihood or no impact.`, fix, by)];
      if (risk.score <= risk.appetite) return [];
      const lacks = [
        risk.owner ? '' : 'owner',
        risk.mitigated ? '' : 'mitigation',
        risk.due ? '' : 'due date',
      ].filter(Boolean);
      return lacks.length === 0
        ? []
        : [
            obstacle(
              `Risk ${risk.ref} scores ${risk.score}, above the appetite of ${risk.appetite}, and has no ${lacks.join(', no ')}.`,
              fix,
              by,
            ),
          ];
    });
    return verdict(
      problems,
      `${count(risks.length, 'open risk')}: none above appetite lacks owner, mitigation or due date.`,
    );
  },
});

export const deliverablesDone = criterion({
  id: 'deliverables-done',
  facts: (project, { gate }) => ({
    gate,
    rows: standing(project.schedule.deliverables)
      .filter((row) => row.neededFor !== undefined && row.neededFor <= gate)
      .map((row) => ({
        id: row.id,
        title: row.title,
        neededFor: row.neededFor ?? null,
        done: row.completed !== undefined,
        evidenced:
          row.completed !== undefined &&
          (row.completed.evidence.length > 0 || row.completed.note.trim() !== ''),
      })),
  }),
  evaluate({ gate, rows }) {
    if (rows.length === 0) return notApplicable(`No deliverable is needed for Gate ${gate}.`);
    return verdict(
      rows
        .filter((row) => !row.done || !row.evidenced)
        .map((row) =>
          obstacle(
            `“${row.title}” is needed for Gate ${row.neededFor} and is not complete${row.done ? ' with evidence' : ''}.`,
            { screen: 'schedule', field: 'deliverable', row: row.id },
            'lead',
          ),
        ),
      `${count(rows.length, 'deliverable')} needed by now, complete with evidence.`,
    );
  },
});
