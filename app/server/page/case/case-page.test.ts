import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBusinessCase } from '~/documents/business-case-lite/read';
import { nameOf } from '~/core/access/directory';
import { eventsOfDocument } from '~/core/project/import-events';
import { may } from '~/core/access/may';
import { projectStream } from '~/core/project/stream';
import { scenario, type Scenario } from '~/core/testing/scenario';
import { emptyProject } from '~/core/project/empty';
import { whyNot } from '../shown-refusal';
import type { LoadedProject } from '../load-project';
import { caseOf } from './case-page';

const seed = new URL('../../../../db/seed/RX-004-business-case-lite.txt', import.meta.url);

/** The seed taken in, in a scenario of the core. */
function imported(): Scenario {
  const read = readBusinessCase(readFileSync(seed, 'utf8'), 'RX-004.txt');
  if (!read.ok) throw new Error('The seed is readable');
  let drawn = 0;
  const begun = scenario({ project: emptyProject('p'), today: '2023-10-01' });
  const { framework } = begun.context.external;
  return begun.given(
    ...eventsOfDocument(read.document, {
      ref: 'RX-004',
      framework,
      horizon: read.document.horizon,
      ids: () => `d-${(drawn += 1)}`,
    }),
  );
}

/** A scenario as a page loads it, for somebody who looks. */
function loaded(story: Scenario, person: string, today = '2023-10-13'): LoadedProject {
  const { project, context } = story;
  const { external } = context;
  const actor = { person, through: 'session' as const };
  const command = (name: string) => projectStream.commands.find((each) => each.name === name)!;
  const refusals = (name: string, input: unknown) => {
    const decision = projectStream.decide(command(name), project, input, { ...context, today, actor });
    return decision.ok ? [] : decision.refusals;
  };
  const rights = (name: string) => may(command(name), actor, external.directory, today, { project });
  return {
    project,
    external,
    today,
    rights: { project, external, today },
    actor,
    roles: [],
    marks: { ref: project.ref, version: project.version, stamp: 'stamp' },
    name: (id) => nameOf(external.directory, id),
    may: rights,
    wouldRefuse: refusals,
    whyNot: (name, input) =>
      whyNot(input === undefined ? rights(name) : refusals(name, input), external.directory),
  };
}

const story = imported();
const page = caseOf(loaded(story, 'pmo'), null);
const field = (name: string) =>
  page.sections.text.flatMap(({ fields }) => fields).find((each) => each.name === name);

describe('the page of the case', () => {
  it('tells the five states of an answer apart, and for how long one has been owed', () => {
    expect(field('theme')).toMatchObject({ state: 'given', text: 'Resident Experience', owed: undefined });
    expect(field('contributoryThemes')).toMatchObject({ state: 'none-unconfirmed', text: '' });
    expect(field('scopeOut')).toMatchObject({ state: 'blank', owed: { since: '2023-10-01', days: 12 } });
    expect(page.sections.stated.sponsor.field).toMatchObject({ state: 'tbc', owed: { days: 12 } });
    expect(page.owed.map(({ name }) => name)).toEqual([
      'contributoryThemes',
      'sponsorStated',
      'leadStated',
      'scopeOut',
      'buying',
    ]);
  });

  it('says where an answer came from: the document, then the person who gave another', () => {
    expect(field('theme')?.source).toMatchObject({ who: 'RX-004.txt', document: true, day: '2023-10-01' });
    const answered = story.after('set-scope', { scopeIn: { state: 'given', value: 'Care' } }, { as: 'pmo' });
    const again = caseOf(loaded(answered, 'pmo'), null);
    const scopeIn = again.sections.text
      .flatMap(({ fields }) => fields)
      .find(({ name }) => name === 'scopeIn');
    expect(scopeIn?.source).toMatchObject({ who: 'pmo', document: false });
  });

  it('keeps the rows of the form, its statements and what was read out of prose', () => {
    const { rows } = page;
    expect(rows.linkedCases.map(({ name }) => name)).toEqual(['Service Integration', 'Resident Experience']);
    expect(rows.risks).toMatchObject([{ ref: '1', stated: 12, computed: 6 }]);
    expect(rows.gates.map(({ target }) => target.text)).toEqual([
      'Oct 2023',
      'Dec 2023',
      'Mar 2024',
      'Apr 2024',
      'Sep 2024',
      'Dec 2024',
    ]);
    expect(rows.deliverables).toHaveLength(6);
    expect(rows.statements.approvals).toMatchObject([{ role: 'Project Sponsor', name: { state: 'tbc' } }]);
    expect(rows.suggested.map(({ found }) => found)).toContain(
      'Social Care (Central Bedfordshire Council): £630,000',
    );
  });

  it('puts each finding at the part of the case it is about', () => {
    expect(page.findings.map(({ rule, place }) => [rule, place])).toEqual(
      expect.arrayContaining([
        ['part-year-effect', 'finance'],
        ['risk-total', 'risks'],
        ['no-cost-of-change', 'finance'],
      ]),
    );
  });

  it('offers no change to those who only read, and opens no form of a section there is not', () => {
    const read = caseOf(loaded(story, 'viewer'), 'nothing');
    expect(read.sections.text.every(({ whyNot: why }) => why !== undefined)).toBe(true);
    expect(read.edit).toBeUndefined();
    expect(caseOf(loaded(story, 'viewer'), 'scope').edit).toBe('scope');
  });

  it('rates a number of the document on no scale until a person does', () => {
    expect(page.sections.qualification.unscaled).toEqual(['effort', 'impact']);
    const rated = story.after('rate-qualification', { effort: { state: 'given', value: 3 } }, { as: 'pmo' });
    const { qualification } = caseOf(loaded(rated, 'pmo'), null).sections;
    expect(qualification.unscaled).toEqual(['impact']);
    expect(qualification.fields.find(({ name }) => name === 'effort')?.text).toBe('3 of 5: Moderate');
  });
});
