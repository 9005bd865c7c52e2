import type { Config } from '~/server/config';

/** What a verb has of the world: where it writes, what it reads and how it was configured. */
export interface Terminal {
  readonly config: Config;
  out(text: string): void;
  err(text: string): void;
  /** Everything on standard input. */
  stdin(): Promise<Uint8Array>;
}

/** How a verb ends. */
export const STATUS = { ok: 0, notDone: 1, usage: 2, found: 3 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

/** One verb of the command line. */
export interface Verb {
  readonly name: string;
  readonly usage: string;
  readonly purpose: string;
  run(args: readonly string[], terminal: Terminal): Promise<Status>;
}

/** The verb was called in a way it does not know; the message says what is wanted. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
/** The verb cannot be done as things stand; the lines say why. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
  constructor(
    readonly lines: readonly string[],
    readonly detail: unknown = { error: lines },
  ) {
    super(lines.join('\n'));
  }
}

/** Writes JSON for machines. */
export const printJson = (terminal: Terminal, value: unknown): void =>
  terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);

/** A value that must stand on the command line. */
export function wanted(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new UsageError(`${what} is missing`);
  return value;
}

/** Refuses words a verb has no use for. */
export function noMore(rest: readonly string[]): void {
  if (rest.length > 0) throw new UsageError(`Nothing is done with: ${rest.join(' ')}`);
}
