import { ConfigError } from '~/server/config';
import { commandNamed } from '~/core/streams';
import { checkVerb } from './check';
import { exportVerb } from './export';
import { importVerb } from './import';
import { backupVerb, rebuildVerb, restoreVerb } from './keeping';
import { redactionVerb } from './redaction';
import { commandsVerb, runVerb } from './run';
import { NotDone, printJson, STATUS, UsageError, type Status, type Terminal, type Verb } from './terminal';
import { tokenVerb } from './token';
import { userVerb } from './user';
import { verifyVerb } from './verify';

export const VERBS: readonly Verb[] = [
  checkVerb,
  importVerb,
  exportVerb,
  runVerb,
  commandsVerb,
  redactionVerb,
  verifyVerb,
  backupVerb,
  restoreVerb,
  rebuildVerb,
  tokenVerb,
  userVerb,
];

const usage = (): string =>
  `Usage: npm run tracker -- <verb>\n\n${VERBS.map((verb) => `  ${verb.usage}\n      ${verb.purpose}\n`).join('')}\n` +
  'Any command may also be given as a verb: <command> [<ref>] --json <file|-> --version <n>\n' +
  'Status: 0 done, 1 refused or invalid with every reason, 2 not understood, 3 verify found something wrong\n';

/** Runs one call of the command line and answers with its exit status; only bugs are thrown. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<Status> {
  const [first, ...rest] = args;
  if (first === undefined || first === 'help' || first === '--help') {
    terminal[first === undefined ? 'err' : 'out'](usage());
    return first === undefined ? STATUS.usage : STATUS.ok;
  }
  const verb = VERBS.find(({ name }) => name === first);
  if (!verb && !commandNamed(first)) {
    terminal.err(`There is no verb or command ${first}\n\n${usage()}`);
    return STATUS.usage;
  }
  try {
    return verb ? await verb.run(rest, terminal) : await runVerb.run(args, terminal);
  } catch (error) {
    return failed(error, verb ?? runVerb, rest, terminal);
  }
}

function failed(error: unknown, verb: Verb, args: readonly string[], terminal: Terminal): Status {
  if (error instanceof NotDone || error instanceof ConfigError) {
    const lines = error instanceof NotDone ? error.lines : error.problems;
    for (const line of lines) terminal.err(`${line}\n`);
    if (args.includes('--json'))
      printJson(terminal, { ok: false, ...(error instanceof NotDone ? { answer: error.detail } : {}) });
    return STATUS.notDone;
  }
  if (error instanceof UsageError || isArgumentError(error)) {
    terminal.err(`${error.message}\nUsage: ${verb.usage}\n`);
    return STATUS.usage;
  }
  throw error;
}

const isArgumentError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
