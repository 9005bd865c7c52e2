/** The triggers the journal stands on. Verify names one that is missing. */
export const JOURNAL_TRIGGERS = [
  'events_append_only',
  'events_no_update',
  'events_no_delete',
  'bodies_append_only',
  'bodies_no_update',
  'bodies_no_delete',
] as const;
