import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { uuidv7 } from 'uuidv7';
import { readDocument, UnreadableDocument, type ReadDocument } from '~/server/import-document';
import { NotDone, noMore, printJson, STATUS, wanted, type Terminal, type Verb } from './terminal';
import { done, holder, mustExist, withTracker } from './with-tracker';

async function documentIn(path: string): Promise<ReadDocument> {
  try {
    return readDocument(await readFile(path), basename(path));
  } catch (error) {
    if (error instanceof UnreadableDocument) throw new NotDone(error.reasons);
    throw new NotDone([`${path} cannot be read`]);
  }
}

/** Says what was read and what could not be placed. */
function report(terminal: Terminal, { document }: ReadDocument): void {
  terminal.err(
    `${document.name}: ref ${document.ref ?? 'not given'}, ${document.moneyLines.length} money lines, ` +
      `${document.risks.length} risks, ${document.deliverables.length} deliverables\n`,
  );
  for (const missing of document.missing) terminal.err(`  not in the document: ${missing}\n`);
  for (const { line, words } of document.unplaced)
    terminal.err(`  line ${line} could not be placed: ${words}\n`);
}

/** Imports a Business Case Lite. */
export const importVerb: Verb = {
  name: 'import',
  usage: 'import <file> [--ref <ref>] [--check] [--json] [--token <token>]',
  purpose: 'Import a Business Case Lite as text; --check only reads it and says what was found',
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        ref: { type: 'string' },
        check: { type: 'boolean' },
        json: { type: 'boolean' },
        token: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [path, ...rest] = positionals;
    noMore(rest);
    const read = await documentIn(wanted(path, 'The file'));
    report(terminal, read);
    if (values.check) {
      if (values.json) printJson(terminal, read.document);
      return STATUS.ok;
    }
    mustExist(terminal);
    return withTracker(terminal, async (tracker) => {
      const { actor } = await holder(tracker, terminal, values.token);
      const ref = values.ref ?? read.document.ref;
      await tracker.blobs.put(read.bytes);
      const answer = done(
        await tracker.run({
          command: 'import-business-case',
          kind: 'project',
          input: { document: read.document, ...(values.ref === undefined ? {} : { ref: values.ref }) },
          commandId: uuidv7(),
          actor,
        }),
      );
      if (values.json) printJson(terminal, { ok: true, ref, id: answer.answer.id, version: answer.version });
      else terminal.out(`${ref} imported, at version ${answer.version}\n`);
      return STATUS.ok;
    });
  },
};
