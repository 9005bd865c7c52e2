import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { build } from 'vite';

const root = process.cwd();

/** Builds the writing process once, so that starting it many times is quick. */
export async function buildChild(name: string): Promise<string> {
  const outDir = join(root, '.cache', 'tests-database', name);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^~db\//, replacement: `${join(root, 'db')}/` },
        { find: /^~\//, replacement: `${join(root, 'app')}/` },
      ],
    },
    build: { ssr: join(root, 'tests/database/child.ts'), outDir, emptyOutDir: true, target: 'node20' },
  });
  return join(outDir, 'child.js');
}

export interface Running {
  readonly process: ChildProcess;
  /** Everything it said, in order. */
  readonly said: Record<string, unknown>[];
  /** Resolves once it has said so many lines that pass. */
  heard(lines: number, which: (line: Record<string, unknown>) => boolean): Promise<void>;
  /** Gives it a word on its input. */
  tell(word: string): void;
  ended: Promise<void>;
}

/** Starts the writing process. */
export function start(child: string, ...args: readonly string[]): Running {
  const started = spawn(process.execPath, [child, ...args], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  const lines = createInterface({ input: started.stdout });
  lines.on('line', (line) => {
    // A line cut short by the kill was never said.
    if (line.endsWith('}')) said.push(JSON.parse(line) as Record<string, unknown>);
    for (const look of waiting) look();
  });
  const ended = new Promise<void>((resolve) => lines.on('close', resolve));
  return {
    process: started,
    said,
    ended,
    tell: (word) => void started.stdin.write(`${word}\n`),
    heard: (count, which) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (said.filter(which).length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        void ended.then(() => reject(new Error('The process ended before it said enough')));
        look();
      }),
  };
}
