import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { lineSpan, nodes, parse, sourceFiles } from './source-files';

const FILE_LINES = 400;
const FUNCTION_LINES = 70;
const EMPTY_NAMES = /(^|[-_.])(utils?|helpers?|managers?|common|misc)([-_.]|$)/i;
const TEST_CALLS = new Set(['test', 'it', 'describe']);

const files = sourceFiles();
const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path);
const typed = files.filter((path) => /\.tsx?$/.test(path));
const parsed = typed.map((path) => ({ path, source: parse(path) }));

/** The fault `find` sees in each node, as "file:line what". */
function faults(
  find: (node: ts.Node, path: string, source: ts.SourceFile) => string | undefined,
  among = parsed,
): string[] {
  return among.flatMap(({ path, source }) =>
    [...nodes(source)].flatMap((node) => {
      const fault = find(node, path, source);
      return fault ? [`${path}:${lineSpan(node, source).first} ${fault}`] : [];
    }),
  );
}

const inApp = ({ path }: { path: string }) => /^(app|db)\//.test(path) && !isTest(path);

function longFunction(node: ts.Node, path: string, source: ts.SourceFile): string | undefined {
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return undefined;
  if (isTest(path) && isSuite(node.parent)) return undefined;
  const { lines } = lineSpan(node, source);
  return lines > FUNCTION_LINES ? `function of ${lines} lines` : undefined;
}

const isSuite = (node: ts.Node) =>
  ts.isCallExpression(node) && /^(test\.)?describe\b/.test(node.expression.getText());

function looseType(node: ts.Node): string | undefined {
  if (ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.AnyKeyword) return 'cast to any';
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  return undefined;
}

function clockOrDice(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date()';
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression.getText();
  return /^(Date\.now|Date|performance\.now|Math\.random|(crypto\.)?random(UUID|Bytes|Int))$/.test(called)
    ? called
    : undefined;
}

function databaseImport(node: ts.Node): string | undefined {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return undefined;
  const name = node.moduleSpecifier.text;
  return /^(drizzle-orm|better-sqlite3)(\/|$)/.test(name) ? `imports ${name}` : undefined;
}

/** "test.each.only" of `test.each(rows).only`. */
function calledName(node: ts.Expression): string {
  if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) {
    return calledName(ts.isCallExpression(node) ? node.expression : node.tag);
  }
  if (ts.isPropertyAccessExpression(node)) return `${calledName(node.expression)}.${node.name.text}`;
  return ts.isIdentifier(node) ? node.text : '';
}

function idleTest(node: ts.Node, path: string): string | undefined {
  if (!isTest(path) || !ts.isCallExpression(node)) return undefined;
  const called = calledName(node.expression);
  const [name = '', ...marks] = called.split('.');
  if (!TEST_CALLS.has(name)) return undefined;
  if (marks.some((mark) => /^(skip|only|todo|fixme|fails|skipIf|runIf)$/.test(mark))) return called;
  const body = node.arguments.find((argument) => ts.isFunctionLike(argument)) as ts.ArrowFunction | undefined;
  if (body && ts.isBlock(body.body) && body.body.statements.length === 0) return 'empty test';
  return undefined;
}

function consoleCall(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || node.expression.getText() !== 'console') return undefined;
  return node.getText();
}

describe('the source is tidy:', () => {
  test(`no file is longer than ${FILE_LINES} lines`, () => {
    const long = files
      .map((path) => ({ path, lines: readFileSync(path, 'utf8').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > FILE_LINES);
    expect(long).toEqual([]);
  });

  test(`no function is longer than ${FUNCTION_LINES} lines`, () => {
    expect(faults(longFunction)).toEqual([]);
  });

  test('no file has a name that says nothing', () => {
    expect(files.filter((path) => path.split('/').some((part) => EMPTY_NAMES.test(part)))).toEqual([]);
  });

  test('nothing is of type any', () => {
    expect(faults(looseType)).toEqual([]);
  });

  test('the core has no clock and throws no dice', () => {
    const core = parsed.filter(({ path }) => path.startsWith('app/core/') && !isTest(path));
    expect(core.length).toBeGreaterThan(0);
    expect(faults(clockOrDice, core)).toEqual([]);
  });

  test('only db speaks to the database', () => {
    const others = parsed.filter((file) => file.path.startsWith('app/') && inApp(file));
    expect(faults(databaseImport, others)).toEqual([]);
  });

  test('no test is empty, skipped or alone', () => {
    expect(faults(idleTest)).toEqual([]);
  });

  test('only the command line writes to the console', () => {
    const others = parsed.filter((file) => inApp(file) && !file.path.startsWith('app/cli/'));
    expect(faults(consoleCall, others)).toEqual([]);
  });

  test('every test file stands beside what it tests or in tests/ or e2e/', () => {
    const strays = files.filter((path) => isTest(path) && !/^(app|db|tests|e2e)\//.test(path));
    expect(strays.map((path) => basename(path))).toEqual([]);
  });
});

describe('the tidy test sees', () => {
  const seen = (find: Parameters<typeof faults>[0], code: string, path = 'app/x.test.ts') =>
    faults(find, [{ path, source: parse(path, code) }]);

  test('a long function, a component too', () => {
    const body = 'void 0;\n'.repeat(FUNCTION_LINES);
    expect(seen(longFunction, `const Page = () => {\n${body}};`, 'app/x.tsx')).toEqual([
      'app/x.tsx:1 function of 72 lines',
    ]);
  });

  test('a clock and a cast', () => {
    expect(seen(clockOrDice, 'const now = new Date();')).toHaveLength(1);
    expect(seen(clockOrDice, "const day = new Date('2024-01-01');")).toEqual([]);
    expect(seen(looseType, 'const x = y as any;')).not.toEqual([]);
  });

  test('skipped and empty tests', () => {
    expect(seen(idleTest, "test.skip('x', () => { f(); });")).toHaveLength(1);
    expect(seen(idleTest, "test.each([1]).only('x', () => { f(); });")).toHaveLength(1);
    expect(seen(idleTest, "it('x', () => {});")).toEqual(['app/x.test.ts:1 empty test']);
  });
});
