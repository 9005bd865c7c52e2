import { z } from 'zod';

/** A part of a JSON Schema, as far as examples need it. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly additionalProperties?: Shape | boolean;
  readonly propertyNames?: Shape;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly pattern?: string;
}

/** Texts that fit the patterns of the core's schemas: days, months, instants, digests, numbers. */
const TEXTS = ['Words', '2024-09-15', '2024-09', '2023-10-01T09:00:00.000Z', 'a'.repeat(64), '12', '12.5', 'https://example.org/'];

/**
 * A body that fits a schema, every optional member given, so that a golden record shows the whole shape. Throws when
 * it finds none: such a record is written by hand.
 */
export function exampleOf(schema: z.ZodType): unknown {
  const made = valueOf(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Shape, 'body');
  return schema.parse(made);
}

function valueOf(shape: Shape, name: string): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const choice = shape.oneOf?.[0] ?? shape.anyOf?.find((each) => each.type !== 'null') ?? shape.allOf?.[0];
  if (choice) return valueOf(choice, name);
  switch (shape.type) {
    case 'object':
      return objectOf(shape);
    case 'array':
      return Array.from({ length: Math.max(1, shape.minItems ?? 0) }, () => valueOf(shape.items ?? {}, name));
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 1, Math.min(shape.maximum ?? 1, 1));
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'string':
      return textOf(shape, name);
    default:
      return `any ${name}`;
  }
}

function objectOf(shape: Shape): Record<string, unknown> {
  const members = Object.entries(shape.properties ?? {}).map(([name, member]) => [name, valueOf(member, name)]);
  const { additionalProperties: more } = shape;
  if (typeof more === 'object' && members.length === 0) {
    const names = shape.propertyNames?.enum ?? [shape.propertyNames ? valueOf(shape.propertyNames, 'name') : '2024'];
    return Object.fromEntries(names.map((name) => [String(name), valueOf(more, String(name))]));
  }
  return Object.fromEntries(members) as Record<string, unknown>;
}

function textOf({ pattern, minLength }: Shape, name: string): string {
  if (pattern === undefined && /url/i.test(name)) return 'https://example.org/';
  if (pattern === undefined) return name.padEnd(minLength ?? 0, '.');
  const fitting = TEXTS.find((text) => new RegExp(pattern, 'u').test(text));
  if (fitting === undefined) throw new Error(`No example fits the pattern ${pattern}`);
  return fitting;
}
