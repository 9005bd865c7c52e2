import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { PROGRAMME } from '~/core/programme/state';
import type { Project } from '~/core/project/state';
import type { Step } from '~/core/testing/whole-way-step';
import type { Answer } from '~/shell/answer';
import { accountByEmail } from '~db/queries/accounts';
import { DEMONSTRATION_PEOPLE, demonstrationEmail } from '../demonstration-people';
import { firstStart } from '../first-start';
import { openTracker, type Tracker } from '../tracker';

const DAY = '2023-10-01';

/** A demonstration's record on a file of its own, brought on by steps of the whole way. */
export class WalkedTracker {
  private constructor(
    readonly tracker: Tracker,
    readonly dataDir: string,
    private readonly people: ReadonlyMap<string, string>,
  ) {}

  /** Opens RX-004 as imported on 1 October 2023. */
  static async open(): Promise<WalkedTracker> {
    const dataDir = mkdtempSync(join(tmpdir(), 'tracker-walked-'));
    const tracker = await openTracker({ dataDir, demoToday: DAY, mode: 'demonstration' });
    await firstStart(tracker, { mode: 'demonstration', demoPassword: 'walked-password', demoToday: DAY });
    const people = new Map<string, string>();
    for (const { key } of DEMONSTRATION_PEOPLE) {
      const account = await accountByEmail(tracker.db, demonstrationEmail(key));
      if (account) people.set(key, account.person);
    }
    return new WalkedTracker(tracker, dataDir, people);
  }

  /** The id of the demonstration's person of this key: 'pmo', 'auditor'. */
  person(key: string): string {
    const person = this.people.get(key);
    if (person === undefined) throw new Error(`Nobody plays ${key}`);
    return person;
  }

  /** The first record as it stands. */
  async project(): Promise<Project> {
    const id = (await this.tracker.projectByRef('RX-004')) ?? '';
    const project = await this.tracker.readState('project', id);
    if (!project) throw new Error('RX-004 is not there');
    return project;
  }

  /** Moves the day on, as PMO. */
  async moveDay(to: string): Promise<void> {
    if (to <= (await this.tracker.today())) return;
    const actor = { person: this.person('pmo'), through: 'session' as const };
    const moved = await this.tracker.run({
      command: 'move-day',
      kind: 'programme',
      id: PROGRAMME,
      input: { to },
      commandId: uuidv7(),
      actor,
    });
    if (moved.kind !== 'ok') throw new Error(`The day did not move: ${JSON.stringify(moved)}`);
  }

  /** Gives a command on the project at its version as it stands. */
  async give(command: string, as: string, input: unknown): Promise<Answer> {
    const project = await this.project();
    return this.tracker.run({
      command,
      kind: 'project',
      id: project.id,
      input,
      expectedVersion: project.version,
      commandId: uuidv7(),
      actor: { person: this.person(as), through: 'session' },
    });
  }

  /** Takes steps in order; throws when one goes otherwise than told. */
  async walk(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      await this.moveDay(step.day);
      const input = step.input(await this.project(), (part) => this.person(part));
      const answer = await this.give(step.command, step.as, input);
      if ((answer.kind === 'ok') === (step.refused !== undefined))
        throw new Error(`${step.day} ${step.as}, ${step.story}: ${JSON.stringify(answer)}`);
    }
  }

  async close(): Promise<void> {
    await this.tracker.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
