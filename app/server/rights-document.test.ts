import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rightsDocument } from './rights-document';

it('is what docs/rights.md says; write it again with npx tsx scripts/write-rights.ts', () => {
  const written = readFileSync(new URL('../../docs/rights.md', import.meta.url), 'utf8');
  expect(written === rightsDocument(), 'docs/rights.md is out of date').toBe(true);
});
