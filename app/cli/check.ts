import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDocument, type DocumentChecked } from '~/core/case-check/check-document';
import { ruleById } from '~/core/case-check/check';
import { SEVERITIES, type Finding, type Severity } from '~/core/case-check/rule';
import type { CaseDocument } from '~/core/case/case-document';
import type { Screen } from '~/core/command/refusal';
import { frameworkV1 } from '~/core/gates/framework-v1';
import { dayOf, formatDay, isIsoDay, type IsoDay } from '~/core/time/iso-day';
import { readDocument, UnreadableDocument } from '~/server/import-document';
import {
  noMore,
  printJson,
  STATUS,
  UsageError,
  wanted,
  type Status,
  type Terminal,
  type Verb,
} from './terminal';

/** The largest document that is read: what the import page takes. */
const MOST_BYTES = 1_000_000;

const HEADINGS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error: a figure or date that cannot be right', 'errors: figures or dates that cannot be right'],
  gap: ['gap: a gate will ask for it', 'gaps: a gate will ask for them'],
  note: ['note: a careful reader would ask', 'notes: a careful reader would ask'],
};

/** Pages of a project by the words its navigation uses. */
const PAGES: Partial<Record<Screen, string>> = {
  case: 'Case',
  schedule: 'Schedule',
  finance: 'Finance',
  benefits: 'Benefits',
  risks: 'Risks',
  registers: 'Registers',
  people: 'People',
};

type Read =
  | { readonly ok: true; readonly document: CaseDocument }
  | { readonly ok: false; readonly why: readonly string[] };

async function documentAt(path: string): Promise<Read> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES)
      return { ok: false, why: [`${path} is larger than 1 MB, the most that is read of a document`] };
    return { ok: true, document: readDocument(await readFile(path), basename(path)).document };
  } catch (error) {
    return {
      ok: false,
      why: error instanceof UnreadableDocument ? error.reasons : [`${path} cannot be read`],
    };
  }
}

function dayAsked(asked: string | undefined): IsoDay {
  if (asked === undefined) return dayOf(new Date().toISOString());
  if (!isIsoDay(asked)) throw new UsageError(`--day is a day such as 2023-10-01, not ${asked}`);
  return asked;
}

const countOf = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((each) => each.severity === severity).length;

function tellFinding({ rule, title, because, arithmetic, fix }: Finding): string {
  const words = ruleById(rule)?.words;
  return [
    `  ${title}`,
    `      ${because}`,
    ...arithmetic.map((sum) => `      | ${sum}`),
    `      Mended on the page ${PAGES[fix.screen] ?? fix.screen}: ${words?.mend ?? ''}`,
    '',
  ].join('\n');
}

function tellDocument(document: CaseDocument, day: IsoDay, checked: DocumentChecked): string {
  const { findings, cannotTell } = checked;
  const groups = SEVERITIES.flatMap((severity) => {
    const found = findings.filter((each) => each.severity === severity);
    const [one, many] = HEADINGS[severity];
    return found.length === 0
      ? []
      : [
          `${found.length} ${found.length === 1 ? one : many}\n`,
          ...found.map((each) => `${tellFinding(each)}\n`),
        ];
  });
  const unplaced = document.unplaced.map(
    ({ line, words, why }) => `  line ${line}: ${words}${why === undefined ? '' : ` (${why})`}\n`,
  );
  return [
    `${document.name}, ref ${document.ref ?? 'not given'}, as it would stand on ${formatDay(day)} if it were imported\n\n`,
    ...(findings.length === 0 ? ['The case check finds nothing.\n\n'] : groups),
    ...cannotTell.map(({ rule, because }) => `Cannot tell: ${ruleById(rule)?.title ?? rule}. ${because}\n`),
    unplaced.length === 0
      ? 'Everything in the document has a place in the record.\n'
      : `${unplaced.length} ${unplaced.length === 1 ? 'line' : 'lines'} could not be placed\n`,
    ...unplaced,
    ...(document.missing.length === 0 ? [] : [`Not in the document: ${document.missing.join('; ')}\n`]),
  ].join('');
}

function told(document: CaseDocument, day: IsoDay, checked: DocumentChecked) {
  const { findings, cannotTell } = checked;
  return {
    document: document.name,
    ref: document.ref ?? null,
    day,
    counts: Object.fromEntries(SEVERITIES.map((severity) => [severity, countOf(findings, severity)])),
    findings: findings.map((each) => ({ ...each, mend: ruleById(each.rule)?.words.mend })),
    cannotTell,
    unplaced: document.unplaced,
    missing: document.missing,
  };
}

async function check(args: readonly string[], terminal: Terminal): Promise<Status> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { day: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [path, ...rest] = positionals;
  noMore(rest);
  const day = dayAsked(values.day);
  const read = await documentAt(wanted(path, 'The file'));
  if (!read.ok) {
    for (const line of read.why) terminal.err(`${line}\n`);
    if (values.json) printJson(terminal, { error: read.why });
    return STATUS.usage;
  }
  const settings = { programmeName: '', organisation: '', goLiveMonthCounts: false, demonstration: false };
  const checked = checkDocument(read.document, { framework: frameworkV1, settings, today: day });
  if (values.json) printJson(terminal, told(read.document, day, checked));
  else terminal.out(tellDocument(read.document, day, checked));
  return countOf(checked.findings, 'error') > 0 ? STATUS.notDone : STATUS.ok;
}

/** Lints a Business Case Lite before anybody imports it; needs no record, token or server. */
export const checkVerb: Verb = {
  name: 'check',
  usage: 'check <file> [--day <YYYY-MM-DD>] [--json]',
  purpose:
    'Say what the case check finds in a Business Case Lite, before it is imported; status 1 when it finds an error, 2 when it cannot be read',
  run: check,
};
