import { bodyFault, bodyText, mediaType, type BodyFault, type BodyLimits, type Readable } from './read-body';

/** Limits of a JSON body unless the caller has its own: 2 MB within 20 seconds. */
export const JSON_LIMITS: BodyLimits = { bytes: 2 * 1_048_576, ms: 20_000 };

/** Reads a JSON body. Refuses another media type (415), too much (413), too slow (408) and what is no JSON (400). */
export async function readJson(
  request: Readable,
  limits: BodyLimits = JSON_LIMITS,
): Promise<{ readonly ok: true; readonly value: unknown } | BodyFault> {
  const type = mediaType(request.headers);
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    return bodyFault(415, 'Send JSON, with Content-Type: application/json.');
  }
  const body = await bodyText(request, limits);
  if (!body.ok) return body;
  try {
    return { ok: true, value: JSON.parse(body.text) as unknown };
  } catch {
    return bodyFault(400, 'What was sent is not JSON.');
  }
}
