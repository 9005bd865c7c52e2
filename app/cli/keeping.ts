import { parseArgs } from 'node:util';
import { backup, restore, UnfitBackup } from '~/shell/backup';
import {
  NotDone,
  noMore,
  printJson,
  STATUS,
  wanted,
  type Status,
  type Terminal,
  type Verb,
} from './terminal';
import { mustExist, withTracker } from './with-tracker';

const options = { json: { type: 'boolean' } } as const;

function folderIn(args: readonly string[]): { readonly folder: string; readonly json: boolean } {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [folder, ...rest] = positionals;
  noMore(rest);
  return { folder: wanted(folder, 'The folder'), json: values.json ?? false };
}

async function copied<T extends object>(
  terminal: Terminal,
  json: boolean,
  said: string,
  copy: () => Promise<T>,
): Promise<Status> {
  try {
    const note = await copy();
    if (json) printJson(terminal, { ok: true, ...note });
    else terminal.out(`${said}: ${JSON.stringify(note)}\n`);
    return STATUS.ok;
  } catch (error) {
    if (error instanceof UnfitBackup) throw new NotDone([error.message]);
    throw error;
  }
}

/** Copies the data folder while the server serves. */
export const backupVerb: Verb = {
  name: 'backup',
  usage: 'backup <new folder> [--json]',
  purpose: 'Copy the record and its files to a new folder, while the server serves',
  async run(args, terminal) {
    const { folder, json } = folderIn(args);
    mustExist(terminal);
    return copied(terminal, json, `Backed up to ${folder}`, () =>
      backup(terminal.config.dataDir, folder, new Date().toISOString()),
    );
  },
};

/** Puts a backup into an empty data folder. */
export const restoreVerb: Verb = {
  name: 'restore',
  usage: 'restore <folder> [--json]',
  purpose: 'Put a backup into a data folder that has no record yet',
  async run(args, terminal) {
    const { folder, json } = folderIn(args);
    return copied(terminal, json, `Restored from ${folder}`, () => restore(folder, terminal.config.dataDir));
  },
};

/** Makes everything derived again. */
export const rebuildVerb: Verb = {
  name: 'rebuild',
  usage: 'rebuild [--json]',
  purpose: 'Make every state and row again from the journal',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options });
    mustExist(terminal);
    return withTracker(terminal, async (tracker) => {
      const done = await tracker.rebuild((count, stream) => terminal.err(`${count} ${stream}\n`));
      if (values.json) printJson(terminal, { ok: true, streams: done });
      else terminal.out(`${done} streams rebuilt\n`);
      return STATUS.ok;
    });
  },
};
