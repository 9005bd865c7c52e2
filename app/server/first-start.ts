import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SYSTEM_PERSON } from '~/core/access/directory';
import type { StreamKind } from '~/core/journal/event';
import { frameworkV1 } from '~/core/gates/framework-v1';
import { PROGRAMME } from '~/core/programme/state';
import type { Answer } from '~/shell/answer';
import { accountOf, addAccount, setPasswordHash } from '~db/queries/accounts';
import type { Config } from './config';
import { DEMONSTRATION_PEOPLE, demonstrationEmail, type DemonstrationPerson } from './demonstration-people';
import { readDocument, type ReadDocument } from './import-document';
import { hashPassword, isPassword } from './passwords';
import { newPassword } from './secret-tokens';
import type { Tracker } from './tracker';

type StartConfig = Pick<Config, 'mode' | 'demoPassword' | 'demoToday'>;

/** An account made just now, with the password that is shown this once. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** What a first start did that people must be told. */
export interface FirstStart {
  readonly accounts: readonly NewAccount[];
}

const SEED = fileURLToPath(new URL('../../db/seed/RX-004-business-case-lite.txt', import.meta.url));
const actor = { person: SYSTEM_PERSON, through: 'system' } as const;

/**
 * Does what an empty data folder still lacks: the programme, the framework and, in demonstration mode, one account a
 * role and the first project. Every step looks whether it is done and sends its command under a fixed id, so that a
 * start broken off goes on where it was and a second start does nothing.
 */
export async function firstStart(
  tracker: Tracker,
  config: StartConfig,
  tell: (account: NewAccount) => void = () => undefined,
): Promise<FirstStart> {
  const demonstration = config.mode === 'demonstration';
  const document = demonstration
    ? readDocument(await readFile(SEED), 'RX-004-business-case-lite.txt')
    : undefined;
  await beginProgramme(tracker, config, document);
  if (!(await tracker.readState('framework', frameworkV1.id))) {
    await must(
      tracker,
      'publish-framework',
      'framework',
      { framework: frameworkV1 },
      'framework',
      frameworkV1.id,
    );
  }
  if (!document) return { accounts: [] };
  const accounts: NewAccount[] = [];
  for (const person of DEMONSTRATION_PEOPLE) {
    const account = await ensurePerson(tracker, person, config.demoPassword, tell);
    if (account) accounts.push(account);
  }
  await importSeed(tracker, document);
  return { accounts };
}

async function beginProgramme(
  tracker: Tracker,
  config: StartConfig,
  document: ReadDocument | undefined,
): Promise<void> {
  if (await tracker.readState('programme', PROGRAMME)) return;
  const names = document
    ? { name: document.document.programme ?? 'Transformation Programme', organisation: 'Luton Council' }
    : { name: 'Transformation Programme', organisation: 'The council' };
  const day = document && config.demoToday !== undefined ? { day: config.demoToday } : {};
  await must(
    tracker,
    'begin-programme',
    'programme',
    { ...names, demonstration: document !== undefined, ...day },
    'programme',
  );
}

/** Makes a person with their role and account where missing; answers with the account when it or its password is new. */
async function ensurePerson(
  tracker: Tracker,
  { key, name, role }: DemonstrationPerson,
  demoPassword: string | undefined,
  tell: (account: NewAccount) => void,
): Promise<NewAccount | undefined> {
  const registered = await must(tracker, 'register-person', 'person', { name }, `person/${key}`);
  const person = registered.answer.id;
  if (role) await must(tracker, 'grant-role', 'person', { role }, `person/${key}/role`, person);
  const account = await accountOf(tracker.db, person);
  if (account && (demoPassword === undefined || (await isPassword(account.passwordHash, demoPassword))))
    return undefined;
  const password = demoPassword ?? newPassword();
  const passwordHash = await hashPassword(password);
  const now = tracker.now();
  const made = { email: demonstrationEmail(key), name, password };
  // Told first: a start broken off in between must not leave an account nobody knows the password of.
  tell(made);
  await tracker.write((tx) =>
    account
      ? setPasswordHash(tx, person, passwordHash, now)
      : addAccount(tx, {
          person,
          email: made.email,
          passwordHash,
          demonstration: true,
          created: now,
          passwordChanged: now,
        }),
  );
  return made;
}

async function importSeed(tracker: Tracker, { document, bytes }: ReadDocument): Promise<void> {
  if (document.ref !== undefined && (await tracker.projectByRef(document.ref)) !== undefined) return;
  await tracker.blobs.put(bytes);
  await must(tracker, 'import-business-case', 'project', { document }, 'project');
}

type Done = Extract<Answer, { kind: 'ok' }>;

/** Gives a command of the first start; whatever keeps it from being done is a fault of the program. */
async function must(
  tracker: Tracker,
  command: string,
  kind: StreamKind,
  input: unknown,
  step: string,
  id?: string,
): Promise<Done> {
  const answer = await tracker.run({
    command,
    kind,
    ...(id === undefined ? {} : { id }),
    input,
    commandId: `first-start/${step}`,
    actor,
  });
  if (answer.kind === 'ok') return answer;
  throw new Error(`The first start could not be finished: ${command} was answered ${JSON.stringify(answer)}`);
}

/** Prints each account as it is made, under one heading. */
export function announcer(print: (text: string) => void): (account: NewAccount) => void {
  let begun = false;
  const width = Math.max(...DEMONSTRATION_PEOPLE.map(({ key }) => demonstrationEmail(key).length));
  return ({ email, password }) => {
    if (!begun) print('Demonstration accounts, with the passwords shown this once:\n');
    begun = true;
    print(`  ${email.padEnd(width)}  ${password}\n`);
  };
}
