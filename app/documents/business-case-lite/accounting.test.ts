import { describe, expect, it } from 'vitest';
import type { Project } from '~/core/project/state';
import { refusedAll } from '~/core/testing/scenario';
import { requiredLabels } from './labels';
import { recordedWords } from './recorded-words';
import { documentOf, importing, recordOf, SEED } from './seed-for-test';

/** Words and numbers, and the dash that answers a field; bullets and the marks between words are neither. */
const tokens = (texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((text) => text.split(/\s+/u))
    .map((token) => token.replace(/[’‘]/gu, "'").replace(/^·$/u, ''))
    .filter((token) => /[\p{L}\p{N}]/u.test(token) || token === '-');

const counted = (texts: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const token of tokens(texts)) counts[token] = (counts[token] ?? 0) + 1;
  return counts;
};

const unplacedOf = (project: Project): readonly string[] =>
  project.documents.flatMap(({ unplaced }) => unplaced.map(({ words }) => words));

const foundLabels = (project: Project): readonly string[] => {
  const missing = new Set(project.documents.flatMap((document) => document.missing));
  return requiredLabels()
    .filter(({ key }) => !missing.has(key))
    .map(({ text }) => text);
};

/** The record without what a changed line changes of itself: the digest, the lines' numbers, the ids. */
const comparable = (project: Project): string =>
  JSON.stringify(project, (key, value: unknown) =>
    ['sha256', 'line', 'seq', 'version', 'touched', 'scoredSeq', 'termsSeq'].includes(key) ||
    (typeof value === 'string' && /^id-\d+$/u.test(value))
      ? undefined
      : value,
  );

const lines = SEED.split('\n');
const record = comparable(recordOf(SEED));
const worded = lines.map((line, index) => ({ line, index })).filter(({ line }) => line.trim() !== '');

describe('the account of a document', () => {
  it('finds every word and number of the seed in its record, less the listed labels, and nothing twice', () => {
    const project = recordOf(SEED);
    const kept = [
      ...requiredLabels().map(({ text }) => text),
      ...recordedWords(project),
      ...unplacedOf(project),
    ];
    expect(counted(kept)).toEqual(counted([SEED]));
    expect(unplacedOf(project)).toEqual([]);
  });

  it.each(worded.map(({ line, index }) => [index + 1, line.trim(), index] as const))(
    'without line %i (“%s”) gives another record or another list of what was not placed',
    (_number, _words, index) => {
      const shortened = lines.filter((_line, at) => at !== index).join('\n');
      const outcome = importing(documentOf(shortened));
      // Without its ref a document begins no record: that is a difference too, and one that is told.
      if (refusedAll(outcome.decision).includes('not-answered')) return;
      const project = outcome.accepted().project;
      expect(comparable(project)).not.toBe(record);
      const kept = [...foundLabels(project), ...recordedWords(project), ...unplacedOf(project)];
      expect(counted(kept)).toEqual(counted([shortened]));
    },
  );

  it('without the line of the ref refuses the import and says so', () => {
    for (const words of ['\tPortfolio Tracker ref', '\tRX-004']) {
      const without = lines.filter((line) => line !== words).join('\n');
      importing(documentOf(without)).thenRefused('not-answered');
    }
  });

  it('keeps every word of a line put anywhere into the seed', () => {
    const intruders = ['zebra crossing 77', '\tzebra crossing 77', '· zebra crossing 77'];
    for (let at = 0; at <= lines.length; at += 1) {
      const intruder = intruders[at % 3] ?? '';
      const text = [...lines.slice(0, at), intruder, ...lines.slice(at)].join('\n');
      const outcome = importing(documentOf(text));
      if (refusedAll(outcome.decision).includes('not-answered')) continue;
      const project = outcome.accepted().project;
      const kept = [...foundLabels(project), ...recordedWords(project), ...unplacedOf(project)];
      expect(counted(kept), `${intruder} at ${at + 1}`).toEqual(counted([text]));
    }
  }, 60_000);
});
