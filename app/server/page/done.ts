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
  'propose-benefit-owner': 'Owner proposed. They now accept or decline.',
  'confirm-none-benefits': 'Confirmed: there is none.',
  'confirm-register-none': 'Confirmed: there are none.',
  'explain-finding': 'Finding explained. It counts once the explanation is accepted.',
  'declare-cost-baselines': 'Declared.',
  'move-day': 'The day has moved.',
  'grant-role': 'Role granted.',
  'revoke-role': 'Role taken away.',
  'rename-person': 'Name changed.',
  'name-delegate': 'Delegate named.',
  'end-delegation': 'Delegation ended.',
  'deactivate-person': 'Account closed. Its sessions and tokens are ended.',
  'reactivate-person': 'Account open again.',
  'ask-redaction': 'Redaction asked for. An auditor confirms or declines it.',
  'confirm-redaction': 'Redacted. The words are gone for good; the event and its place in the chain stand.',
  'decline-redaction': 'Redaction declined. Nothing was taken out.',
  'submit-gate': 'Submitted. The pack is frozen and lies before the deciders.',
  'withdraw-submission': 'Submission withdrawn. The gate is in preparation again.',
  'approve-gate': 'Your approval is recorded.',
  'take-back-approval': 'Your approval is taken back.',
  'defer-gate': 'Gate deferred. It is in preparation again, with what is required said on the page.',
  'reject-gate': 'Gate rejected. The project is closed.',
  'revoke-gate': 'Approval revoked. The gate is in preparation again.',
  'set-optimism-bias': 'The allowance is set. It stands beside the appraisal and changes none of the series.',
  'ask-question': 'Question asked. The lead or a PMO officer answers it.',
  'answer-question': 'Question answered.',
  attest: 'Attested. Somebody else now marks the evidence seen.',
  'mark-seen': 'Evidence marked seen.',
  'sign-off': 'Signed off.',
  'waive-criterion': 'Waived for this gate.',
  'close-condition': 'Condition closed. Somebody else now confirms it.',
  'confirm-condition': 'Condition confirmed as met.',
  'send-condition-back': 'Condition sent back to its owner.',
  'reassign-condition': 'Condition re-assigned.',
  'withdraw-condition': 'Condition withdrawn.',
  'give-assurance-opinion': 'Opinion recorded.',
  'set-tolerances': 'Tolerances set.',
  'report-exception': 'Reported. It lies before the sponsor.',
  'direct-exception': 'Direction recorded. It holds until its day, and while the figures stay as they are.',
  'declare-confidence': 'Confidence declared.',
  'adopt-decisions': 'Decisions adopted. The sponsor now confirms them.',
  'confirm-adopted-decisions': 'Adopted decisions confirmed.',
  'hold-project': 'The project is on hold.',
  'resume-project': 'The project goes on.',
  'close-project':
    'Closing recorded. Where a saving stands in the MTFS, the Section 151 officer agrees next.',
  'agree-closing': 'Agreed. The project is closed.',
  'take-back-closing': 'Closing taken back. The project stays as it is.',
  'reopen-project': 'Reopening recorded. Past Gate 3, the Section 151 officer agrees next.',
  'agree-reopening': 'Agreed. The project is open again.',
  'take-back-reopening': 'Reopening taken back. The project stays closed.',
  'request-change': 'Change requested. It moves nothing until it is approved.',
  'approve-change': 'Your approval of the change is recorded.',
  'refuse-change': 'Change refused. Nothing moves.',
  'withdraw-change': 'Change request withdrawn.',
  'explain-change': 'Change listed with its reason.',
};

/** Sentences for what no command is called: sessions, passwords, and what came of a command instead of itself. */
const BESIDE_THE_RECORD: Readonly<Record<string, string>> = {
  'end-session': 'Session ended.',
  'end-sessions': 'All their sessions are ended.',
  'revoke-token': 'Token revoked.',
  'revoke-tokens': 'All their tokens are revoked.',
  'change-password': 'Password changed. You are signed out everywhere else.',
  'set-password': 'Password set, and you are signed in.',
  'submission-returned':
    'Not approved: what the pack rests on changed, and the submission went back to preparation. The page says what changed.',
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
