import { describe, expect, it } from 'vitest';
import { scenario } from '~/core/testing/scenario';
import { whoInWords } from './shown-refusal';

const { directory } = scenario({ today: '2023-10-01' }).context.external;

describe('who can mend something', () => {
  it('is a person with their role, who is not named again by that role alone', () => {
    const by = [{ role: 'lead', person: 'lead' }, { role: 'lead' }, { role: 'pmo' }] as const;
    expect(whoInWords(by, directory)).toBe('lead (the project lead) or a PMO officer');
  });

  it('is any holder of a role across the programme, though one of them is named', () => {
    const by = [{ role: 'pmo', person: 'pmo' }, { role: 'pmo' }] as const;
    expect(whoInWords(by, directory)).toBe('pmo (a PMO officer) or a PMO officer');
  });
});
