import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULES } from '~/core/case-check/check';

const HEADINGS = { error: '## Errors', gap: '## Gaps', note: '## Notes' } as const;
const document = readFileSync(new URL('../docs/case-check.md', import.meta.url), 'utf8');

it.each(RULES)(
  'docs/case-check.md has the row of $id under its severity',
  ({ id, title, severity, words, readBy }) => {
    const part = document.split(/^(?=## )/mu).find((each) => each.startsWith(HEADINGS[severity])) ?? '';
    const row = part.split('\n').find((each) => each.startsWith(`| \`${id}\` |`)) ?? '';
    expect(row.split('|').map((cell) => cell.trim())).toEqual([
      '',
      `\`${id}\``,
      title,
      words.looksFor,
      readBy ? `\`${readBy}\`` : '',
      '',
    ]);
  },
);
