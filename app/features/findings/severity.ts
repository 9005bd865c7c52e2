import type { Severity } from '~/core/case-check/rule';
import type { Outcome } from '~/ui/Tag';

/** How each severity is called on its tag. */
export const SEVERITY_TAGS: Readonly<Record<Severity, Outcome>> = {
  error: { tone: 'bad', text: 'Error' },
  gap: { tone: 'warn', text: 'Gap' },
  note: { tone: 'info', text: 'Note' },
};

/** How a finding that is settled is called on its tag. */
export const SETTLED: Outcome = { tone: 'good', text: 'Settled' };

/** A severity's heading, and what it means. */
export const SEVERITY_WORDS: Readonly<Record<Severity, { readonly title: string; readonly means: string }>> =
  {
    error: { title: 'Errors', means: 'A figure or a date that cannot be right as it stands.' },
    gap: { title: 'Gaps', means: 'What is not there yet, and a gate will ask for.' },
    note: { title: 'Notes', means: 'What a careful reader would ask about.' },
  };

const COUNTED = { error: ['error', 'errors'], gap: ['gap', 'gaps'], note: ['note', 'notes'] } as const;

/** "1 error", "12 gaps". */
export const countedFindings = (severity: Severity, count: number): string =>
  `${count} ${COUNTED[severity][count === 1 ? 0 : 1]}`;
