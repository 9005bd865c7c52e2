import type { AppLoadContext } from '@remix-run/node';
import type { z } from 'zod';
import type { Actor } from '~/core/command/context';
import type { StreamKind } from '~/core/journal/event';
import type { ProblemType } from './problem-types';

/** A call of the API: who asks, where and with which parameters. */
export interface ApiCall<Q = unknown> {
  readonly request: Request;
  readonly context: AppLoadContext;
  readonly params: Readonly<Record<string, string | undefined>>;
  /** The holder of the token. On an open endpoint nobody may be there: it must not ask. */
  readonly actor: Actor;
  readonly query: Q;
}

/** A body an endpoint takes, by its media type. */
export interface Taken {
  readonly mediaType: string;
  readonly schema: z.ZodType;
}

/** One endpoint: what it is for, what it takes and gives, and what answers it. */
export interface Endpoint {
  /** The operation's id in the OpenAPI document. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Below /api/v1, with parameters in braces. */
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
  /** Whether it is answered without a token, because nothing of the record is in it. */
  readonly open?: boolean;
  readonly query?: z.ZodType<unknown>;
  readonly takes?: readonly Taken[];
  readonly answers: z.ZodType;
  readonly status?: 200 | 201;
  /** The problems it may come to, besides those of every endpoint. */
  readonly problems?: readonly ProblemType[];
  /** Where it gives commands by name: the kind of stream they are on. The OpenAPI document spells each command out. */
  readonly commandsOn?: StreamKind;
  handle(call: ApiCall): Promise<Response> | Response;
}

/** Types an endpoint from the schema of its query. */
export const endpoint = <Q>(
  given: Omit<Endpoint, 'query' | 'handle'> & {
    readonly query?: z.ZodType<Q>;
    handle(call: ApiCall<Q>): Promise<Response> | Response;
  },
): Endpoint => given as Endpoint;
