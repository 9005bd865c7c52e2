import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { allCommands } from '~/core/streams';
import { openApiDocument } from './openapi';
import { PROBLEM_TYPES } from './problem-types';
import { apiPaths, REGISTRY } from './registry';

type Tree = { readonly [name: string]: unknown };
const document = JSON.parse(JSON.stringify(openApiDocument(REGISTRY))) as Tree & {
  paths: Record<string, Record<string, Tree & { operationId: string; responses: Tree; security?: unknown }>>;
};
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

/** Every value of a member of this name, wherever it stands. */
function found(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === name && typeof member === 'string' ? [member] : found(member, name),
  );
}
const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, part) => (value as Tree | undefined)?.[part], document);

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('refers only to what is there', () => {
    const references = [...new Set(found(document, '$ref'))] as string[];
    expect(references.length).toBeGreaterThan(allCommands.length / 2);
    expect(references.filter((each) => at(each) === undefined)).toEqual([]);
  });

  it('gives every operation an id of its own, a good answer and its problems', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { responses } of operations) {
      expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '500']));
    }
  });

  it('has every command there is, but for the import, which is of text, and what the tracker itself begins', () => {
    const ids = operations.map(({ operationId }) => operationId);
    const missing = allCommands.map(({ name }) => name).filter((name) => !ids.includes(name));
    expect(missing).toEqual(['open-project', 'import-business-case', 'begin-programme']);
    expect(ids).toContain('begin-project');
  });

  it('says in each input that it takes no members but its own', () => {
    const { components } = document as unknown as { components: { schemas: Record<string, Tree> } };
    expect(components.schemas['AmendRisk']).toMatchObject({
      additionalProperties: false,
      required: ['riskId', 'risk'],
    });
  });
});

describe('the registry', () => {
  const folder = fileURLToPath(new URL('../../routes', import.meta.url));
  const routes = readdirSync(folder).filter(
    (file) => /^api\.v1\..+\.ts$/.test(file) && file !== 'api.v1.$.ts',
  );
  const fileOf = (path: string): string =>
    `api.v1${path
      .replaceAll('.', '[.]')
      .replaceAll('/', '.')
      .replaceAll(/\{(\w+)\}/g, '$$$1')}.ts`;

  it('has a route file for each path, and no route file without a path', () => {
    expect(apiPaths().map(fileOf).sort()).toEqual([...routes].sort());
  });

  it('is what each route answers from, by a token unless the endpoint is open', () => {
    for (const path of apiPaths()) {
      const open = REGISTRY.filter((each) => each.path === path).every((each) => each.open === true);
      const who = open ? 'everyone' : 'requireActorByToken';
      expect(readFileSync(`${folder}/${fileOf(path)}`, 'utf8')).toContain(`apiRoute('${path}', ${who})`);
    }
  });

  it('is described in docs/api.md, each path and each type of problem', () => {
    const page = readFileSync(fileURLToPath(new URL('../../../docs/api.md', import.meta.url)), 'utf8');
    expect(apiPaths().filter((path) => !page.includes(`\`${path}\``))).toEqual([]);
    expect(Object.keys(PROBLEM_TYPES).filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
  });
});
