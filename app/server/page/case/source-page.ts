import type { AppLoadContext } from '@remix-run/node';
import { notFound, type LoadedProject } from '../load-project';

/** The document as it was taken in, line by line, with what found no place marked; without lines where it is not kept. */
export async function sourceTextOf(
  { project, marks, name }: LoadedProject,
  context: AppLoadContext,
  sha256: string | null,
) {
  const document =
    sha256 === null ? project.documents.at(-1) : project.documents.find((each) => each.sha256 === sha256);
  if (!document) throw notFound();
  const bytes = await context.tracker.blobs.get(document.sha256);
  const unplaced = new Set(document.unplaced.map(({ line }) => line));
  return {
    ref: marks.ref,
    name: document.name,
    sha256: document.sha256,
    by: name(document.by),
    day: document.day,
    lines: bytes
      ?.toString('utf8')
      .split(/\r\n?|\n/)
      .map((text, index) => ({ text, unplaced: unplaced.has(index + 1) })),
  };
}
