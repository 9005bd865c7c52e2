export const SEVERITIES = ['error', 'gap', 'note'] as const;
/** An error is a figure or date that cannot be right, a gap is what a gate will ask for, a note asks a question. */
export type Severity = (typeof SEVERITIES)[number];
