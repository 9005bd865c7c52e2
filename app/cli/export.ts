import { parseArgs } from 'node:util';
import { isIsoDay } from '~/core/time/iso-day';
import { NotDone, noMore, printJson, STATUS, UsageError, wanted, type Verb } from './terminal';
import { holder, mustExist, withTracker } from './with-tracker';

/** Writes a project out as JSON: its record and every event it is the fold of. */
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
      await holder(tracker, terminal, values.token);
      const id = await tracker.projectByRef(ref);
      if (id === undefined) throw new NotDone([`There is no project ${ref}`]);
      const range = asAt === undefined ? {} : { onDay: asAt };
      const project =
        asAt === undefined
          ? await tracker.readState('project', id)
          : await tracker.stateAsAt('project', id, asAt);
      if (!project) throw new NotDone([`${ref} had not begun on ${asAt}`]);
      printJson(terminal, {
        ref,
        asAt: asAt ?? (await tracker.today()),
        project,
        events: await tracker.events(`project/${id}`, range),
      });
      return STATUS.ok;
    });
  },
};
