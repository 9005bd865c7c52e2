import { digestOf } from '../../answers/digest';
import { counted, standing } from '../../project/row';
import { isOpen } from '../../risks/state';
import { riskScore } from '../../risks/score';
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
} from './criterion';

export const optionsAppraised = criterion({
  id: 'options-appraised',
  facts: (project) =>
    counted(project.registers.options).map((row) => ({
      id: row.id,
      title: row.title,
      terms: digestOf([row.title, row.description, row.reason, row.cost ?? null]),
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

export const assumptionsOwned = criterion({
  id: 'assumptions-owned',
  facts: (project) => ({
    confirmedNone: project.registers.confirmedNone['assumptions'] !== undefined,
    rows: counted(project.registers.assumptions).map((row) => ({
      id: row.id,
      kind: row.kind,
      statement: row.statement.slice(0, 80),
      terms: digestOf([row.statement, row.owner ?? null, row.testBy ?? null]),
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
  facts: (project, { external }) => ({
    recorded: counted(project.risks).length,
    risks: counted(project.risks)
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
  }),
  evaluate({ recorded, risks }) {
    // Nobody looked for risks where none was ever recorded; all of them closed is another thing.
    if (recorded === 0) return verdict([obstacle('No risk is recorded.', { screen: 'risks' }, 'lead')], '');
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
