import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { installGlobals } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { ConfigError, processConfig, type Config } from './app/server/config';
import { createLoadContext } from './app/server/load-context';
import { log } from './app/server/log';
import { builtFiles, webServer } from './app/server/web-server';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

type Pages = { build: ServerBuild | (() => Promise<ServerBuild>); files: RequestHandler[] };

async function builtPages(): Promise<Pages> {
  const entry = here('./build/server/index.js');
  if (!existsSync(entry)) throw new Error('There is no build yet. Run npm start, which builds first.');
  const build = (await import(new URL('./build/server/index.js', import.meta.url).href)) as ServerBuild;
  return { build, files: builtFiles(here('./build/client')) };
}

async function developmentPages(): Promise<Pages> {
  const vite = await import('vite');
  const server = await vite.createServer({ server: { middlewareMode: true } });
  return {
    build: () => server.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    files: [server.middlewares],
  };
}

function listen(server: Server, config: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : config.port;
      const host = config.host.includes(':') ? `[${config.host}]` : config.host;
      resolve(`http://${host}:${port}`);
    });
  });
}

function stopOnSignal(server: Server, close: () => Promise<void>) {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    server.close(() => void close().then(() => process.exit(0)));
    server.closeIdleConnections();
    // A browser that keeps its connection must not keep the server.
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function main() {
  const config = processConfig();
  installGlobals({ nativeFetch: true });
  const context = await createLoadContext();
  const pages = config.development ? await developmentPages() : await builtPages();
  const app = webServer({ config, log, context, ...pages });
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, app);
  stopOnSignal(server, async () => context.close?.());
  const address = await listen(server, config);
  process.stdout.write(`The tracker is open at ${address}\n`);
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || (error as { code?: string }).code === 'EADDRINUSE';
  process.stderr.write(`${known ? (error as Error).message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
});
