import { COMMAND_MATRIX, MATRIX_COLUMNS, mayCell, type MatrixColumn } from '~/core/access/command-matrix';
import { STREAM_KINDS, type StreamKind } from '~/core/journal/event';
import { allCommands } from '~/core/streams';
import { ROUTE_MATRIX, type RouteWho } from './route-matrix';

const COLUMN_TITLES: Readonly<Record<MatrixColumn, string>> = {
  pmo: 'PMO',
  finance: 'finance',
  s151: 's151',
  assurer: 'assurer',
  auditor: 'auditor',
  viewer: 'viewer',
  administrator: 'admin.',
  sponsor: 'sponsor',
  lead: 'lead',
  'bau-owner': 'BAU owner',
  'benefit-owner': 'benefit owner',
  'signed-in': 'any signed-in person',
  self: 'about oneself',
  'signed-out': 'signed out',
  system: 'the tracker itself',
};

const STREAM_TITLES: Readonly<Record<StreamKind, string>> = {
  project: 'Commands on a project',
  programme: 'Commands on the programme',
  framework: 'Commands on a framework',
  person: 'Commands about a person',
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');

function commandsOf(kind: StreamKind): string {
  const rows = allCommands
    .filter(({ stream }) => stream === kind)
    .map(({ name }) => [
      `\`${name}\``,
      ...MATRIX_COLUMNS.map((column) => {
        const cell = mayCell(COMMAND_MATRIX[name] ?? [], column);
        return cell === 'no' ? '·' : cell;
      }),
    ]);
  return `## ${STREAM_TITLES[kind]}\n\n${table(['command', ...MATRIX_COLUMNS.map((column) => COLUMN_TITLES[column])], rows)}\n`;
}

const whoInWords = (who: RouteWho | undefined): string =>
  who === undefined
    ? '·'
    : who === 'everyone'
      ? 'everyone'
      : who === 'signed-in'
        ? 'any signed-in person'
        : who === 'token'
          ? 'holders of a token'
          : (who as readonly string[]).join(', ');

const routes = (): string =>
  `## Routes\n\n${table(
    ['route', 'read', 'change'],
    Object.entries(ROUTE_MATRIX).map(([name, { read, change }]) => [
      `\`${name}\``,
      whoInWords(read),
      whoInWords(change),
    ]),
  )}\n`;

/** The page of rights in Markdown, made from the two written matrices. */
export const rightsDocument = (): string =>
  `# Rights

Made by \`npx tsx scripts/write-rights.ts\` from \`app/core/access/command-matrix.ts\` and \`app/server/route-matrix.ts\`;
tests hold both against what the product does. *yes*: on every record. *own*: only on the project where the role is
held and accepted, or about oneself. *·*: never. A role alone does not make a command legal: separation of duties, the
workflow and the criteria are asked as well, and every reason is given at once. A delegate of the Section 151 officer
has the officer's column in the named period, except that only the officer in person names delegates.

${[...STREAM_KINDS].map(commandsOf).join('\n')}
${routes()}`;
