import { describe, expect, it } from 'vitest';
import { happened } from '../project/events';
import { scenario } from '../testing/scenario';
import { projectStream } from '../project/stream';
import { criterionWords, particularWords } from './criterion-words';

describe('what a criterion is called in history', () => {
  it('is words, not its id', () => {
    expect(criterionWords('funding-agreed')).toBe('Funding agreed');
    expect(particularWords('callInExpired')).toBe('Call in expired');
    expect(particularWords('source')).toBe('Source');
  });

  it('is told so by who signs it off', () => {
    const event = happened('criterion-signed-off', {
      signOffId: 'S',
      criterion: 'authority-recorded',
      gate: 3,
      rests: '0',
      particulars: {},
      words: { note: '', particulars: { callInExpired: 'not subject to call-in' } },
    });
    const kind = projectStream.events[event.type]!;
    const { sentence, changes } = kind.says(event.body, scenario().project, { person: (id) => id });
    expect(sentence).toBe('“Authority recorded” signed off for Gate 3');
    expect(changes).toEqual([{ what: 'Call in expired', after: 'not subject to call-in' }]);
  });
});
