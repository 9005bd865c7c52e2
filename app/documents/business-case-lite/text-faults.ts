/** What is wrong with a document, and the line it is wrong on, from 1. */
export interface Fault {
  readonly line: number;
  readonly message: string;
}

const LARGEST = 1_000_000;
const LONGEST_LINE = 50_000;
const MOST_LINES = 20_000;
const MOST_FAULTS = 20;

/** How Word, PDF, old Word and rich-text files begin. */
const OTHER_FILES = ['PK\u0003\u0004', '%PDF-', '\u00d0\u00cf\u0011\u00e0', '{\\rtf'];

/** Why a text is not read at all: it is empty, too large, or holds what no text holds. Nothing when it can be read. */
export function faultsOf(text: string): readonly Fault[] {
  if (text.length > LARGEST) {
    return [
      {
        line: 1,
        message: `The document has ${text.length} characters; up to ${LARGEST} are read`,
      },
    ];
  }
  if (!/[^\s\p{Cf}]/u.test(text)) return [{ line: 1, message: 'The document is empty' }];
  if (OTHER_FILES.some((beginning) => text.startsWith(beginning))) {
    return [
      { line: 1, message: 'This is a Word, PDF or rich-text file: save it as plain text, UTF-8, first' },
    ];
  }
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u);
  if (lines.length > MOST_LINES) {
    return [
      {
        line: MOST_LINES + 1,
        message: `The document has ${lines.length} lines; up to ${MOST_LINES} are read`,
      },
    ];
  }
  return lines
    .flatMap((line, index) => {
      const message = faultOfLine(line);
      return message === undefined ? [] : [{ line: index + 1, message }];
    })
    .slice(0, MOST_FAULTS);
}

function faultOfLine(line: string): string | undefined {
  const hidden = /[^\P{Cc}\t]/u.exec(line)?.[0];
  if (hidden !== undefined) {
    const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `A hidden control character (U+${code}) stands at character ${line.indexOf(hidden) + 1}: this is not plain text`;
  }
  if (line.includes('\uFFFD') || /\p{Cs}/u.test(line)) {
    return 'A character cannot be read: save the document as plain text, UTF-8';
  }
  return line.length > LONGEST_LINE
    ? `The line has ${line.length} characters; up to ${LONGEST_LINE} are read`
    : undefined;
}
