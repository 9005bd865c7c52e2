import { describe, expect, it } from 'vitest';
import { streams } from '~/core/streams';
import type { Folded, StreamDefinition } from '~/core/journal/stream';
import { toyStreams } from '../testing/toy-streams';
import { foldGolden, missingGoldens, readGoldens } from './golden';

const goldens = readGoldens();
const definitions: readonly StreamDefinition<Folded>[] = Object.values(streams);

describe('the events released', () => {
  it.each(goldens.map((golden) => [`${golden.kind} ${golden.type} v${golden.v}`, golden] as const))(
    'still fold: %s',
    (_, golden) => {
      const definition = definitions.find((each) => each.kind === golden.kind)!;
      expect(foldGolden(definition, golden)).not.toBe('');
    },
  );

  it.each(definitions.map((definition) => [definition.kind, definition] as const))(
    'each have a golden record: %s (db/golden/write.ts writes those missing)',
    (_, definition) => {
      expect(missingGoldens(definition, goldens)).toEqual([]);
    },
  );
});

describe('the check itself', () => {
  const { project } = toyStreams();

  it('misses every version, the old ones too', () => {
    const held = [{ kind: 'project' as const, type: 'added', v: 2, body: { pence: 5 } }];
    expect(missingGoldens(project, held)).toContain('added v1');
    expect(missingGoldens(project, held)).not.toContain('added v2');
  });

  it('reads an old version through its upcaster, and refuses what no longer fits', () => {
    expect(foldGolden(project, { kind: 'project', type: 'added', v: 1, body: { pounds: 5 } })).toBe('500 added');
    expect(() => foldGolden(project, { kind: 'project', type: 'added', v: 2, body: { pounds: 5 } })).toThrow();
    expect(() => foldGolden(project, { kind: 'project', type: 'added', v: 3, body: {} })).toThrow('newer');
    expect(() => foldGolden(project, { kind: 'project', type: 'gone', v: 1, body: {} })).toThrow('No event');
  });
});
