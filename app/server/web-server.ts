import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Config } from './config';
import { knownMethods } from './known-methods';
import type { LoadContextSource } from './load-context';
import { originGuard } from './origin-guard';
import { plainPage, sendProblem } from './plain-answers';
import { securityHeaders } from './security-headers';

type Parts = {
  config: Config;
  log: Logger;
  context: LoadContextSource;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the browser's files: the built ones, or vite while developing. */
  files: RequestHandler[];
};

/**
 * The whole web server, in the order a request meets it. Nothing reads a body here: readForm and the API do,
 * with their own limits.
 */
export function webServer({ config, log, context, build, files }: Parts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use(securityHeaders(config));
  app.use(originGuard(config));
  app.use(knownMethods);
  app.use(compression());
  for (const handler of files) app.use(handler);
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: config.development ? 'development' : 'production',
      getLoadContext: async (request, response) => context(request, response),
    }),
  );
  app.use(lastResort(log));
  return app;
}

/** The built files of the browser: those with a hash in their name never change. */
export function builtFiles(folder: string): RequestHandler[] {
  const assets = express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', index: false });
  const others = express.static(folder, { maxAge: '1h', index: false, redirect: false });
  const missing: RequestHandler = (_request, response) =>
    void response.status(404).type('text').send('No such file');
  const mounted = express.Router().use('/assets', assets, missing);
  return [mounted, others];
}

// What Remix could not turn into a page. The cause goes to the log under the incident, never to the reader.
function lastResort(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const incident = String(response.locals['incident']);
    const given =
      typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    const status = given >= 400 && given < 500 ? given : 500;
    if (status === 500)
      log.error({ incident, method: request.method, path: request.path, err: error }, 'failed');
    if (response.headersSent) return next(error);
    const title = status === 500 ? 'Something went wrong' : 'The request could not be understood';
    const detail =
      status === 500
        ? `The fault is ours and has been noted as ${incident}. Nothing you sent was half done.`
        : 'Check the address and try again.';
    if (request.path.startsWith('/api')) return sendProblem(response, status, title, detail, { incident });
    response.status(status).type('html').send(plainPage(title, detail));
  };
}
