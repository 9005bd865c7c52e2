import type { Reader } from '~db/dialect/writer';
import { redactionsMade } from '~db/journal/raw';
import { FILE_REDACTED } from '~db/journal/redaction';
import type { Blobs } from './blobs';
import { breathe, type Problem } from './problem';

/** Files the record refers to: those it must have, and those it may have. */
export interface FilesNamed {
  readonly needed: Map<string, string>;
  readonly known: Set<string>;
}

/** Notes every file a state names: `{kind: 'file', sha256}` must be kept, any other `sha256` may be. */
export function noteFiles(files: FilesNamed, stream: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && 'sha256' in value && typeof value.sha256 === 'string') {
    files.known.add(value.sha256);
    if ('kind' in value && value.kind === 'file') files.needed.set(value.sha256, stream);
  }
  for (const member of Object.values(value)) noteFiles(files, stream, member);
}

/** Every file the record needs is there and is what its name says, unless it was redacted. */
export async function verifyBlobs(
  db: Reader,
  blobs: Blobs,
  files: FilesNamed,
): Promise<{ readonly problems: readonly Problem[]; readonly notes: readonly string[] }> {
  const redactions = (await redactionsMade(db)).filter((each) => each.type === FILE_REDACTED);
  const redacted = new Set(redactions.map(({ body }) => /"sha256":"([0-9a-f]{64})"/.exec(body)?.[1]));
  const problems: Problem[] = [];
  const notes: string[] = [];
  const wrong = (sha256: string, sentence: string) =>
    problems.push({ what: 'blob', where: `file ${sha256}`, sentence });
  for (const [sha256, stream] of files.needed) {
    if (!redacted.has(sha256) && !(await blobs.has(sha256)))
      wrong(sha256, `A file of ${stream} is gone: ${sha256}`);
  }
  for await (const sha256 of blobs.list()) {
    if (redacted.has(sha256)) wrong(sha256, `The file ${sha256} was redacted and yet is there`);
    else if (!/^[0-9a-f]{64}$/.test(sha256) || (await blobs.verify(sha256)) !== 'ok') {
      const owner = files.needed.get(sha256);
      wrong(sha256, `The file ${sha256}${owner ? ` of ${owner}` : ''} is not what it was when it was kept`);
    } else if (!files.known.has(sha256)) {
      notes.push(`Nothing refers to the file ${sha256}; its command may have been refused or cut short`);
    }
    await breathe();
  }
  return { problems, notes };
}
