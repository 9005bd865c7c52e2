import { commandNamed } from '~/core/streams';

/** What a page says once a command is done, where the command's own title would not say enough. */
const SENTENCES: Readonly<Record<string, string>> = {
  'name-sponsor': 'Sponsor named. They now accept or decline.',
  'name-lead': 'Project lead named. They now accept or decline.',
  'name-bau-owner': 'BAU owner named. They now accept or decline.',
  'name-benefit-owner': 'Benefit owner named. They now accept or decline.',
  'accept-appointment': 'Appointment accepted.',
  'decline-appointment': 'Appointment declined.',
  'end-appointment': 'Appointment ended.',
  'open-project': 'Project opened.',
  'import-business-case': 'Business case imported. Nothing in it is adopted, validated or approved yet.',
  'move-day': 'The day has moved.',
};

/** Sentences for what is done beside the record: sessions and passwords. */
const BESIDE_THE_RECORD: Readonly<Record<string, string>> = {
  'end-session': 'Session ended.',
  'end-other-sessions': 'All your other sessions are ended.',
};

/** The notice of `?done=<command>`: from fixed tables, so that nothing of an address is ever echoed. */
export function doneNotice(request: Pick<Request, 'url'>): string | undefined {
  const name = new URL(request.url).searchParams.get('done');
  if (name === null) return undefined;
  if (Object.hasOwn(BESIDE_THE_RECORD, name)) return BESIDE_THE_RECORD[name];
  const command = commandNamed(name);
  if (!command) return undefined;
  return (
    SENTENCES[command.name] ?? `Done: ${command.title.charAt(0).toLowerCase()}${command.title.slice(1)}.`
  );
}
