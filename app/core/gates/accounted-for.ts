import { holdsRole, menderFor } from '../access/may';
import { isClaimed } from '../benefits/state';
import type { Context } from '../command/context';
import { refusal, type Mender, type Refusal } from '../command/refusal';
import { standing, type Row } from '../project/row';
import type { Project } from '../project/state';
import { isOpen } from '../risks/state';
import { assess } from './assess';
import { nextGate } from './hands';
import type { Outcome } from './outcome';

const ids = (kind: string, rows: readonly Row[]): readonly string[] =>
  standing(rows).map((row) => `${kind}:${row.id}`);

/** Every row that criteria judge, by what makes it one: a benefit while it is claimed, a risk while it is open. */
const judgedRows = ({ registers, money, schedule, benefits, risks }: Project): readonly string[] => [
  ...ids('line', money.lines),
  ...ids('deliverable', schedule.deliverables),
  ...ids('milestone', schedule.milestones),
  ...ids('benefit', benefits),
  ...ids('claimed', benefits.filter(isClaimed)),
  ...ids('risk', risks.filter(isOpen)),
  ...Object.values(registers).flatMap((rows) => (Array.isArray(rows) ? ids('row', rows as Row[]) : [])),
];

/** Ids of the rows that stood before a command and do not after it. */
function gone(before: Project, after: Project): ReadonlySet<string> {
  const left = new Set(judgedRows(after));
  return new Set(
    judgedRows(before).flatMap((row) => (left.has(row) ? [] : [row.slice(row.indexOf(':') + 1)])),
  );
}

/** What a criterion says against the rows that go; of a criterion that passes once they are gone, all it says. */
function against(was: Outcome, is: Outcome | undefined, rows: ReadonlySet<string>) {
  const named = was.obstacles.filter(({ fix }) => fix.row !== undefined && rows.has(fix.row));
  return named.length > 0 || !is?.passes ? named : was.obstacles;
}

/**
 * That no criterion passes because what failed it was taken away: while a criterion that stops the next gate fails on a
 * row, or would pass without it, only the sponsor takes the row out, whatever kind of row it is and whatever the command.
 */
export function unaccounted(before: Project, after: Project, context: Context): readonly Refusal[] {
  const gate = nextGate(before);
  const rows = gate === undefined ? new Set<string>() : gone(before, after);
  const { external, actor, today } = context;
  if (gate === undefined || rows.size === 0) return [];
  if (holdsRole(external.directory, actor.person, 'sponsor', before, today)) return [];
  const outcomes = new Map(assess(after, gate, external, today).map((each) => [each.criterion, each]));
  return assess(before, gate, external, today)
    .filter((was) => !was.passes)
    .flatMap((was) => {
      const obstacles = against(was, outcomes.get(was.criterion), rows);
      const [first] = obstacles;
      if (!first) return [];
      const because = obstacles.map((each) => each.because).join(' ');
      const by: readonly Mender[] = [...first.by, menderFor('sponsor', before)];
      return [
        refusal(
          'not-permitted',
          `It stops Gate ${gate}: ${because} Mend that, or have the sponsor take it out.`,
          { criterion: was.criterion, fix: first.fix, by },
        ),
      ];
    });
}
