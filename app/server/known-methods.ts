import type { RequestHandler } from 'express';
import { plainPage, sendProblem } from './plain-answers';

/** Methods a page or the API has an answer for; each says itself which of them it takes. */
const KNOWN = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const title = 'This method is not taken here';
const detail = 'Nothing was changed.';

/** Turns away methods nobody asks for a good reason, such as TRACE: Remix would answer them with a fault of its own. */
export const knownMethods: RequestHandler = (request, response, next) => {
  if (KNOWN.includes(request.method)) return next();
  response.set('Allow', KNOWN.join(', '));
  if (/^\/api(\/|$)/.test(request.path)) return sendProblem(response, 405, title, detail);
  response.status(405).type('html').send(plainPage(title, detail));
};
