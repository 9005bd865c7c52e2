import { uuidv7 } from 'uuidv7';
import { PARTS } from '../app/core/testing/whole-way-step';
import { createToken } from '../app/server/api-tokens';
import { processConfig } from '../app/server/config';
import { openTracker } from '../app/server/tracker';
import { accountByEmail } from '../db/queries/accounts';

/** Writes, as JSON, a token and the person's id for every part of the whole way: one process, where the command line would take one each. */
async function main(): Promise<void> {
  const tracker = await openTracker(processConfig());
  const given: Record<string, { token: string; person: string }> = {};
  for (const part of PARTS) {
    const account = await accountByEmail(tracker.db, `${part}@example.org`);
    if (!account) throw new Error(`There is no account of ${part}`);
    const { token } = await createToken(tracker, uuidv7, account.person, { name: 'stories' });
    given[part] = { token, person: account.person };
  }
  await tracker.close();
  process.stdout.write(JSON.stringify(given));
}

await main();
