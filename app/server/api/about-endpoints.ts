import { z } from 'zod';
import { endpoint, type Endpoint } from './endpoint';
import { readAnswer } from './json-answer';
import { openApiDocument } from './openapi';
import { notFound, PROBLEM_TYPES, problemTypeUrl, type ProblemType } from './problem-types';
import { words } from './schemas';

/** The document is made once: it is the same until the program is another. */
function openApi(registry: () => readonly Endpoint[]): Endpoint {
  let document: Readonly<Record<string, unknown>> | undefined;
  return endpoint({
    name: 'read-openapi',
    method: 'GET',
    path: '/openapi.json',
    title: 'This document',
    purpose: 'The OpenAPI 3.1 document of the API, made of the very schemas that check what is sent.',
    open: true,
    answers: z.looseObject({ openapi: words }),
    handle: ({ request }) => readAnswer(request, (document ??= openApiDocument(registry()))),
  });
}

const isType = (name: string): name is ProblemType => Object.hasOwn(PROBLEM_TYPES, name);

const problemType = endpoint({
  name: 'read-problem-type',
  method: 'GET',
  path: '/problems/{type}',
  title: 'A type of problem',
  purpose: 'What a type of problem means: where the `type` of a problem leads.',
  open: true,
  answers: z.object({ type: words, title: words, status: z.int(), means: words }),
  problems: ['not-found'],
  handle({ request, params }) {
    const name = params['type'] ?? '';
    if (!isType(name)) return notFound('There is no such type of problem.');
    return readAnswer(request, { type: problemTypeUrl(name), ...PROBLEM_TYPES[name] });
  },
});

/** The endpoints that tell about the API itself and hold nothing of the record; `registry` is asked when they answer. */
export const aboutEndpoints = (registry: () => readonly Endpoint[]): readonly Endpoint[] => [
  openApi(registry),
  problemType,
];
