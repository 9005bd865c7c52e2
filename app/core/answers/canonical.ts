const DEEPEST = 200;

/**
 * The one way a value is written before it is hashed: no spaces, keys in code-unit order, strings and keys in NFC.
 * Takes null, booleans, safe integers, well-formed strings, arrays and plain objects; members that are undefined are
 * left out. Refuses everything else by throwing TypeError, because a hash over it would not be repeatable.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', 0);
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > DEEPEST) throw new TypeError(`${path} is nested too deeply, or contains itself`);
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return writeInteger(value, path);
    case 'string':
      return writeString(value, path);
    case 'object':
      return Array.isArray(value) ? writeArray(value, path, depth) : writeObject(value, path, depth);
    default:
      throw new TypeError(`${path} is ${typeof value}, which has no canonical form`);
  }
}

function writeInteger(value: number, path: string): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${path} is ${value}, not a safe integer`);
  // Minus zero is written "0" by String as by JSON, so the two zeros hash alike.
  return String(value);
}

function writeString(value: string, path: string): string {
  if (/\p{Cs}/u.test(value)) throw new TypeError(`${path} holds half of a surrogate pair`);
  return JSON.stringify(value.normalize('NFC'));
}

function writeArray(list: readonly unknown[], path: string, depth: number): string {
  // Array.from turns holes into undefined, which is then refused like any other undefined.
  const items = Array.from(list, (item, index) => write(item, `${path}[${index}]`, depth + 1));
  return `[${items.join(',')}]`;
}

function writeObject(value: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`${path} is not a plain object`);
  }
  const members = new Map<string, string>();
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const key = name.normalize('NFC');
    if (members.has(key)) throw new TypeError(`${path} has the name ${key} twice`);
    members.set(key, `${writeString(key, `${path}.${key}`)}:${write(member, `${path}.${key}`, depth + 1)}`);
  }
  const keys = [...members.keys()].sort(byCodeUnit);
  return `{${keys.map((key) => members.get(key) ?? '').join(',')}}`;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
