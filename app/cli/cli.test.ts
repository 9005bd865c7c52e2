import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, type Config } from '~/server/config';
import { firstStart } from '~/server/first-start';
import { openTracker } from '~/server/tracker';
import { runCli } from './cli';

const SEED = fileURLToPath(new URL('../../db/seed/RX-004-business-case-lite.txt', import.meta.url));
const PASSWORD = 'correct horse battery';

let folder: string;
let config: Config;
const tokens: Record<string, string> = {};

interface Called {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}
async function call(
  args: readonly string[],
  more: { stdin?: string; config?: Config } = {},
): Promise<Called> {
  const said = { out: '', err: '' };
  const status = await runCli(args, {
    config: more.config ?? config,
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    stdin: async () => new TextEncoder().encode(more.stdin ?? ''),
  });
  return { status, ...said };
}
const as = (who: string, ...args: readonly string[]) => call([...args, '--token', tokens[who] ?? '']);
const json = ({ out }: Called): Record<string, unknown> => JSON.parse(out) as Record<string, unknown>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tracker-cli-'));
  config = readConfig({ DATA_DIR: join(folder, 'data'), DEMO_TODAY: '2023-10-01', DEMO_PASSWORD: PASSWORD });
  const tracker = await openTracker(config);
  await firstStart(tracker, config);
  await tracker.close();
  for (const who of ['pmo', 'viewer', 'administrator', 'sponsor', 'auditor']) {
    const made = await call(
      ['token', 'create', '--email', `${who}@example.org`, '--password-stdin', '--json'],
      { stdin: `${PASSWORD}\n` },
    );
    tokens[who] = String(json(made)['token']);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the command line', () => {
  it('says how it is used, and with status 2 what it did not understand', async () => {
    expect(await call(['help'])).toMatchObject({
      status: 0,
      out: expect.stringContaining('verify [--head') as string,
    });
    for (const args of [
      [],
      ['nonsense'],
      ['verify', '--nonsense'],
      ['verify', 'x'],
      ['run'],
      ['run', 'no-such'],
      ['user'],
      ['export'],
    ]) {
      expect((await call(args)).status, args.join(' ')).toBe(2);
    }
    expect((await call(['run', 'record-risks'])).err).toMatch(/Did you mean .*record-/);
  });

  it('does nothing without a token that is good', async () => {
    expect(await call(['export', 'RX-004'])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/A token is needed/) as string,
    });
    expect(await call(['export', 'RX-004', '--token', 'tkr_wrong'])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/unknown/) as string,
    });
  });

  it('exports a project with every event behind it, and as at a day', async () => {
    const exported = json(await as('viewer', 'export', 'rx-004'));
    expect(exported).toMatchObject({ ref: 'rx-004', project: { ref: 'RX-004' } });
    expect((exported['events'] as unknown[]).length).toBeGreaterThan(0);
    expect((await as('viewer', 'export', 'RX-004', '--as-at', '2023-09-30')).status).toBe(1);
    expect((await as('viewer', 'export', 'RX-004', '--as-at', 'yesterday')).status).toBe(2);
    expect((await as('viewer', 'export', 'RX-999')).err).toMatch(/There is no project RX-999/);
  });

  it('gives any command by name, with its holder’s rights and no more, printing every reason', async () => {
    const input = join(folder, 'input.json');
    await writeFile(input, JSON.stringify({ ref: 'RX-100', title: 'Second' }));
    expect(await as('viewer', 'run', 'open-project', '--json', input)).toMatchObject({
      status: 1,
      err: expect.stringContaining('[not-permitted]') as string,
    });
    const opened = await as('pmo', 'open-project', '--json', input);
    expect([opened.status, json(opened)]).toMatchObject([0, { ok: true, version: 1 }]);
    expect((await as('pmo', 'run', 'open-project', '--json', input)).status).toBe(1);
    const wrong = await call(['run', 'open-project', '--json', '-', '--token', tokens['pmo'] ?? ''], {
      stdin: '{"ref":"","title":7}',
    });
    expect([wrong.status, wrong.err.split('\n').length]).toEqual([1, 3]);
    expect(json(wrong)).toMatchObject({ ok: false, answer: { kind: 'invalid' } });
  });

  it('asks which version was seen, and says what changed since', async () => {
    const risk = JSON.stringify({ to: '2023-10-02' });
    const move = (...more: readonly string[]) =>
      call(['move-day', '--json', '-', '--token', tokens['viewer'] ?? '', ...more], { stdin: risk });
    expect(await move()).toMatchObject({
      status: 2,
      err: expect.stringMatching(/stands at version 1/) as string,
    });
    expect((await move('--version', '1', '--id', 'a')).status).toBe(0);
    expect((await move('--version', '1', '--id', 'a')).status).toBe(0);
    expect(await move('--version', '1', '--id', 'b')).toMatchObject({
      status: 1,
      err: expect.stringContaining('2 October 2023') as string,
    });
  });

  it('reads a business case without importing it, and imports it with its ref or another', async () => {
    const checked = await call(['import', SEED, '--check', '--json']);
    expect([checked.status, json(checked)['ref']]).toEqual([0, 'RX-004']);
    expect((await as('pmo', 'import', SEED)).status).toBe(1);
    expect((await as('viewer', 'import', SEED, '--ref', 'RX-200')).status).toBe(1);
    expect(json(await as('pmo', 'import', SEED, '--ref', 'RX-200', '--json'))).toMatchObject({
      ok: true,
      ref: 'RX-200',
    });
    expect((await call(['import', join(folder, 'none.txt'), '--check'])).err).toMatch(/cannot be read/);
  });

  it('withholds the address of a restricted link from whoever has no part in the project', async () => {
    const url = 'https://example.org/offer-in-confidence';
    const link = { url, name: 'Offer', note: '', restricted: true };
    const { project } = json(await as('pmo', 'export', 'RX-004')) as { project: { version: number } };
    const attach = ['run', 'attach-link', 'RX-004', '--json', '-', '--version', String(project.version)];
    const given = await call([...attach, '--token', tokens['pmo'] ?? ''], { stdin: JSON.stringify(link) });
    expect(given).toMatchObject({ status: 0 });
    for (const more of [[], ['--as-at', '2023-10-02']]) {
      expect((await as('pmo', 'export', 'RX-004', ...more)).out).toContain(url);
      const { out } = await as('viewer', 'export', 'RX-004', ...more);
      expect(out).not.toContain(url);
      expect(out).toContain('[restricted]');
    }
  });

  it('verifies, backs up, restores and rebuilds', async () => {
    const verified = json(await call(['verify', '--json']));
    expect(verified).toMatchObject({ ok: true, problems: [] });
    const head = String(verified['head']);
    expect((await call(['verify', '--head', head])).status).toBe(0);
    expect((await call(['verify', '--head', `${head.split(':')[0]}:${'0'.repeat(64)}`])).status).toBe(3);
    expect((await call(['rebuild', '--json'])).status).toBe(0);
    const copy = join(folder, 'copy');
    expect((await call(['backup', copy])).status).toBe(0);
    expect((await call(['backup', copy])).err).toMatch(/not empty/);
    const elsewhere = { ...config, dataDir: join(folder, 'restored') };
    expect((await call(['restore', copy], { config: elsewhere })).status).toBe(0);
    expect((await call(['verify', '--head', head], { config: elsewhere })).status).toBe(0);
    expect((await readdir(elsewhere.dataDir)).length).toBeGreaterThan(0);
    expect((await call(['verify'], { config: { ...config, dataDir: join(folder, 'nowhere') } })).status).toBe(
      1,
    );
  });

  it('shows what a redaction would leave, with the digest to confirm', async () => {
    const exported = json(await as('viewer', 'export', 'RX-004'));
    const first = (exported['events'] as { id: string; body: object }[]).find(({ body }) =>
      JSON.stringify(body).includes('"words":{"'),
    );
    expect((await as('viewer', 'redaction', first?.id ?? '')).err).toContain(
      'for administrators and auditors',
    );
    const shown = json(await as('auditor', 'redaction', first?.id ?? ''));
    expect(shown).toMatchObject({
      event: first?.id,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(JSON.stringify(shown['left'])).toContain('[redacted]');
    expect((await as('auditor', 'redaction', 'no-such-event')).status).toBe(1);
  });

  it('lists and revokes tokens of their holder', async () => {
    const listed = JSON.parse((await as('sponsor', 'token', 'list', '--json')).out) as { id: string }[];
    expect(listed).toHaveLength(1);
    expect((await as('viewer', 'token', 'revoke', listed[0]?.id ?? '')).status).toBe(1);
    expect((await as('sponsor', 'token', 'revoke', listed[0]?.id ?? '')).status).toBe(0);
    expect((await as('sponsor', 'token', 'list')).status).toBe(1);
    const bad = await call(['token', 'create', '--email', 'pmo@example.org', '--password-stdin'], {
      stdin: 'wrong',
    });
    expect([bad.status, bad.out]).toEqual([1, '']);
  });

  it('adds people, gives and takes roles and closes accounts, as an administrator', async () => {
    const add = ['user', 'add', '--name', 'New', '--email', 'new@example.org', '--role', 'viewer', '--json'];
    expect((await as('pmo', ...add)).err).toMatch(/\[not-permitted\]/);
    expect(json(await as('administrator', ...add))).toMatchObject({
      ok: true,
      password: expect.any(String) as string,
    });
    expect((await as('administrator', ...add)).err).toMatch(/already/);
    expect((await as('administrator', 'user', 'grant', 'new@example.org', 'pmo')).status).toBe(0);
    expect((await as('administrator', 'user', 'grant', 'administrator@example.org', 'pmo')).err).toMatch(
      /\[separation-of-duties\]/,
    );
    expect(
      (await as('administrator', 'user', 'revoke', 'new@example.org', 'pmo', '--why', 'Moved')).status,
    ).toBe(0);
    expect(
      (await as('administrator', 'user', 'deactivate', 'administrator@example.org', '--why', 'x')).err,
    ).toMatch(/last administrator/);
    expect((await as('administrator', 'user', 'deactivate', 'new@example.org', '--why', 'Left')).status).toBe(
      0,
    );
    expect((await as('administrator', 'user', 'list')).out).toMatch(/new@example.org {2}New {2}closed/);
    expect((await as('administrator', 'user', 'grant', 'new@example.org', 'king')).status).toBe(2);
  });

  it('makes the first administrator of production without a token, and only the first', async () => {
    const production = readConfig({
      DATA_DIR: join(folder, 'production'),
      TRACKER_MODE: 'production',
      SESSION_SECRET: 's'.repeat(32),
      BASE_URL: 'https://t.example.org',
    });
    const add = (email: string, role: string) =>
      call(['user', 'add', '--name', 'A', '--email', email, '--role', role, '--password-stdin'], {
        stdin: PASSWORD,
        config: production,
      });
    expect((await add('a@example.org', 'pmo')).err).toMatch(/--role administrator/);
    expect((await add('a@example.org', 'administrator')).status).toBe(0);
    expect((await add('b@example.org', 'administrator')).err).toMatch(/A token is needed/);
    expect((await call(['export', 'RX-004'], { config: { ...config, mode: 'production' } })).err).toMatch(
      /holds a demonstration/,
    );
  });
});

describe('check', () => {
  const nowhere = () => ({ ...config, dataDir: join(folder, 'no-such-folder') });
  const check = (...args: readonly string[]) => call(['check', ...args], { config: nowhere() });
  const written = async (name: string, text: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };

  it('lints a document without a record, a token or a server, and leaves nothing behind', async () => {
    const { status, out, err } = await check(SEED, '--day', '2023-10-01');
    expect([status, err]).toEqual([1, '']);
    expect(out).toContain('ref RX-004, as it would stand on 1 October 2023');
    expect(out).toMatch(/2 errors[^]*14 gaps|2 errors[^]*\d+ gaps[^]*\d+ notes/);
    expect(out).toContain('£500,000 ÷ 259,000 × 225,000 = £434,363');
    expect(out).toContain('Mended on the page Finance:');
    expect(out).toContain('Everything in the document has a place in the record');
    expect(out).not.toContain('past');
    expect(await readdir(folder)).not.toContain('no-such-folder');
  });

  it('looks from today unless a day is given, and says the same to machines', async () => {
    const late = json(await check(SEED, '--json'));
    const then = json(await check(SEED, '--json', '--day', '2023-10-01'));
    const rules = (told: Record<string, unknown>) =>
      (told['findings'] as readonly { readonly rule: string }[]).map(({ rule }) => rule);
    expect(rules(late)).toEqual([...rules(then), 'overdue']);
    expect(then).toMatchObject({ ref: 'RX-004', day: '2023-10-01', counts: { error: 2 }, missing: [] });
    expect((then['findings'] as readonly object[])[0]).toMatchObject({
      rule: 'part-year-effect',
      severity: 'error',
      facts: { fullYear: 20_000_000 },
      mend: expect.stringContaining('re-phase') as string,
    });
  });

  it('ends with status 0 where nothing is wrong beyond gaps and notes', async () => {
    const seed = await readFile(SEED, 'utf8');
    const without = seed.replaceAll('£200,000', '-').replace('\t12\n', '\t6\n');
    const { status, out } = await check(await written('gaps.txt', without), '--day', '2023-10-01');
    expect(out).toContain('gaps: a gate will ask for them');
    expect(out).not.toContain('cannot be right');
    expect(status).toBe(0);
  });

  it('names what it could not place', async () => {
    const seed = await readFile(SEED, 'utf8');
    const odd = await written('odd.txt', seed.replace('\tDec 2024 ', '\tDec 1850'));
    const { out } = await check(odd, '--day', '2023-10-01');
    expect(out).toMatch(/1 line could not be placed\n {2}line \d+: Dec 1850 \(.+\)\n/);
  });

  it('ends with status 2 on what it cannot read or was not told, with the reason', async () => {
    const large = await written('large.txt', 'x'.repeat(1_000_001));
    const bytes = await written('bytes.txt', Uint8Array.of(0xff, 0xfe, 0x00));
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[join(folder, 'none.txt')], 'cannot be read'],
      [[folder], 'cannot be read'],
      [[large], 'larger than 1 MB'],
      [[bytes], 'not a UTF-8 text file'],
      [[await written('letter.txt', 'Dear all,\n\nno form at all')], 'not a Business Case Lite'],
      [[], 'The file is missing'],
      [[SEED, '--day', '2023-02-30'], 'not 2023-02-30'],
      [[SEED, '--day', 'soon'], 'not soon'],
      [[SEED, SEED], 'Nothing is done with'],
      [[SEED, '--fix'], '--fix'],
    ];
    for (const [args, says] of cases) {
      const { status, out, err } = await check(...args);
      expect([args, status, out, err.includes(says)]).toEqual([args, 2, '', true]);
    }
  });
});
