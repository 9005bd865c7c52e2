import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppLoadContext } from '@remix-run/node';
import { uuidv7 } from 'uuidv7';
import { demonstrationEmail } from '../../demonstration-people';
import { createToken } from '../../api-tokens';
import { readConfig, type Config } from '../../config';
import { firstStart } from '../../first-start';
import { whoAsks } from '../../load-context';
import { openTracker, type Tracker } from '../../tracker';
import { accountByEmail } from '~db/queries/accounts';
import type { ApiArgs } from '../api-route';

const ROUTES = fileURLToPath(new URL('../../../routes', import.meta.url));

type Handler = (args: ApiArgs) => Promise<Response>;
interface Route {
  readonly file: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** The API's route files, with the addresses their names stand for; the fewest parameters first, as Remix ranks them. */
export const apiRoutes = (): readonly Route[] =>
  readdirSync(ROUTES)
    .filter((file) => /^api\..*\.ts$/.test(file) && !file.includes('.test.'))
    .map((file) => {
      const parts = file.replace(/\.ts$/, '').replaceAll('[.]', '\0').split('.');
      const names = parts.filter((part) => part.startsWith('$')).map((part) => part.slice(1) || '*');
      const source = parts
        .map((part) =>
          part === '$' ? '/?(.*)' : part.startsWith('$') ? '/([^/]+)' : `/${part.replaceAll('\0', '\\.')}`,
        )
        .join('');
      return { file, pattern: new RegExp(`^${source}/?$`), names };
    })
    .sort((a, b) => rank(a) - rank(b));
const rank = ({ names, file }: Route): number => names.length + (names.includes('*') ? 100 - file.length : 0);

export interface Sent {
  readonly method?: string;
  readonly as?: string;
  readonly body?: unknown;
  /** Sent as it is, with the Content-Type among the headers. */
  readonly raw?: BodyInit;
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an answer came to, its JSON read. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  // What a test looks at is its own business.
  readonly body: Record<string, never> & { readonly [name: string]: unknown };
  readonly text: string;
}

/** A tracker with its first start done, and a way to call its API as anybody. */
export interface ApiClient {
  readonly tracker: Tracker;
  readonly config: Config;
  call(path: string, sent?: Sent): Promise<Got>;
  /** The id of a demonstration person by key. */
  person(key: string): Promise<string>;
  tokenOf(key: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens the record of the demonstration in a folder of its own, on 1 October 2023. */
export async function apiClient(): Promise<ApiClient> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-api-'));
  const config = readConfig({
    DATA_DIR: dataDir,
    DEMO_TODAY: '2023-10-01',
    DEMO_PASSWORD: 'correct horse battery',
  });
  const tracker = await openTracker(config);
  await firstStart(tracker, config);
  const routes = apiRoutes();
  const tokens = new Map<string, string>();
  const person = async (key: string) => (await accountByEmail(tracker.db, demonstrationEmail(key)))!.person;
  const tokenOf = async (key: string) => {
    const token =
      tokens.get(key) ?? (await createToken(tracker, uuidv7, await person(key), { name: 'test' })).token;
    tokens.set(key, token);
    return token;
  };
  const contextFor = async (request: Request): Promise<AppLoadContext> => ({
    nonce: '',
    incident: 'incident-1',
    tracker,
    config,
    ...(await whoAsks(tracker, config, {
      path: new URL(request.url).pathname,
      headers: Object.fromEntries(request.headers),
    })),
    today: await tracker.today(),
    address: '127.0.0.1',
    newCommandId: uuidv7,
  });
  const call = async (path: string, sent: Sent = {}): Promise<Got> => {
    const request = await requestOf(path, sent, tokenOf);
    const address = new URL(request.url).pathname;
    const route = routes.find(({ pattern }) => pattern.test(address));
    if (!route) throw new Error(`No route for ${address}`);
    const [, ...values] = route.pattern.exec(address)!;
    const params = Object.fromEntries(
      route.names.map((name, index) => [name, decodeURIComponent(values[index]!)]),
    );
    const module = (await import(/* @vite-ignore */ join(ROUTES, route.file))) as {
      loader: Handler;
      action: Handler;
    };
    const handler = ['GET', 'HEAD', 'OPTIONS'].includes(request.method) ? module.loader : module.action;
    return got(await handler({ request, params, context: await contextFor(request) }));
  };
  const close = async () => {
    await tracker.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { tracker, config, call, person, tokenOf, close };
}

async function requestOf(
  path: string,
  { method, as, body, raw, version, headers }: Sent,
  tokenOf: (key: string) => Promise<string>,
): Promise<Request> {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return new Request(`http://localhost:3000/api/v1${path}`, {
    method: method ?? (content === undefined ? 'GET' : 'POST'),
    ...(content === undefined ? {} : { body: content }),
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(as === undefined ? {} : { Authorization: `Bearer ${await tokenOf(as)}` }),
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      ...headers,
    },
  });
}

async function got(response: Response): Promise<Got> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? (JSON.parse(text) as Got['body']) : ({} as Got['body']),
    text,
  };
}
