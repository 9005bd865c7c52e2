import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { benefitsCommands } from '../benefits/commands';
import { benefitsEvents } from '../benefits/events';
import { evidenceCommands } from '../evidence/commands';
import { evidenceEvents } from '../evidence/events';
import { findingsCommands } from '../findings/commands';
import { findingsEvents } from '../findings/events';
import type { EventKinds, NewEvent } from '../journal/event';
import type { ProjectCommand } from '../project/command';
import type { Project } from '../project/state';
import { registersCommands } from '../registers/commands';
import { registersEvents } from '../registers/events';
import { risksCommands } from '../risks/commands';
import { risksEvents } from '../risks/events';
import { scenario, type Scenario } from './scenario';

const commands: readonly ProjectCommand[] = [
  ...risksCommands,
  ...benefitsCommands,
  ...registersCommands,
  ...evidenceCommands,
  ...findingsCommands,
];
const events: EventKinds<Project> = {
  ...risksEvents,
  ...benefitsEvents,
  ...registersEvents,
  ...evidenceEvents,
  ...findingsEvents,
};

describe.each(commands.map((command) => [command.name, command] as const))('%s', (_name, command) => {
  it('has a JSON Schema', () => {
    const schema = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'throw' });
    expect(schema.type).toBe('object');
  });

  it('says in plain words what is wrong with each field', () => {
    const { properties } = z.toJSONSchema(command.input, { io: 'input' });
    const wrong = Object.fromEntries(Object.keys(properties ?? {}).map((name) => [name, null]));
    for (const input of [{}, wrong]) {
      const parsed = command.input.safeParse(input);
      const messages = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
      expect(messages.filter((words) => /invalid|expected|received/i.test(words))).toEqual([]);
    }
  });

  it('is told in a sentence that ends', () => {
    expect(command.purpose).toMatch(/^[A-Z].{20,}\.$/);
  });
});

const given = (value: string) => ({ state: 'given', value });
const benefit = {
  category: 'Social',
  description: given('x'),
  realisation: given('2025'),
  measure: 'm',
  target: '3',
  baseline: { value: '1', date: '2023' },
};
const why = 'Because';

/** Commands with who gives them, in an order that makes every kind of event of these topics but those of documents. */
const story: readonly (readonly [string, object, string])[] = [
  [
    'record-risk',
    { ref: '1', risk: 'r', likelihood: 2, impact: 3, statedTotal: 12, owner: 'lead', due: '2024' },
    'lead',
  ],
  ['explain-finding', { rule: 'risk-total', subject: 'id-1', why }, 'lead'],
  ['accept-explanation', { explanationId: 'id-2' }, 'pmo'],
  ['withdraw-explanation', { explanationId: 'id-2', why }, 'lead'],
  ['accept-risk', { riskId: 'id-1', why }, 'sponsor'],
  ['amend-risk', { riskId: 'id-1', risk: 'r', likelihood: 5, impact: 3 }, 'lead'],
  ['close-risk', { riskId: 'id-1', why }, 'sponsor'],
  ['reopen-risk', { riskId: 'id-1', why }, 'lead'],
  ['withdraw-risk', { riskId: 'id-1', why }, 'sponsor'],
  ['record-benefit', benefit, 'lead'],
  ['propose-benefit-owner', { benefitId: 'id-3', person: 'benefit-owner' }, 'lead'],
  ['accept-benefit', { benefitId: 'id-3' }, 'benefit-owner'],
  [
    'record-reading',
    { benefitId: 'id-3', value: '2', date: '2024', source: 's', evidence: [] },
    'benefit-owner',
  ],
  ['withdraw-reading', { benefitId: 'id-3', readingId: 'id-4', why }, 'benefit-owner'],
  ['amend-benefit', { ...benefit, benefitId: 'id-3', target: '4' }, 'lead'],
  ['decline-benefit', { benefitId: 'id-3', why }, 'benefit-owner'],
  ['set-onward-owner', { benefitId: 'id-3', owner: 'service-manager', reviewDate: '2025' }, 'bau-owner'],
  ['withdraw-benefit', { benefitId: 'id-3', why }, 'lead'],
  ['attach-file', fileInput(), 'lead'],
  ['attach-link', { url: 'https://example.org', name: 'n', note: '', restricted: false }, 'lead'],
  ['withdraw-attachment', { attachmentId: 'id-6', why }, 'lead'],
  ['attest', attestInput(), 'pmo'],
  ['mark-seen', { attestationId: 'id-7' }, 'finance'],
  ['withdraw-attestation', { attestationId: 'id-7', why }, 'pmo'],
  ['sign-off', { criterion: 'finance-aware', gate: 0, note: 'n', particulars: {} }, 'finance'],
  ['withdraw-sign-off', { signOffId: 'id-8', why }, 'finance'],
  ['record-linked-case', { name: 'n' }, 'lead'],
  ['resolve-linked-case', { rowId: 'id-9', projectRef: 'RX-001' }, 'lead'],
  ['record-option', optionInput(), 'lead'],
  ['record-option', optionInput(), 'lead'],
  ['record-cost-baseline', { service: 's', amount: { state: 'tbc' } }, 'lead'],
  [
    'amend-cost-baseline',
    { rowId: 'id-12', service: 's', amount: { state: 'given', value: 5 }, year: 2024 },
    'lead',
  ],
  ['withdraw-cost-baseline', { rowId: 'id-12', why }, 'sponsor'],
  ['confirm-register-none', { register: 'lessons' }, 'lead'],
];

function fileInput() {
  return {
    sha256: 'b'.repeat(64),
    bytes: 3_000_000,
    name: 'f.pdf',
    mediaType: 'application/pdf',
    note: 'n',
    restricted: true,
  };
}
function attestInput() {
  return { criterion: 'overlap-considered', gate: 0, note: 'n', particulars: {}, attachments: [] };
}
function optionInput() {
  return { title: 't', description: 'd', isBusinessAsUsual: false, isPreferred: true, reason: 'r' };
}

const REDACTED = '[redacted]';

/** A body as a redaction leaves it: every text under `words` replaced. */
function redacted(value: unknown, inWords = false): unknown {
  if (typeof value === 'string') return inWords ? REDACTED : value;
  if (Array.isArray(value)) return value.map((each) => redacted(each, inWords));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, redacted(each, inWords || name === 'words')]),
  );
}

/** Where two states differ by more than text that was redacted. */
function differences(a: unknown, b: unknown, path = ''): readonly string[] {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) {
    return a === b || b === REDACTED ? [] : [path];
  }
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].flatMap((name) =>
    differences(
      (a as Readonly<Record<string, unknown>>)[name],
      (b as Readonly<Record<string, unknown>>)[name],
      `${path}.${name}`,
    ),
  );
}

it('folds to the same figures, dates, people and states when every word was redacted', () => {
  let now: Scenario = scenario();
  const all: (readonly [string, NewEvent])[] = [];
  for (const [name, input, as] of story) {
    const outcome = now.when(name, input, { as });
    if ('ok' in outcome.decision && outcome.decision.ok) {
      all.push(...outcome.decision.events.map((event) => [as, event] as const));
    }
    now = outcome.accepted();
  }
  const folded = all.reduce(
    (so, [as, event]) => so.givenBy(as, { ...event, body: redacted(event.body) }),
    scenario(),
  );
  expect(differences(now.project, folded.project)).toEqual([]);
});

it('tells every event in words that leave nothing undefined', () => {
  let now: Scenario = scenario();
  const told = new Set<string>();
  for (const [name, input, as] of story) {
    const outcome = now.when(name, input, { as });
    if (!('ok' in outcome.decision) || !outcome.decision.ok) {
      throw new Error(`${name}: ${JSON.stringify(outcome.decision)}`);
    }
    for (const event of outcome.decision.events) {
      const said = events[event.type]!.says(event.body, now.project, { person: (id) => `Name of ${id}` });
      expect(said.sentence, event.type).not.toMatch(/undefined|\[object|“\?”/);
      expect(said.sentence.length).toBeGreaterThan(5);
      expect(JSON.stringify(said.changes ?? [])).not.toMatch(/undefined|\[object/);
      told.add(event.type);
    }
    now = outcome.accepted();
  }
  const generic =
    /^(benchmark|population|assumption|issue|logged-decision|dis-benefit|lesson|link|linked-case|option|cost-baseline)-/;
  const untold = Object.keys(events).filter((type) => !told.has(type) && !generic.test(type));
  expect(untold).toEqual(['benefits-confirmed-none']);
});
