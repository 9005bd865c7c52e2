// npm run bench: what the record costs as it grows, as ratios of one run. A time of its own means nothing on another
// machine; how much more is paid for twenty times as much does.
import { historyOf } from '~/server/page/history/history-page';
import { listAsked, projectList } from '~/server/page/project-list';
import { programmeCompare } from '~/server/page/programme-compare';
import { overviewOf } from '~/server/page/overview';
import { verify } from '~/shell/verify';
import { makeRecord, type Made } from './record';

const SMALL = { projects: 20, changes: 50 };
const LARGE = { projects: 400, changes: 1_000 };

interface Measure {
  readonly what: string;
  /** How much more the large record may cost. */
  readonly limit: number;
  readonly rounds: number;
  readonly work: (made: Made) => Promise<unknown>;
}

const MEASURES: readonly Measure[] = [
  {
    what: 'a command on a project with 20 times the history, among 20 times the projects',
    limit: 2,
    rounds: 40,
    work: (made) => made.change(),
  },
  {
    what: 'a project loaded for a page, changed just before',
    limit: 2,
    rounds: 40,
    work: async (made) => {
      await made.change();
      await made.load();
    },
  },
  {
    what: 'its overview',
    limit: 2,
    rounds: 40,
    work: async (made) => overviewOf(await made.load(), { tbc: 0, blank: 0 }),
  },
  {
    what: 'the first page of the projects',
    limit: 3,
    rounds: 40,
    work: (made) => projectList(made.context, listAsked('http://localhost/projects', made.context.today)),
  },
  {
    what: 'a search through the projects',
    limit: 6,
    rounds: 20,
    work: (made) =>
      projectList(
        made.context,
        listAsked('http://localhost/projects?q=service&sort=title', made.context.today),
      ),
  },
  {
    what: 'a project as at a day, folded from its first event (linear: 20)',
    limit: 25,
    rounds: 10,
    work: async (made) => {
      await made.change();
      await made.load(`?asAt=${made.context.today}`);
    },
  },
  {
    what: 'the first page of the projects as at a day',
    limit: 3,
    rounds: 20,
    work: (made) =>
      projectList(
        made.context,
        listAsked(`http://localhost/projects?asAt=${made.context.today}`, made.context.today),
      ),
  },
  {
    what: 'the programme on two days, a colour for each project (linear: 20)',
    // The small one's states all fit what is kept of those read lately.
    limit: 60,
    rounds: 3,
    work: (made) => {
      const { today } = made.context;
      return programmeCompare(made.context, new URLSearchParams({ from: today, to: today }));
    },
  },
  {
    what: 'the first page of the history, told from the first event (linear: 20)',
    limit: 25,
    rounds: 10,
    work: async (made) => historyOf(await made.load(), made.context, new URLSearchParams()),
  },
  {
    what: 'the whole record verified (linear: 20)',
    limit: 25,
    rounds: 2,
    work: (made) => verify(made.tracker),
  },
];

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timed(measure: Measure, made: Made): Promise<number> {
  const begun = performance.now();
  await measure.work(made);
  return performance.now() - begun;
}

const [small, large] = [
  await makeRecord(SMALL.projects, SMALL.changes),
  await makeRecord(LARGE.projects, LARGE.changes),
];
process.stdout.write(
  `Small: ${SMALL.projects} projects, ${SMALL.changes} changes. Large: ${LARGE.projects} and ${LARGE.changes}.\n\n`,
);
let over = 0;
for (const measure of MEASURES) {
  const times = { small: [] as number[], large: [] as number[] };
  // Turn about, so that whatever else the machine does falls on both.
  for (let round = 0; round < measure.rounds; round += 1) {
    times.small.push(await timed(measure, small));
    times.large.push(await timed(measure, large));
  }
  const [few, many] = [median(times.small), median(times.large)];
  const ratio = many / few;
  if (ratio > measure.limit) over += 1;
  process.stdout.write(
    `${ratio > measure.limit ? 'OVER ' : 'ok   '}${ratio.toFixed(2).padStart(6)} × (limit ${measure.limit})  ` +
      `${few.toFixed(1)} ms → ${many.toFixed(1)} ms  ${measure.what}\n`,
  );
}
await small.remove();
await large.remove();
process.exit(over > 0 ? 1 : 0);
