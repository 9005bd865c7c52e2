import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint();

async function complaints(filePath: string, code: string): Promise<string> {
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap((result) => result.messages.map((message) => message.message)).join('\n');
}

test.each([
  ['app/core/time/x.ts', "import '~/server/config';", /it is pure/],
  ['app/core/time/x.ts', "import '../../server/config';", /it is pure/],
  ['app/ui/x.tsx', "import '~/core/streams';", /no words of the domain/],
  ['app/features/x.tsx', "import '~/server/config';", /fetch nothing/],
  ['app/documents/x.ts', "import '~/server/config';", /storing and showing are others/],
  ['app/server/x.ts', "import '~/routes/healthz';", /pages are the routes/],
  ['app/shell/x.ts', "import '~/server/config';", /the core and the store only/],
  ['app/core/x.ts', "import 'node:fs';", /no input or output/],
  ['app/core/x.ts', 'export const now = Date.now();', /no clock/],
  ['app/core/x.ts', 'export const now = new Date();', /no clock/],
  ['app/core/x.ts', 'export const dice = Math.random();', /no dice/],
  ['app/shell/x.ts', "import 'drizzle-orm';", /Only db\//],
  ['app/routes/x.ts', 'export const port = process.env.PORT;', /reads the environment/],
  ['app/routes/x.ts', 'export const read = (r: Request) => r.formData();', /reads a form/],
  ['app/routes/x.tsx', "import { Await } from '@remix-run/react';\nexport { Await };", /without JavaScript/],
  ['app/core/x.ts', "import { z } from 'zod';\nexport const n = z.coerce.number();", /makes 0 of blank/],
  ['app/ui/x.tsx', 'export const X = () => <p style={{ color: "red" }} />;', /stops style attributes/],
])('in %s, %s is refused with its reason', { timeout: 60_000 }, async (filePath, code, reason) => {
  expect(await complaints(filePath, code)).toMatch(reason);
});

test('an open door is open', { timeout: 60_000 }, async () => {
  const code = "import { processConfig } from '~/server/config';\nexport const config = processConfig();\n";
  expect(await complaints('app/routes/x.ts', code)).toBe('');
});
