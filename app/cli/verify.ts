import { parseArgs } from 'node:util';
import { openBlobs } from '~/shell/blobs';
import { readHead, verify, writeHead } from '~/shell/verify';
import { streams } from '~/core/streams';
import { projections } from '~/server/tracker';
import { printJson, STATUS, UsageError, type Verb } from './terminal';
import { mustExist } from './with-tracker';

/** Proves that nothing was altered; opens nothing for writing, so that it can run while the server serves. */
export const verifyVerb: Verb = {
  name: 'verify',
  usage: 'verify [--head <seq>:<hash>] [--json]',
  purpose:
    'Check the whole record, against a head printed earlier if one is given; status 3 when something is wrong',
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { head: { type: 'string' }, json: { type: 'boolean' } },
    });
    const head = values.head === undefined ? undefined : readHead(values.head);
    if (values.head !== undefined && !head)
      throw new UsageError('--head is <number>:<64 hex digits>, as verify prints it');
    mustExist(terminal);
    const { dataDir } = terminal.config;
    const found = await verify({ dataDir, blobs: openBlobs(dataDir), streams, projections }, head);
    if (values.json)
      printJson(terminal, { ok: found.problems.length === 0, ...found, head: writeHead(found.head) });
    else {
      for (const { what, where, sentence } of found.problems)
        terminal.out(`WRONG ${what} at ${where}: ${sentence}\n`);
      for (const note of found.notes) terminal.out(`Note: ${note}\n`);
      terminal.out(`${found.events} events in ${found.streams} streams; head ${writeHead(found.head)}\n`);
      terminal.out(
        found.problems.length === 0 ? 'Nothing is wrong\n' : `${found.problems.length} things are wrong\n`,
      );
    }
    return found.problems.length === 0 ? STATUS.ok : STATUS.found;
  },
};
