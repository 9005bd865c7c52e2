import fc from 'fast-check';

/** What of a JSON Schema is read here. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly propertyNames?: Shape;
  readonly items?: Shape;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Texts by what patterns ask for; the first that fits is taken among the likely ones. */
const LIKELY = [
  '2023-10-01',
  '2024-09',
  '2024',
  'https://example.org/a',
  'application/pdf',
  'RX-9',
  '12',
  '2024-10-01',
];

/** Values that look like what a schema asks for, with texts from `texts` (ids of the record among them). */
export function fromSchema(schema: Shape, texts: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const among = schema.anyOf ?? schema.oneOf;
  if (among) return fc.oneof(...among.map((each) => fromSchema(each, texts)));
  switch (schema.type) {
    case 'object':
      return objectFrom(schema, texts);
    case 'array':
      return fc.array(fromSchema(schema.items ?? {}, texts), { minLength: 1, maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? -1_000_000, -9e15),
        max: Math.min(schema.maximum ?? 100_000_000, 9e15),
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return textFrom(schema.pattern, texts);
  }
}

function textFrom(pattern: string | undefined, texts: readonly string[]): fc.Arbitrary<string> {
  const all = [...texts, ...LIKELY];
  const fitting = pattern === undefined ? all : all.filter((each) => new RegExp(pattern, 'u').test(each));
  return fc.constantFrom(...(fitting.length > 0 ? fitting : ['x']));
}

function objectFrom(schema: Shape, texts: readonly string[]): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, member]) => [name, fromSchema(member, texts)]),
  );
  const record = fc.record(members, { requiredKeys: [...required] });
  if (typeof additionalProperties !== 'object') return record;
  const names = textFrom(propertyNames?.pattern, ['2024', '2025', 'x']);
  return fc
    .tuple(record, fc.dictionary(names, fromSchema(additionalProperties, texts), { maxKeys: 3 }))
    .map(([own, more]) => ({ ...more, ...own }));
}
