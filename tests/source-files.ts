import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SKIPPED = new Set(['node_modules', 'build', 'data', '.cache', '.git', 'migrations', 'seed', 'golden']);
const FOLDERS = ['app', 'db', 'e2e', 'tests', 'scripts', 'types'];

function* below(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* below(path);
    else yield path.replaceAll('\\', '/');
  }
}

/** Every file of ours that people read as source, top level included, migrations and seeds not. */
export function sourceFiles(): string[] {
  const top = readdirSync('.').filter((name) => /\.(ts|js|mjs)$/.test(name));
  const found = FOLDERS.flatMap((folder) => [...safely(folder)]);
  return [...top, ...found].filter((path) => /\.(tsx?|m?js|scss)$/.test(path));
}

function safely(folder: string): string[] {
  try {
    return [...below(folder)];
  } catch {
    return [];
  }
}

/** A file as the compiler sees it. */
export function parse(path: string, text = readFileSync(path, 'utf8')): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

/** Every node below another, itself included. */
export function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodes(child);
}

/** The lines a node covers, its leading comment not counted. */
export function lineSpan(node: ts.Node, source: ts.SourceFile): { first: number; lines: number } {
  const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
  const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
  return { first: first + 1, lines: last - first + 1 };
}
