import type { Request, Response } from 'express';

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** Of this answer's Content-Security-Policy; every inline script needs it. */
    nonce: string;
    /** Names this request in the log and on an error page. */
    incident: string;
  }
}

/** What loaders and actions get beside the request; `close` ends what was opened for it. */
export type LoadContextSource = {
  (request: Request, response: Response): AppLoadContext | Promise<AppLoadContext>;
  close?: () => Promise<void>;
};

type AppLoadContext = import('@remix-run/node').AppLoadContext;

/** Opens what requests share and answers with the maker of each request's context. */
export async function createLoadContext(): Promise<LoadContextSource> {
  return (_request, response) => ({
    nonce: String(response.locals['nonce']),
    incident: String(response.locals['incident']),
  });
}
