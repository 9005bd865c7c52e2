import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The password of every demonstration account. */
export const demoPassword = 'demonstration-password';

/** How a process ended, and what it wrote. */
interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A tracker on 1 October 2023 with a data folder of its own: its server on the pages as built, and its command line. */
export class Demonstration {
  readonly baseURL: string;
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'tracker-e2e-'));
  private server: ChildProcess | undefined;

  constructor(protected readonly port: number) {
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
        DEMO_PASSWORD: demoPassword,
        LOG_LEVEL: 'warn',
      },
    });
  }

  /** Starts the server; resolves once it answers. */
  async start(): Promise<void> {
    this.server = this.tsx(['server.ts']);
    await new Promise<void>((done, fail) => {
      this.server?.once('exit', (status) => fail(new Error(`The server ended with ${status}`)));
      this.server?.stderr?.on('data', (text: Buffer) => process.stderr.write(text));
      this.server?.stdout?.on('data', (text: Buffer) => {
        if (text.toString().includes('The tracker is open')) done();
      });
    });
  }

  /** Stops the server and takes its data folder away. */
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
  commandLine(args: readonly string[], input = ''): Promise<Ended> {
    return this.script('app/cli/main.ts', args, input);
  }

  /** Runs a script of the project on the same record. */
  protected async script(file: string, args: readonly string[] = [], input = ''): Promise<Ended> {
    const child = this.tsx([file, ...args]);
    let out = '';
    let err = '';
    child.stdout?.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (err += text.toString()));
    child.stdin?.end(input);
    const status = await new Promise<number>((done) => child.once('close', (code) => done(code ?? 1)));
    return { status, out, err };
  }
}

const opened = new Map<string, Demonstration>();
let ports = 0;

/** A port no other server of this run has: workers' numbers never come twice. */
export const freshPort = (): number =>
  Number(process.env['E2E_PORT']) + Number(process.env['TEST_WORKER_INDEX']) * 40 + (ports += 1);

/** The demonstration of a spec file, started when its first test asks; those of files before it end. */
export async function demonstrationOf(file: string): Promise<Demonstration> {
  const known = opened.get(file);
  if (known) return known;
  await stopDemonstrations();
  const started = new Demonstration(freshPort());
  opened.set(file, started);
  await started.start();
  return started;
}

/** Ends every demonstration this worker has open. */
export async function stopDemonstrations(): Promise<void> {
  const all = [...opened.values()];
  opened.clear();
  await Promise.all(all.map((each) => each.stop()));
}
