import type { CaseDocument } from '../case/case-document';
import type { External } from '../command/context';
import { ahead } from '../journal/stream';
import type { IsoDay } from '../time/iso-day';
import { eventsOfDocument } from './import-events';
import { defaultHorizon } from './open';
import type { Project } from './state';
import { projectStream } from './stream';

/** The record a document would begin on a day. Nothing is kept of it: it is for reading before the import. */
export function asImported(document: CaseDocument, framework: External['framework'], today: IsoDay): Project {
  let drawn = 0;
  const events = eventsOfDocument(document, {
    ref: document.ref ?? '',
    framework,
    horizon: document.horizon.length > 0 ? document.horizon : defaultHorizon(today),
    ids: () => `read-${(drawn += 1)}`,
  });
  return ahead(projectStream, projectStream.empty('read'), events, {
    now: `${today}T00:00:00.000Z`,
    today,
    actor: { person: 'reader', through: 'system' },
  });
}
