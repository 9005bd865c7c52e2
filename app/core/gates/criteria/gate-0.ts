import { holders, openAppointments } from '../../people/state';
import { counted, standing } from '../../project/row';
import { isOpen } from '../../risks/state';
import { TEXT_FIELDS, type TextField } from '../../case/state';
import type { Project } from '../../project/state';
import { openFindings } from '../../findings/open-findings';
import { digestOf } from '../../answers/digest';
import type { Obstacle } from '../outcome';
import {
  answerFact,
  cannotTell,
  count,
  criterion,
  isSettled,
  lacking,
  obstacle,
  verdict,
  type AnswerFact,
} from './criterion';

const caseFix = (field: TextField) => ({ screen: 'case', field }) as const;

const textFacts = <N extends TextField>(project: Project, names: readonly N[]): Record<N, AnswerFact> =>
  Object.fromEntries(names.map((name) => [name, answerFact(project.case.text[name].answer)])) as Record<
    N,
    AnswerFact
  >;

const IDENTITY = ['title', 'theme', 'department'] as const;

export const identityRecorded = criterion({
  id: 'identity-recorded',
  facts: (project) => ({ ref: project.ref, ...textFacts(project, IDENTITY) }),
  evaluate: (facts) =>
    verdict(
      IDENTITY.filter((name) => facts[name].state !== 'given').map((name) =>
        obstacle(`${TEXT_FIELDS[name].label} ${lacking(facts[name])}.`, caseFix(name), 'lead'),
      ),
      'Reference, title, theme, department and team are given.',
    ),
});

const appointmentFacts = (project: Project, role: 'sponsor' | 'lead', active: (person: string) => boolean) =>
  openAppointments(project.people, role).map((each) => ({
    person: each.person,
    accepted: each.accepted !== undefined,
    active: active(each.person),
  }));

export const sponsorNamed = criterion({
  id: 'sponsor-named',
  facts: (project, { external }) => ({
    stated: project.case.text.sponsorStated.answer.state,
    named: appointmentFacts(project, 'sponsor', (person) => external.directory[person]?.active === true),
  }),
  evaluate({ stated, named }) {
    const fix = { screen: 'people', field: 'sponsor' } as const;
    if (named.some((each) => each.accepted && each.active)) {
      return verdict([], 'A sponsor is named, has an active account and has accepted.');
    }
    if (named.length === 0) {
      const form = stated === 'tbc' ? 'The form says TBC. ' : '';
      return verdict(
        [obstacle(`${form}Nobody can decide a gate until a sponsor is named and accepts.`, fix, 'pmo')],
        '',
      );
    }
    return verdict(
      named.map((each) =>
        each.active
          ? obstacle('The sponsor named has not accepted yet.', fix, { role: 'sponsor', person: each.person })
          : obstacle('The sponsor’s account is not active.', fix, 'pmo'),
      ),
      '',
    );
  },
});

export const leadNamed = criterion({
  id: 'lead-named',
  facts: (project, { external }) => ({
    stated: project.case.text.leadStated.answer.state,
    named: appointmentFacts(project, 'lead', (person) => external.directory[person]?.active === true),
    sponsors: holders(project.people, 'sponsor'),
  }),
  evaluate({ stated, named, sponsors }) {
    const fix = { screen: 'people', field: 'lead' } as const;
    const inForce = named.filter((each) => each.accepted && each.active);
    const alsoSponsor = inForce.filter((each) => sponsors.includes(each.person));
    if (alsoSponsor.length > 0) return verdict([obstacle('The lead is also the sponsor.', fix, 'pmo')], '');
    if (inForce.length > 0) return verdict([], 'A lead is named and is not the sponsor.');
    if (named.length === 0) {
      const form = stated === 'tbc' ? 'The form says TBC. ' : '';
      return verdict(
        [obstacle(`${form}Nobody is named as lead, who may not be the sponsor.`, fix, 'pmo')],
        '',
      );
    }
    return verdict(
      named.map((each) =>
        each.active
          ? obstacle('The lead named has not accepted yet.', fix, { role: 'lead', person: each.person })
          : obstacle('The lead’s account is not active.', fix, 'pmo'),
      ),
      '',
    );
  },
});

export const opportunityStated = criterion({
  id: 'opportunity-stated',
  facts: (project) => textFacts(project, ['opportunity', 'objectives']),
  evaluate: (facts) =>
    verdict(
      (['opportunity', 'objectives'] as const)
        .filter((name) => facts[name].state !== 'given')
        .map((name) =>
          obstacle(`${TEXT_FIELDS[name].label} ${lacking(facts[name])}.`, caseFix(name), 'lead'),
        ),
      'The opportunity and its objectives are given.',
    ),
});

export const scopeAnswered = criterion({
  id: 'scope-answered',
  facts: (project) => textFacts(project, ['scopeIn', 'scopeOut']),
  evaluate: (facts) =>
    verdict(
      (['scopeIn', 'scopeOut'] as const)
        .filter((name) => !isSettled(facts[name]))
        .map((name) =>
          obstacle(
            `${TEXT_FIELDS[name].label} ${lacking(facts[name])}. Say what it is, or say none.`,
            caseFix(name),
            'lead',
          ),
        ),
      'In scope and out of scope are both answered.',
    ),
});

export const costBaselineListed = criterion({
  id: 'cost-baseline-listed',
  facts: (project) => ({
    declared: project.case.costBaselinesCover !== undefined,
    suggested: standing(project.registers.costBaselines).filter((row) => row.suggestedFrom && !row.confirmed)
      .length,
    rows: counted(project.registers.costBaselines).map((row) => ({
      id: row.id,
      service: row.service,
      amount: answerFact(row.amount),
      terms: digestOf([row.service, row.year ?? null, row.source ?? null, row.provider ?? null]),
      hasYear: row.year !== undefined,
      hasSource: Boolean(row.source),
      foundBy: standing(project.schedule.deliverables).some((each) => each.id === row.foundBy),
    })),
  }),
  evaluate({ declared, suggested, rows }) {
    const fix = (row?: string) =>
      ({ screen: 'registers', field: 'cost-baseline', ...(row ? { row } : {}) }) as const;
    const problems = [];
    if (rows.length === 0) {
      const found = suggested > 0 ? ` ${count(suggested, 'row')} suggested from the text, unconfirmed.` : '';
      problems.push(obstacle(`No cost baseline is confirmed.${found}`, fix(), 'lead'));
    }
    for (const row of rows) {
      if (row.amount.state === 'given') {
        const missing = [row.hasYear ? '' : 'year', row.hasSource ? '' : 'source'].filter(Boolean);
        if (missing.length > 0) {
          problems.push(
            obstacle(`${row.service}: the cost has no ${missing.join(' and no ')}.`, fix(row.id), 'lead'),
          );
        }
      } else if (!row.foundBy) {
        problems.push(
          obstacle(
            `${row.service}: the cost is unknown and no deliverable is named that finds it.`,
            fix(row.id),
            'lead',
          ),
        );
      }
    }
    if (!declared) {
      problems.push(
        obstacle(
          'The lead has not declared whether the list covers the scope.',
          { screen: 'registers', field: 'covers' },
          'lead',
        ),
      );
    }
    return verdict(
      problems,
      `${count(rows.length, 'cost baseline')} listed; the lead has declared what they cover.`,
    );
  },
});

export const savingIndicated = criterion({
  id: 'saving-indicated',
  facts: (project) => ({
    nonCashable: project.money.nonCashable
      ? { declared: true, agreed: project.money.nonCashable.agreed !== undefined }
      : { declared: false, agreed: false },
    lines: counted(project.money.lines)
      .filter((line) => line.kind !== 'investment')
      .map((line) => ({
        id: line.id,
        title: line.title,
        adopted: line.adopted !== undefined,
        timing: line.timing,
        convention: line.convention ?? null,
        profile: Object.entries(line.cells)
          .filter(([, cell]) => cell.proposed.answer.state === 'given' && cell.proposed.answer.value !== 0)
          .map(([fy]) => Number(fy)),
      })),
  }),
  evaluate({ nonCashable, lines }) {
    const profiled = lines.filter((line) => line.profile.length > 0);
    if (nonCashable.declared && profiled.length === 0) {
      return nonCashable.agreed
        ? verdict([], 'Declared non-cashable by the lead, and finance agrees.')
        : verdict(
            [obstacle('Declared non-cashable; finance has not agreed.', { screen: 'finance' }, 'finance')],
            '',
          );
    }
    if (profiled.length === 0) {
      return verdict(
        [obstacle('No saving has a figure in any financial year.', { screen: 'finance' }, 'lead')],
        '',
      );
    }
    const whole = profiled.filter(
      (line) => line.adopted && (line.timing === 'one-off' || line.convention !== null),
    );
    if (whole.length > 0)
      return verdict(
        [],
        `${count(whole.length, 'saving')} adopted with a profile, a recurrence and a convention.`,
      );
    return verdict(
      profiled.flatMap((line) => [
        ...(line.adopted
          ? []
          : [
              obstacle(
                `“${line.title}” is the document’s figure: no lead has adopted it.`,
                { screen: 'finance', field: 'adopt', row: line.id },
                'lead',
              ),
            ]),
        ...(line.timing === 'one-off' || line.convention
          ? []
          : [
              obstacle(
                `“${line.title}” has no convention: a change to the base budget, or the effect in that year?`,
                { screen: 'finance', field: 'convention', row: line.id },
                'lead',
              ),
            ]),
      ]),
      '',
    );
  },
});

export const qualificationRated = criterion({
  id: 'qualification-rated',
  facts: (project) => ({
    effort: {
      ...answerFact(project.case.qualification.effort.answer),
      scale: !project.case.qualification.effort.fromDocument,
    },
    impact: {
      ...answerFact(project.case.qualification.impact.answer),
      scale: !project.case.qualification.impact.fromDocument,
    },
  }),
  evaluate(facts) {
    const names = ['effort', 'impact'] as const;
    const missing = names.filter((name) => facts[name].state !== 'given');
    const problem = (name: string, words: string) => obstacle(words, { screen: 'case', field: name }, 'lead');
    if (missing.length > 0) {
      return verdict(
        missing.map((name) =>
          problem(name, `${name === 'effort' ? 'Effort' : 'Impact'} ${lacking(facts[name])}.`),
        ),
        '',
      );
    }
    const unscaled = names.filter((name) => !facts[name].scale);
    if (unscaled.length > 0) {
      return cannotTell(
        ...unscaled.map((name) =>
          problem(
            name,
            `${name === 'effort' ? 'Effort' : 'Impact'} is a number from the form, which names no scale. Rate it on the scale in force.`,
          ),
        ),
      );
    }
    return verdict([], 'Effort and impact are rated on the scale in force.');
  },
});

export const riskRecorded = criterion({
  id: 'risk-recorded',
  facts: (project, reach) => ({
    risks: counted(project.risks)
      .filter(isOpen)
      .map((risk) => ({
        id: risk.id,
        ref: risk.ref,
        owned: risk.owner !== undefined,
        mitigated: Boolean(risk.mitigation?.trim()),
        by: risk.amended.by,
      })),
    totals: openFindings(project, 'risk-total', reach.external).map((finding) => ({
      subject: finding.subject,
      because: finding.because,
      rests: finding.rests,
    })),
  }),
  evaluate({ risks, totals }) {
    const fix = (row?: string) => ({ screen: 'risks', ...(row ? { row } : {}) }) as const;
    const recordedBy = (id: string) => risks.filter((risk) => risk.id === id).map((risk) => risk.by);
    const problems: Obstacle[] = totals.map((each) => ({
      ...obstacle(each.because, { screen: 'risks', field: 'total', row: each.subject }, 'lead'),
      recordedBy: recordedBy(each.subject),
    }));
    if (risks.length === 0) problems.push(obstacle('No risk is recorded.', fix(), 'lead'));
    else if (!risks.some((risk) => risk.owned && risk.mitigated)) {
      for (const risk of risks) {
        const lacks = [risk.owned ? '' : 'owner', risk.mitigated ? '' : 'mitigation']
          .filter(Boolean)
          .join(' and no ');
        problems.push({
          ...obstacle(`Risk ${risk.ref} has no ${lacks}.`, fix(risk.id), 'lead'),
          recordedBy: [risk.by],
        });
      }
    }
    return verdict(
      problems,
      `${count(risks.length, 'open risk')}; one at least has an owner and a mitigation.`,
    );
  },
});
