import { countedAsValidated } from '~/core/finance/series';
import { isStale, type MoneyLine } from '~/core/finance/state';
import type { Project } from '~/core/project/state';
import { goLiveDate } from '~/core/schedule/state';
import type { RecordedEvent } from '~/core/journal/event';
import { approvedAfter, bodyOf, cycleOf, holds, ledIn } from './oracle-history';
import type { Judged } from './oracle-gates';

/** When each cell and each line's terms last changed, and what finance last validated, by event number. */
export interface Ledger {
  readonly changed: Map<string, number>;
  readonly validated: Map<string, { readonly seq: number; readonly amount: number }>;
}

export const newLedger = (): Ledger => ({ changed: new Map(), validated: new Map() });
export const copyOfLedger = (ledger: Ledger): Ledger => ({
  changed: new Map(ledger.changed),
  validated: new Map(ledger.validated),
});

const cellKey = (line: string, fy: number | string) => `${line}:${fy}`;
const lineIn = (project: Project, id: string): MoneyLine | undefined =>
  project.money.lines.find((each) => each.id === id);

/** What a validation is of, beside the amount: design section 2, "Stale". */
const termsOf = (line: MoneyLine | undefined): string =>
  JSON.stringify(
    line && [
      line.kind,
      line.timing,
      line.convention,
      line.category,
      line.costCentre,
      line.startMonth,
      line.fullYearEffect,
      line.costBaseline,
      line.evidence,
      line.withdrawn !== undefined,
    ],
  );

const monthOfGoLive = (project: Project): string => (goLiveDate(project.schedule) ?? '').slice(0, 7);
const amountOfBaseline = (project: Project, id: string | undefined): string =>
  JSON.stringify(
    project.registers.costBaselines
      .filter((each) => each.id === id)
      .map((each) => [
        each.amount.state === 'given' ? each.amount.value : each.amount.state,
        each.withdrawn !== undefined,
      ]),
  );

const proposedText = (line: MoneyLine | undefined, fy: string): string => {
  const answer = line?.cells[Number(fy)]?.proposed.answer;
  return answer ? `${answer.state}:${answer.state === 'given' ? answer.value : ''}` : 'blank:';
};

/** Notes, from the states before and after one event, what of each line is no longer what it was. */
function note(ledger: Ledger, before: Project, after: Project, event: RecordedEvent): void {
  const moved = monthOfGoLive(before) !== monthOfGoLive(after);
  for (const line of after.money.lines) {
    const was = lineIn(before, line.id);
    const rests = line.timing === 'recurring' && line.startMonth === undefined && moved;
    const baseline =
      amountOfBaseline(before, line.costBaseline) !== amountOfBaseline(after, line.costBaseline);
    if (!was || termsOf(was) !== termsOf(line) || rests || baseline) ledger.changed.set(line.id, event.seq);
    for (const fy of Object.keys(line.cells))
      if (proposedText(was, fy) !== proposedText(line, fy))
        ledger.changed.set(cellKey(line.id, fy), event.seq);
  }
  if (event.type !== 'figures-validated') return;
  const { lineId, cells } = bodyOf(event);
  for (const { fy, amount } of cells!)
    ledger.validated.set(cellKey(lineId!, fy), { seq: event.seq, amount: amount! });
}

const proposedOf = (line: MoneyLine, fy: number): number => {
  const answer = line.cells[fy]?.proposed.answer;
  return answer?.state === 'given' ? answer.value : 0;
};

/** That who validated may, and that a confidence gives what it says. */
function validation(judged: Judged, event: RecordedEvent): void {
  const { done, past, fault } = judged;
  const { lineId, cells } = bodyOf(event);
  const line = lineIn(done.before, lineId!);
  const who = event.actor;
  if (!line || line.withdrawn || !line.adopted) return fault('A line that does not count was validated');
  if (!holds(past, done.external, who, 'finance', done.today)) fault(`${who} validated and is not finance`);
  const next = [0, 1, 2, 3, 4, 5].find((gate) => !approvedAfter(past).has(gate)) ?? 6;
  if (next < 6 && ledIn(past, cycleOf(past, next)).includes(who))
    fault(`${who} validated and has led the project`);
  if (line.adopted.by === who || line.termsBy === who) fault(`${who} validated a line of their own`);
  for (const { fy, amount, confidence } of cells!) {
    if (line.cells[fy]?.proposed.by === who) fault(`${who} validated what they proposed`);
    const proposed = proposedOf(line, fy);
    if (confidence === undefined || proposed < 0) continue;
    const exact = (BigInt(proposed) * BigInt(confidence) * 2n + 10_000n) / 20_000n;
    if (BigInt(amount!) !== exact) fault(`${confidence} of ${proposed} was validated as ${amount}`);
  }
}

/** That what counts is what finance validated of the proposal as it stands, and nothing else. */
function whatCounts(judged: Judged, ledger: Ledger): void {
  // A withdrawn line counts for nothing; what of it comes back with it is judged when it does.
  for (const line of judged.done.after.money.lines.filter((each) => !each.withdrawn)) {
    for (const [fy, cell] of Object.entries(line.cells)) {
      if (!cell.validated) continue;
      const kept = ledger.validated.get(cellKey(line.id, fy));
      const changed = Math.max(
        ledger.changed.get(line.id) ?? 0,
        ledger.changed.get(cellKey(line.id, fy)) ?? 0,
      );
      const where = `“${line.title}” ${fy}`;
      if (!kept) return judged.fault(`${where}: validated by nobody`);
      const counts = countedAsValidated(line, cell);
      const stale = changed > kept.seq;
      if (stale && !isStale(line, cell))
        judged.fault(`${where}: changed at ${changed}, validated at ${kept.seq}, not stale`);
      const proposed = proposedOf(line, Number(fy));
      const most =
        line.kind === 'investment'
          ? Math.max(proposed, kept.amount)
          : stale
            ? Math.min(proposed, 0)
            : kept.amount;
      if (counts > most) judged.fault(`${where}: ${counts} counts as validated, at most ${most} may`);
      if (line.kind === 'investment' && stale && counts < most)
        judged.fault(`${where}: stale investment counts as less`);
    }
  }
}

/** What a step that is no change request moved of the baseline that binds. */
function baselineBinds(judged: Judged): void {
  const { before, after, events } = judged.done;
  if (!approvedAfter(judged.past).has(3) || !approvedAfter([...judged.past, ...events]).has(3)) return;
  const byChange = events.some((each) => each.type === 'baseline-moved');
  if (byChange) return;
  const bound = before.gates.baselines.filter((each) => each.gate === 3).at(-1);
  for (const id of Object.keys(bound?.proposed ?? {})) {
    const was = lineIn(before, id);
    const is = lineIn(after, id);
    for (const fy of Object.keys(was?.cells ?? {})) {
      const [from, to] = [proposedText(was, fy), proposedText(is, fy)];
      if (from !== to && from !== 'none-unconfirmed:')
        judged.fault(`The baseline binds ${id} ${fy}: ${from} → ${to}`);
    }
    if (!was?.withdrawn && is?.withdrawn) judged.fault(`The baseline binds ${id}: withdrawn`);
  }
  for (const row of bound?.benefits ?? []) {
    const target = (project: Project) => project.benefits.find((each) => each.id === row.id);
    const [was, is] = [target(before), target(after)];
    if (was?.target !== undefined && was.target !== is?.target)
      judged.fault(`The baseline binds the target of ${row.id}`);
    if (is?.withdrawn && !was?.withdrawn && !was?.leakage)
      judged.fault(`The baseline binds ${row.id}: withdrawn`);
  }
  for (const gate of [0, 1, 2, 3, 4, 5] as const) {
    const target = (project: Project) => JSON.stringify(project.schedule.gates[gate].target.answer);
    if (target(before) !== target(after)) judged.fault(`The baseline binds the target of Gate ${gate}`);
  }
}

/** Judges what a step did to money; `states` are those before the first event and after each. */
export function judgeMoney(judged: Judged, ledger: Ledger, states: readonly Project[]): void {
  if (judged.done.events.length === 0) return;
  judged.done.events.forEach((event, index) => {
    note(ledger, states[index]!, states[index + 1]!, event);
    if (event.type === 'figures-validated') validation(judged, event);
  });
  whatCounts(judged, ledger);
  baselineBinds(judged);
}
