import { attachmentEvents } from './events-attachments';
import { attestationEvents } from './events-attestations';

/** The kinds of event of evidence, by type. */
export const evidenceEvents = { ...attachmentEvents, ...attestationEvents };
