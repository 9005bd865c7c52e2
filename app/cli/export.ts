import { parseArgs } from 'node:util';
import { isIsoDay } from '~/core/time/iso-day';
import { withholding } from '~/server/api/withheld';
import { NotDone, noMore, printJson, STATUS, UsageError, wanted, type Verb } from './terminal';
import { holder, mustExist, withTracker } from './with-tracker';

/** Writes a project out as JSON: its record and every event it is the fold of, less what its reader may not open. */
export const exportVerb: Verb = {
  name: 'export',
  usage: 'export <ref> [--as-at <day>] [--token <token>]',
  purpose: 'Write a project as JSON, with every event behind it; as at the end of a past day if one is given',
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'as-at': { type: 'string' }, json: { type: 'boolean' }, token: { type: 'string' } },
      allowPositionals: true,
    });
    const [called, ...rest] = positionals;
    const ref = wanted(called, 'The project’s ref');
    noMore(rest);
    const asAt = values['as-at'];
    if (asAt !== undefined && !isIsoDay(asAt)) throw new UsageError('--as-at is a day such as 2024-03-31');
    mustExist(terminal);
    return withTracker(terminal, async (tracker) => {
      const { person } = await holder(tracker, terminal, values.token);
      const id = await tracker.projectByRef(ref);
      const now = id === undefined ? undefined : await tracker.readState('project', id);
      if (id === undefined || !now) throw new NotDone([`There is no project ${ref}`]);
      const today = await tracker.today();
      const withhold = withholding(now, await tracker.external(now), person.id, today);
      const range = asAt === undefined ? {} : { onDay: asAt };
      const project = asAt === undefined ? now : await tracker.stateAsAt('project', id, asAt);
      if (!project) throw new NotDone([`${ref} had not begun on ${asAt}`]);
      const events = await tracker.events(`project/${id}`, range);
      printJson(terminal, withhold({ ref, asAt: asAt ?? today, project, events }));
      return STATUS.ok;
    });
  },
};
