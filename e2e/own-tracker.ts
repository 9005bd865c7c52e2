import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Project } from '../app/core/project/state';
import { PARTS, type Part, type Step } from '../app/core/testing/whole-way-step';

const root = fileURLToPath(new URL('..', import.meta.url));
const password = 'demonstration-password';

interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/**
 * A tracker of a spec's own, on 1 October 2023: its server, its command line, and its record through the API with a
 * token for every part, so that a story can be long without disturbing the other specs.
 */
export class OwnTracker {
  readonly baseURL: string;
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'tracker-e2e-own-'));
  private readonly tokens = new Map<Part, string>();
  private readonly ids = new Map<Part, string>();
  private server: ChildProcess | undefined;

  constructor(private readonly port: number) {
    this.baseURL = `http://localhost:${port}`;
  }

  private tsx(args: readonly string[]): ChildProcess {
    return spawn(process.execPath, ['--import', 'tsx', ...args], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        TRACKER_MODE: 'demonstration',
        PORT: String(this.port),
        HOST: '127.0.0.1',
        DATA_DIR: this.dataDir,
        DEMO_TODAY: '2023-10-01',
        DEMO_PASSWORD: password,
        LOG_LEVEL: 'warn',
      },
    });
  }

  /** Starts the server on the pages as built, and makes a token for every part. */
  async start(): Promise<void> {
    this.server = this.tsx(['server.ts']);
    await new Promise<void>((done, fail) => {
      this.server?.once('exit', (status) => fail(new Error(`The server ended with ${status}`)));
      this.server?.stderr?.on('data', (text: Buffer) => process.stderr.write(text));
      this.server?.stdout?.on('data', (text: Buffer) => {
        if (text.toString().includes('The tracker is open')) done();
      });
    });
    await Promise.all(PARTS.map((part) => this.giveToken(part)));
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (server?.exitCode === null) {
      const ended = new Promise((done) => server.once('exit', done));
      server.removeAllListeners('exit').once('exit', () => undefined);
      server.kill('SIGTERM');
      await Promise.race([ended, new Promise((done) => setTimeout(done, 8_000))]);
    }
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Runs the command line on the same record; answers its exit status and what it wrote. */
  async commandLine(
    args: readonly string[],
    input = '',
  ): Promise<{ status: number; out: string; err: string }> {
    const child = this.tsx(['app/cli/main.ts', ...args]);
    let out = '';
    let err = '';
    child.stdout?.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (err += text.toString()));
    child.stdin?.end(input);
    const status = await new Promise<number>((done) => child.once('close', (code) => done(code ?? 1)));
    return { status, out, err };
  }

  private async giveToken(part: Part): Promise<void> {
    const args = ['token', 'create', '--email', `${part}@example.org`, '--password-stdin'];
    const { status, out, err } = await this.commandLine(args, password);
    if (status !== 0) throw new Error(`No token for ${part}: ${err}`);
    this.tokens.set(part, out.trim());
    const { body } = await this.call('/me', part);
    this.ids.set(part, String(body['id']));
  }

  private async call(path: string, as: Part, sent?: { body: unknown; version: number }): Promise<Answered> {
    const answer = await fetch(`http://localhost:${this.port}/api/v1${path}`, {
      headers: {
        Authorization: `Bearer ${this.tokens.get(as)}`,
        ...(sent ? { 'Content-Type': 'application/json', 'If-Match': `"${sent.version}"` } : {}),
      },
      ...(sent ? { method: 'POST', body: JSON.stringify(sent.body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  /** The record of a project, as the API gives it. */
  async project(ref: string): Promise<Project> {
    return (await this.call(`/projects/${ref}`, 'pmo')).body['record'] as Project;
  }

  /** Brings a document in under a ref of its own. */
  async importAs(ref: string, document: string): Promise<void> {
    const answer = await fetch(`http://localhost:${this.port}/api/v1/projects?ref=${ref}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.tokens.get('pmo')}`, 'Content-Type': 'text/plain' },
      body: document,
    });
    if (answer.status !== 201) throw new Error(`Not imported: ${await answer.text()}`);
  }

  /** Moves the day by its command. */
  async moveDay(to: string): Promise<void> {
    const { body } = await this.call('/programme', 'pmo');
    const sent = { body: { to }, version: Number(body['version']) };
    const answer = await this.call('/programme/commands/move-day', 'pmo', sent);
    if (answer.status !== 200) throw new Error(`The day did not move: ${JSON.stringify(answer.body)}`);
  }

  /** Gives a step's command with the token of its part, its input read off the record as it stands; throws unless it goes as told. */
  async give(ref: string, step: Step): Promise<void> {
    const project = await this.project(ref);
    const body = step.input(project, (part) => this.ids.get(part) ?? '');
    const sent = { body, version: project.version };
    const answer = await this.call(`/projects/${ref}/commands/${step.command}`, step.as, sent);
    const expected = step.refused ? answer.status === 403 || answer.status === 422 : answer.status === 200;
    if (!expected) {
      throw new Error(`${step.day} ${step.as}, ${step.story}: ${JSON.stringify(answer.body)}`);
    }
  }
}
