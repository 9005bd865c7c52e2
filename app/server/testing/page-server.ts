import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UNSAFE_flatRoutes as flatRoutes } from '@remix-run/dev';
import type { ServerBuild } from '@remix-run/node';
import { pino } from 'pino';
import { readConfig, type Config } from '../config';
import { firstStart } from '../first-start';
import { whoAsks, type LoadContextSource } from '../load-context';
import { openTracker, type Tracker } from '../tracker';
import { webServer } from '../web-server';
import { uuidv7 } from 'uuidv7';

const APP = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
const MODULES = import.meta.glob('../../routes/*.{ts,tsx}');

type Module = ServerBuild['routes'][string]['module'];

/** Every route by its id, as Remix reads the folder of routes. */
export const routeManifest = () => Object.values(flatRoutes(APP, ['**/.*', '**/*.test.{ts,tsx}']));

/** The server's build without its pages drawn: every loader and action, and the status it comes to. */
async function undrawnBuild(): Promise<ServerBuild> {
  const root: ServerBuild['routes'][string] = { id: 'root', path: '', module: { default: () => null } };
  const routes = await Promise.all(
    routeManifest().map(async ({ id, parentId, path, index, file }) => {
      const load = MODULES[`../../${file}`];
      if (!load) throw new Error(`There is no route file ${file}`);
      const module = (await load()) as Module;
      return [id, { id, parentId: parentId ?? 'root', path, index, module }] as const;
    }),
  );
  return {
    mode: 'test',
    entry: {
      module: {
        default: (_request, status, headers) => new Response(null, { status, headers }),
        handleError: () => undefined,
      },
    },
    routes: { root, ...Object.fromEntries(routes) } as ServerBuild['routes'],
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
    isSpaMode: false,
  };
}

/** The tracker's own web server on a demonstration of its own, answering with statuses and empty pages. */
export interface PageServer {
  readonly tracker: Tracker;
  readonly config: Config;
  readonly address: string;
  close(): Promise<void>;
}

const contextOf =
  (tracker: Tracker, config: Config): LoadContextSource =>
  async (request, response) => ({
    nonce: String(response.locals['nonce']),
    incident: String(response.locals['incident']),
    tracker,
    config,
    ...(await whoAsks(tracker, config, request)),
    today: await tracker.today(),
    address: request.ip ?? '',
    newCommandId: uuidv7,
  });

/** Opens the demonstration's record on 1 October 2023 and serves it on a port of its own. */
export async function pageServer(): Promise<PageServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-pages-'));
  const config = readConfig({
    DATA_DIR: dataDir,
    DEMO_TODAY: '2023-10-01',
    DEMO_PASSWORD: 'correct horse battery',
  });
  const tracker = await openTracker(config);
  await firstStart(tracker, config);
  const log = pino({ level: 'silent' });
  const app = webServer({
    config,
    log,
    context: contextOf(tracker, config),
    build: await undrawnBuild(),
    files: [],
  });
  const server: Server = createServer(app);
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    tracker,
    config,
    address: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await tracker.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
