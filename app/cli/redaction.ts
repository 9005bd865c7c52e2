import { parseArgs } from 'node:util';
import { holdsProgrammeRole } from '~/core/access/directory';
import { KEEPERS } from '~/server/page/accounts-access';
import { NotDone, noMore, printJson, STATUS, wanted, type Verb } from './terminal';
import { holder, mustExist, withTracker } from './with-tracker';

/** Shows what a redaction would leave of an event, and the digest that `confirm-redaction` asks for. */
export const redactionVerb: Verb = {
  name: 'redaction',
  usage: 'redaction <event id> [--token <token>]',
  purpose: 'Show what a redaction would leave of an event, with the digest by which an auditor confirms it',
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, token: { type: 'string' } },
      allowPositionals: true,
    });
    const [called, ...rest] = positionals;
    const event = wanted(called, 'The event’s id');
    noMore(rest);
    mustExist(terminal);
    return withTracker(terminal, async (tracker) => {
      const { person } = await holder(tracker, terminal, values.token);
      const today = await tracker.today();
      if (!KEEPERS.some((role) => holdsProgrammeRole({ [person.id]: person }, person.id, role, today)))
        throw new NotDone(['What a redaction would leave is for administrators and auditors to see.']);
      const redaction = await tracker.redactionOf(event);
      if (!redaction) throw new NotDone([`There is no event ${event}`]);
      printJson(terminal, { event, ...redaction });
      return STATUS.ok;
    });
  },
};
