import { describe, expect, it } from 'vitest';
import { happened } from '../project/events';
import { counted } from '../project/row';
import type { MoneyLine } from '../finance/state';
import { scenario, scenarioProject } from '../testing/scenario';
import { projectCommands } from '../project/commands';

const option = (more: object = {}) => ({
  title: 'Carry on',
  description: 'As now',
  isBusinessAsUsual: true,
  isPreferred: false,
  reason: '',
  ...more,
});
const why = 'Entered twice';

const baseline = happened('cost-baseline-recorded', {
  rowId: 'cost-1',
  amount: { state: 'given', value: 63_000_000, words: '£630k' },
  fromDocument: true,
  suggested: true,
  words: { service: 'Social care out of hours', suggestedFrom: 'at a cost of £630k' },
});

/** One valid entry for each register, with one that leaves its words empty. */
const entries: Readonly<Record<string, object>> = {
  'linked-case': { name: 'Service Integration' },
  option: option(),
  benchmark: { organisation: 'Hackney', costApproximate: true, likeForLike: false, source: 'The form' },
  'cost-baseline': { service: 'Social care', amount: { state: 'tbc' } },
  population: { place: 'Luton', residents: 225_000 },
  assumption: { kind: 'dependency', statement: 'On current contracts' },
  issue: { issue: 'No data', action: 'Ask', resolved: false },
  'logged-decision': { decision: 'One contract', takenBy: 'Project board' },
  'dis-benefit': {
    disBenefit: 'Calls at night wait longer',
    bearer: 'Older residents',
    measure: '',
    action: '',
    outcome: '',
  },
  lesson: { lesson: 'Ask early', recommendation: 'Ask' },
  link: { title: 'Contract register', url: 'https://example.org/contracts' },
};

describe.each(Object.entries(entries))('the register of each %s', (name, entry) => {
  const story = scenario().after(`record-${name}`, entry, { as: 'lead' });
  const input = { ...entry, rowId: 'id-1' };

  it('takes a row once and records nothing when it is set as it stands', () => {
    story.when(`amend-${name}`, input).thenNothing();
    story.when(`confirm-${name}`, { rowId: 'id-1' }).thenNothing();
  });

  it('refuses a row that is not there or is withdrawn', () => {
    story.when(`amend-${name}`, { ...input, rowId: 'id-9' }).thenRefused('no-such-row');
    story.when(`withdraw-${name}`, { rowId: 'id-9', why }).thenRefused('no-such-row');
    story.when(`confirm-${name}`, { rowId: 'id-9' }).thenRefused('no-such-row');
    const gone = story.after(`withdraw-${name}`, { rowId: 'id-1', why }, { as: 'sponsor' });
    gone.when(`amend-${name}`, input).thenRefused('withdrawn-row');
    gone.when(`withdraw-${name}`, { rowId: 'id-1', why }).thenRefused('withdrawn-row');
    gone.when(`confirm-${name}`, { rowId: 'id-1' }).thenRefused('withdrawn-row');
  });

  it('is not for auditors, viewers, administrators or strangers', () => {
    for (const as of ['auditor', 'viewer', 'administrator', 'stranger']) {
      story.when(`record-${name}`, entry, { as }).thenRefused('not-permitted');
      story.when(`withdraw-${name}`, { rowId: 'id-1', why }, { as }).thenRefused('not-permitted');
      story.when(`confirm-${name}`, { rowId: 'id-1' }, { as }).thenRefused('not-permitted');
      story.when(`amend-${name}`, input, { as }).thenRefused('not-permitted');
    }
  });

  it('wants a reason to withdraw', () => {
    story.when(`withdraw-${name}`, { rowId: 'id-1', why: '\n' }).thenInvalid('why');
  });

  it('holds up to 500 rows', () => {
    const event = story.when(`record-${name}`, entry).decision;
    const recorded = 'ok' in event && event.ok ? event.events[0] : undefined;
    expect(recorded).toBeDefined();
    const full = scenario().given(...Array.from({ length: 500 }, () => recorded!));
    full.when(`record-${name}`, entry).thenRefused('limit-reached');
  });
});

describe('suggested rows', () => {
  const story = scenario().given(baseline);

  it('stand unread by gates until a person confirms them', () => {
    expect(counted(story.project.registers.costBaselines)).toEqual([]);
    const confirmed = story
      .when('confirm-cost-baseline', { rowId: 'cost-1' }, { as: 'finance' })
      .then(happened('cost-baseline-confirmed', { rowId: 'cost-1' }));
    expect(counted(confirmed.project.registers.costBaselines)).toHaveLength(1);
    confirmed.when('confirm-cost-baseline', { rowId: 'cost-1' }).thenNothing();
  });

  it('stay suggested when their words were redacted', () => {
    const { suggestedFrom: _gone, ...words } = { service: 'x', suggestedFrom: 'y' };
    const redacted = scenario().given({ ...baseline, body: { ...(baseline.body as object), words } });
    expect(counted(redacted.project.registers.costBaselines)).toEqual([]);
  });
});

describe('cost baselines', () => {
  const line: MoneyLine = {
    id: 'line-1',
    recorded: { by: 'lead', day: '2023-10-01', seq: 0 },
    amended: { by: 'lead', day: '2023-10-01', seq: 0 },
    kind: 'saving',
    timing: 'recurring',
    title: 'Saving',
    costBaseline: 'cost-1',
    cells: {},
    evidence: [],
    termsSeq: 0,
    termsBy: 'lead',
  };
  const empty = scenarioProject();
  const story = scenario({ project: { ...empty, money: { ...empty.money, lines: [line] } } }).given(baseline);
  const terms = {
    rowId: 'cost-1',
    service: 'Social care out of hours',
    amount: { state: 'given', value: 63_000_000 },
  };

  it('take an amount or to-be-confirmed, and no other answer', () => {
    for (const state of ['none', 'blank', 'none-unconfirmed']) {
      story.when('record-cost-baseline', { service: 'x', amount: { state } }).thenInvalid('amount.state');
    }
    story
      .when('record-cost-baseline', { service: 'x', amount: { state: 'given', value: -1 } })
      .thenInvalid('amount.value');
    story
      .when('record-cost-baseline', { service: 'x', amount: { state: 'given', value: 10.5 } })
      .thenInvalid('amount.value');
  });

  it('make the terms of the lines that draw on them new when the amount changes or the row goes, and only then', () => {
    const { version } = story.project;
    const dearer = story.after('amend-cost-baseline', {
      ...terms,
      amount: { state: 'given', value: 64_000_000 },
    });
    expect(dearer.project.money.lines[0]?.termsSeq).toBe(version + 1);
    const gone = story.after('withdraw-cost-baseline', { rowId: 'cost-1', why });
    expect(gone.project.money.lines[0]?.termsSeq).toBe(version + 1);
    const sourced = story.after('amend-cost-baseline', {
      ...terms,
      amount: { state: 'given', value: 63_000_000 },
      source: 'Ledger',
    });
    expect(sourced.project.registers.costBaselines[0]?.source).toBe('Ledger');
  });

  it('are found by a deliverable of this project', () => {
    story
      .when('record-cost-baseline', { service: 'x', amount: { state: 'tbc' }, foundBy: 'nowhere' })
      .thenRefused('no-such-row');
  });
});

describe('options', () => {
  it('prefer one: preferring another says of the first that it no longer is', () => {
    const first = scenario().after('record-option', option({ isPreferred: true, reason: 'Cheap' }));
    const both = first
      .when('record-option', option({ title: 'One contract', isPreferred: true, reason: 'Better' }))
      .then(
        happened('option-unpreferred', { rowId: 'id-1' }),
        happened('option-recorded', {
          rowId: 'id-2',
          isBusinessAsUsual: true,
          isPreferred: true,
          fromDocument: false,
          suggested: false,
          words: { title: 'One contract', description: 'As now', reason: 'Better' },
        }),
      );
    expect(both.project.registers.options.map((each) => each.isPreferred)).toEqual([false, true]);
    const back = both.after('amend-option', {
      ...option({ isPreferred: true, reason: 'Cheap' }),
      rowId: 'id-1',
    });
    expect(back.project.registers.options.map((each) => each.isPreferred)).toEqual([true, false]);
  });

  it('say why one is preferred', () => {
    scenario()
      .when('record-option', option({ isPreferred: true, reason: ' ' }))
      .thenRefused('narrative-required');
  });
});

describe('linked cases', () => {
  const story = scenario().after('record-linked-case', { name: 'Service Integration' });

  it('are resolved to another project that is there', () => {
    const resolved = story
      .when('resolve-linked-case', { rowId: 'id-1', projectRef: 'RX-001' })
      .then(happened('linked-case-resolved', { rowId: 'id-1', projectRef: 'RX-001' }));
    resolved.when('resolve-linked-case', { rowId: 'id-1', projectRef: 'RX-001' }).thenNothing();
    const renamed = resolved.after('amend-linked-case', { rowId: 'id-1', name: 'Integration' });
    expect(renamed.project.registers.linkedCases[0]?.projectRef).toBe('RX-001');
  });

  it('refuse a project that is not there, and the project itself', () => {
    story.when('resolve-linked-case', { rowId: 'id-1', projectRef: 'RX-999' }).thenRefused('no-such-row');
    story.when('resolve-linked-case', { rowId: 'id-1', projectRef: 'RX-900' }).thenRefused('contradiction');
    story.when('resolve-linked-case', { rowId: 'id-9', projectRef: 'RX-001' }).thenRefused('no-such-row');
    story
      .after('withdraw-linked-case', { rowId: 'id-1', why })
      .when('resolve-linked-case', { rowId: 'id-1', projectRef: 'RX-001' })
      .thenRefused('withdrawn-row');
    story
      .when('resolve-linked-case', { rowId: 'id-1', projectRef: 'RX-001' }, { as: 'viewer' })
      .thenRefused('not-permitted');
  });
});

describe('owners', () => {
  it('are people with an active account', () => {
    scenario()
      .when('record-assumption', { ...entries['assumption'], owner: 'left' })
      .thenRefused('unknown-person');
    scenario()
      .when('record-issue', { ...entries['issue'], owner: 'nobody-known' })
      .thenRefused('unknown-person');
    scenario()
      .when('record-issue', { ...entries['issue'], owner: 'service-manager' })
      .accepted();
  });
});

describe('dis-benefits', () => {
  const entry = { ...entries['dis-benefit'], owner: 'bau-owner', reviewOn: '2024-06' };
  const story = scenario().after('record-dis-benefit', entry);

  it('are recorded by whoever decides on the benefits or bears them, the sponsor and the BAU owner too', () => {
    for (const as of ['lead', 'pmo', 'sponsor', 'bau-owner']) {
      scenario().when('record-dis-benefit', entry, { as }).accepted();
    }
    for (const as of ['finance', 'assurer']) {
      scenario().when('record-dis-benefit', entry, { as }).thenRefused('not-permitted');
    }
  });

  it('want what gets worse and who bears it, an owner who is there and a real date', () => {
    const bad = { ...entry, disBenefit: ' ', bearer: '', reviewOn: '2024-13' };
    scenario().when('record-dis-benefit', bad).thenInvalid('disBenefit', 'bearer', 'reviewOn');
    scenario()
      .when('record-dis-benefit', { ...entry, owner: 'left' })
      .thenRefused('unknown-person');
  });

  it('keep what came of them once they were looked at, and tell it', () => {
    const looked = story.after('amend-dis-benefit', {
      ...entry,
      rowId: 'id-1',
      outcome: 'Waits rose by a minute',
    });
    expect(looked.project.registers.disBenefits[0]).toMatchObject({
      bearer: 'Older residents',
      reviewOn: '2024-06',
      outcome: 'Waits rose by a minute',
    });
  });

  it('are kept when withdrawn, with why', () => {
    const gone = story.after('withdraw-dis-benefit', { rowId: 'id-1', why });
    expect(gone.project.registers.disBenefits).toHaveLength(1);
    expect(counted(gone.project.registers.disBenefits)).toEqual([]);
    expect(gone.project.registers.disBenefits[0]?.withdrawn?.why).toBe(why);
  });
});

describe('links', () => {
  it.each([
    'javascript:alert(1)',
    'ftp://example.org',
    'example.org',
    'https://',
    'http://a b',
    'data:text/html,x',
  ])('refuse %s', (url) => {
    scenario().when('record-link', { title: 'x', url }).thenInvalid('url');
  });
});

describe('a register with nothing in it', () => {
  it('is confirmed as none by a person, and by a row no longer', () => {
    const none = scenario()
      .when('confirm-register-none', { register: 'assumptions' })
      .then(happened('register-confirmed-none', { register: 'assumptions' }));
    expect(none.project.registers.confirmedNone['assumptions']).toMatchObject({ by: 'lead' });
    none.when('confirm-register-none', { register: 'assumptions' }).thenNothing();
    const added = none.after('record-assumption', entries['assumption']);
    expect(added.project.registers.confirmedNone).toEqual({});
    added.when('confirm-register-none', { register: 'assumptions' }).thenRefused('contradiction');
    added
      .after('withdraw-assumption', { rowId: 'id-1', why })
      .when('confirm-register-none', { register: 'assumptions' })
      .accepted();
  });

  it('is not confirmed while a suggested row stands in it, nor by a viewer, nor for a register there is not', () => {
    scenario()
      .given(baseline)
      .when('confirm-register-none', { register: 'costBaselines' })
      .thenRefused('contradiction');
    scenario()
      .when('confirm-register-none', { register: 'links' }, { as: 'viewer' })
      .thenRefused('not-permitted');
    scenario().when('confirm-register-none', { register: 'ghosts' }).thenInvalid('register');
  });
});

it('every command of a project has a name of its own', () => {
  const names = projectCommands.map((command) => command.name);
  expect(new Set(names).size).toBe(names.length);
});
