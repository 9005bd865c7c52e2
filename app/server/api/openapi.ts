import { z } from 'zod';
import { ROLE_WORDS } from '~/core/access/may';
import type { AnyCommand } from '~/core/streams';
import { commandsOn } from './commands-on';
import type { Endpoint } from './endpoint';
import { PROBLEM_TYPES, type ProblemType } from './problem-types';
import { parametersOf } from './query';
import { doneSchema, problemSchema } from './schemas';

type Json = Readonly<Record<string, unknown>>;

/** A schema as JSON Schema. A `closed` one says of every object that it takes no members but its own. */
function schemaOf(schema: z.ZodType, closed = false): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (closed && zodSchema._zod.def.type === 'object') jsonSchema.additionalProperties ??= false;
    },
  });
  return rest;
}

const reference = (section: string, name: string): Json => ({ $ref: `#/components/${section}/${name}` });

/** Components' names may hold letters, digits, dots and dashes: "read-project" becomes "ReadProject". */
const componentName = (name: string): string =>
  name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

const ALWAYS: readonly ProblemType[] = ['invalid', 'not-acceptable', 'failed'];

function responsesOf(endpoint: Endpoint, good: Json): Json {
  const problems = [
    ...ALWAYS,
    ...(endpoint.open ? [] : (['not-signed-in'] as const)),
    ...(endpoint.problems ?? []),
  ];
  const statuses = [...new Set(problems.map((type) => PROBLEM_TYPES[type].status))].sort((a, b) => a - b);
  return {
    [endpoint.status ?? 200]: good,
    ...Object.fromEntries(statuses.map((status) => [status, reference('responses', `Problem${status}`)])),
  };
}

const TAG_HEADER: Json = {
  ETag: { description: 'Of a record, its version: what If-Match takes', schema: { type: 'string' } },
};

const goodAnswer = (endpoint: Endpoint, schema: Json): Json => ({
  description: endpoint.purpose,
  headers: TAG_HEADER,
  content: { 'application/json': { schema } },
});

/** What a parameter of a path is. */
const PATH_PARAMETERS: Readonly<Record<string, string>> = {
  ref: 'The project’s portfolio tracker ref, such as RX-004, in any case',
  gate: 'The gate’s number, 0 to 5',
  id: 'The id',
  type: 'The type of problem',
};

const pathParameters = (path: string): readonly Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: PATH_PARAMETERS[name] ?? name,
    schema: { type: 'string' },
  }));

function queryParameters(query: Endpoint['query']): readonly Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return parametersOf(query).map((name) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: properties[name] ?? {},
  }));
}

const KEY_HEADER = reference('parameters', 'IdempotencyKey');
const VERSION_HEADER = reference('parameters', 'IfMatch');

function plainOperation(endpoint: Endpoint): Json {
  const { name, method, title, purpose, path, query, takes, open } = endpoint;
  const begins = method === 'POST' && endpoint.answers === doneSchema;
  const content = Object.fromEntries(
    (takes ?? []).map(({ mediaType, schema }) => [mediaType, { schema: schemaOf(schema, true) }]),
  );
  return {
    operationId: name,
    summary: title,
    description: purpose,
    ...(open ? { security: [] } : {}),
    parameters: [...pathParameters(path), ...queryParameters(query), ...(begins ? [KEY_HEADER] : [])],
    ...(takes ? { requestBody: { required: true, content } } : {}),
    responses: responsesOf(endpoint, goodAnswer(endpoint, reference('schemas', answerName(endpoint)))),
  };
}

const answerName = (endpoint: Endpoint): string =>
  endpoint.answers === doneSchema ? 'Done' : componentName(`${endpoint.name}-answer`);

const whoMay = ({ who }: AnyCommand): string =>
  who
    .map((each) => {
      if (each === 'anyone') return 'any signed-in person';
      if (each === 'self') return 'the person themself';
      return each === 'system' ? 'the tracker itself' : ROLE_WORDS[each];
    })
    .join(', ');

function commandOperation(endpoint: Endpoint, command: AnyCommand): Json {
  return {
    operationId: command.name,
    summary: command.title,
    description: `${command.purpose} For: ${whoMay(command)}.`,
    parameters: [
      ...pathParameters(endpoint.path.replace('{name}', command.name)),
      VERSION_HEADER,
      KEY_HEADER,
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: reference('schemas', componentName(command.name)) } },
    },
    responses: responsesOf(endpoint, goodAnswer(endpoint, reference('schemas', 'Done'))),
  };
}

/** The operations of one endpoint by their path: one, or one a command where it gives commands by name. */
function operationsOf(endpoint: Endpoint): readonly (readonly [string, Json])[] {
  const { commandsOn: kind, path, method } = endpoint;
  const key = method.toLowerCase();
  if (!kind) return [[path, { [key]: plainOperation(endpoint) }]];
  return commandsOn(kind).map((command) => [
    path.replace('{name}', command.name),
    { [key]: commandOperation(endpoint, command) },
  ]);
}

function pathsOf(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const [path, operation] of endpoints.flatMap(operationsOf))
    paths[path] = { ...paths[path], ...operation };
  return paths;
}

function schemasOf(endpoints: readonly Endpoint[]): Json {
  const commands = endpoints.flatMap(({ commandsOn: kind }) => (kind ? commandsOn(kind) : []));
  const answers = endpoints.filter(({ answers }) => answers !== doneSchema);
  return {
    Problem: schemaOf(problemSchema),
    Done: schemaOf(doneSchema),
    ...Object.fromEntries(answers.map((each) => [answerName(each), schemaOf(each.answers)])),
    ...Object.fromEntries(commands.map((each) => [componentName(each.name), schemaOf(each.input, true)])),
  };
}

function problemResponses(): Json {
  const statuses = [...new Set(Object.values(PROBLEM_TYPES).map(({ status }) => status))];
  return Object.fromEntries(
    statuses.map((status) => [
      `Problem${status}`,
      {
        description: Object.values(PROBLEM_TYPES)
          .filter((each) => each.status === status)
          .map(({ title, means }) => `${title}: ${means}`)
          .join(' Or: '),
        content: { 'application/problem+json': { schema: reference('schemas', 'Problem') } },
      },
    ]),
  );
}

const parameters: Json = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The version of the record the command was decided on, in quotes',
    schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
    example: '"12"',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'The command’s own id: the same id with the same input is done once and answered alike. Without one a fresh id is made, and sending it again is doing it again.',
    schema: { type: 'string', minLength: 1, maxLength: 102 },
  },
};

/** The OpenAPI 3.1 document of the endpoints given. */
export const openApiDocument = (endpoints: readonly Endpoint[]): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Transformation tracker',
    version: '1',
    summary: 'The one record of a council’s transformation programme: projects, money and Gates 0 to 5',
  },
  servers: [{ url: '/api/v1' }],
  security: [{ token: [] }],
  paths: pathsOf(endpoints),
  components: {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        description: 'A token held by a person, with that person’s rights',
      },
    },
    parameters,
    responses: problemResponses(),
    schemas: schemasOf(endpoints),
  },
});
