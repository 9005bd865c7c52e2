import { open, type FileHandle } from 'node:fs/promises';

/** The kinds of file taken as evidence, by the ends their names may have. */
export const FILE_TYPES = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'text/csv': ['csv'],
  'text/plain': ['txt'],
} as const satisfies Record<string, readonly string[]>;
export type FileType = keyof typeof FILE_TYPES;

/** "PDF, Word, Excel, PowerPoint, PNG, JPEG, CSV or text" for hints and messages. */
export const FILE_TYPES_IN_WORDS =
  'PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), PNG, JPEG, CSV or text';

const HEAD = 64 * 1024;

/** What a file is by its content; `text` where only the name can tell CSV from text; undefined for all else. */
export async function sniffFile(path: string): Promise<FileType | 'text' | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = await readAt(file, 0, Math.min(size, HEAD));
    if (startsWith(head, '%PDF-')) return 'application/pdf';
    if (startsWith(head, '\x89PNG\r\n\x1a\n')) return 'image/png';
    if (startsWith(head, '\xff\xd8\xff')) return 'image/jpeg';
    if (startsWith(head, 'PK\x03\x04')) return await officeType(file, size);
    return (await isText(file, size)) ? 'text' : undefined;
  } finally {
    await file.close();
  }
}

const startsWith = (head: Buffer, magic: string): boolean =>
  head.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'));

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

const OFFICE: readonly { readonly part: string; readonly type: FileType }[] = [
  {
    part: 'word/document.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  { part: 'xl/workbook.xml', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  {
    part: 'ppt/presentation.xml',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
];

/** Which Office document a zip is; none with macros in it, whatever it calls itself. */
async function officeType(file: FileHandle, size: number): Promise<FileType | undefined> {
  const names = await zipNames(file, size);
  if (!names?.has('[Content_Types].xml')) return undefined;
  if ([...names].some((name) => /vbaproject\.bin$/i.test(name))) return undefined;
  return OFFICE.find(({ part }) => names.has(part))?.type;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LARGEST_DIRECTORY = 4 * 1024 * 1024;

/** Names in a zip's central directory; undefined where it has none that can be read. Nothing is unpacked. */
async function zipNames(file: FileHandle, size: number): Promise<ReadonlySet<string> | undefined> {
  const tailLength = Math.min(size, 65_557);
  const tail = await readAt(file, size - tailLength, tailLength);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) return undefined;
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (length > LARGEST_DIRECTORY || start + length > size) return undefined;
  const directory = await readAt(file, start, length);
  const names = new Set<string>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY;) {
    const nameLength = directory.readUInt16LE(at + 28);
    names.add(directory.subarray(at + 46, at + 46 + nameLength).toString('utf8'));
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

/** Whether it is all UTF-8 without control characters but tabs and line ends. */
async function isText(file: FileHandle, size: number): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < size; at += HEAD) {
      const text = decoder.decode(await readAt(file, at, Math.min(HEAD, size - at)), { stream: true });
      if (/[^\P{Cc}\t\n\r\f]/u.test(text)) return false;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The end of a file's name, in lower case and without the dot. */
export const endOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The type of a file whose name and content agree; `lies` when they do not, undefined when it is none we take. */
export function agreedType(
  sniffed: FileType | 'text' | undefined,
  name: string,
): FileType | 'lies' | undefined {
  if (sniffed === undefined) return undefined;
  const end = endOf(name);
  if (sniffed === 'text') return end === 'csv' ? 'text/csv' : end === 'txt' ? 'text/plain' : 'lies';
  return (FILE_TYPES[sniffed] as readonly string[]).includes(end) ? sniffed : 'lies';
}

/** A name without folders, control characters and marks that turn the writing round; never empty, at most 150 long. */
export function safeName(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .trim()
    .replace(/^\.+/, '');
  const end = endOf(bare).slice(0, 10);
  const stem = [...(end ? bare.slice(0, -(end.length + 1)) : bare)].slice(0, 150 - end.length - 1).join('');
  return `${stem || 'file'}${end ? `.${end}` : ''}`;
}
