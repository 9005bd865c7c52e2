import type { Request, Response } from 'express';
import { uuidv7 } from 'uuidv7';
import type { Actor } from '~/core/command/context';
import type { PersonFacts } from '~/core/access/directory';
import type { IsoDay } from '~/core/time/iso-day';
import { bearerToken, personOfToken } from './api-tokens';
import { processConfig, type Config } from './config';
import { announcer, firstStart } from './first-start';
import { personOfSession, tokenInCookie } from './sessions';
import { openTracker, type Tracker } from './tracker';

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** Of this answer's Content-Security-Policy; every inline script needs it. */
    nonce: string;
    /** Names this request in the log and on an error page. */
    incident: string;
    /** The record: commands go in by `run`, states and rows come out. */
    tracker: Tracker;
    config: Config;
    /** Who asks, when they are signed in with an account that is open. */
    actor?: Actor;
    /** The directory's entry of the actor. */
    person?: PersonFacts;
    /** The token of the browser's session, to tell it from others and to end it. */
    sessionToken?: string;
    /** The business day. */
    today: IsoDay;
    /** Where the request comes from, for the limit on failed sign-ins. */
    address: string;
    /** A fresh id for a form that gives a command, made as the form is drawn. */
    newCommandId: () => string;
  }
}

/** What loaders and actions get beside the request; `close` ends what was opened for it. */
export type LoadContextSource = {
  (request: Request, response: Response): AppLoadContext | Promise<AppLoadContext>;
  close?: () => Promise<void>;
};

type AppLoadContext = import('@remix-run/node').AppLoadContext;
type Who = Pick<AppLoadContext, 'actor' | 'person' | 'sessionToken'>;

/** Opens what requests share, doing what a first start owes, and answers with the maker of each request's context. */
export async function createLoadContext(config: Config = processConfig()): Promise<LoadContextSource> {
  const tracker = await openTracker(config);
  try {
    await firstStart(
      tracker,
      config,
      announcer((text) => process.stdout.write(text)),
    );
  } catch (error) {
    await tracker.close();
    throw error;
  }
  const source: LoadContextSource = async (request, response) => ({
    nonce: String(response.locals['nonce']),
    incident: String(response.locals['incident']),
    tracker,
    config,
    ...(await whoAsks(tracker, config, request)),
    today: await tracker.today(),
    address: request.ip ?? '',
    newCommandId: uuidv7,
  });
  source.close = () => tracker.close();
  return source;
}

type Asking = Pick<Request, 'path' | 'headers'>;

/** Who asks: below /api the holder of the token, elsewhere the person of the session; nobody whose account is closed. */
export async function whoAsks(tracker: Tracker, config: Config, request: Asking): Promise<Who> {
  // Addresses are matched whatever their case.
  if (/^\/api(\/|$)/i.test(request.path)) {
    const token = bearerToken(request.headers.authorization);
    return token === undefined ? {} : whoIs(tracker, await personOfToken(tracker, token), 'token');
  }
  const sessionToken = tokenInCookie(config, request.headers.cookie);
  if (sessionToken === undefined) return {};
  const who = await whoIs(tracker, await personOfSession(tracker, config, sessionToken), 'session');
  return who.actor ? { ...who, sessionToken } : { sessionToken };
}

/** A person as an actor; nobody when the account is closed. */
export async function whoIs(
  tracker: Tracker,
  id: string | undefined,
  through: 'session' | 'token',
): Promise<Who> {
  const person = id === undefined ? undefined : (await tracker.readState('person', id))?.facts;
  return person?.active ? { actor: { person: person.id, through }, person } : {};
}
