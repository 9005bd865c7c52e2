import type { Project } from '../app/core/project/state';
import type { Part, Step } from '../app/core/testing/whole-way-step';
import { Demonstration, freshPort } from './demonstration';

interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

type Given = Readonly<Partial<Record<Part, { readonly token: string; readonly person: string }>>>;

/** A demonstration whose record is brought on through the API, with a token for every part: so a story can be long. */
export class OwnTracker extends Demonstration {
  private given: Given = {};

  constructor() {
    super(freshPort());
  }

  /** Starts the server, and makes a token for every part. */
  override async start(): Promise<void> {
    await super.start();
    const { status, out, err } = await this.script('e2e/give-tokens.ts');
    if (status !== 0) throw new Error(`No tokens: ${err}`);
    this.given = JSON.parse(out) as Given;
  }

  private async call(path: string, as: Part, sent?: { body: unknown; version: number }): Promise<Answered> {
    const answer = await fetch(`http://localhost:${this.port}/api/v1${path}`, {
      headers: {
        Authorization: `Bearer ${this.given[as]?.token}`,
        ...(sent ? { 'Content-Type': 'application/json', 'If-Match': `"${sent.version}"` } : {}),
      },
      ...(sent ? { method: 'POST', body: JSON.stringify(sent.body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  /** The record of a project, as the API gives it. */
  async project(ref: string): Promise<Project> {
    return (await this.call(`/projects/${ref}`, 'pmo')).body['record'] as Project;
  }

  /** Brings a document in under a ref of its own. */
  async importAs(ref: string, document: string): Promise<void> {
    const answer = await fetch(`http://localhost:${this.port}/api/v1/projects?ref=${ref}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.given.pmo?.token}`, 'Content-Type': 'text/plain' },
      body: document,
    });
    if (answer.status !== 201) throw new Error(`Not imported: ${await answer.text()}`);
  }

  /** Moves the day by its command. */
  async moveDay(to: string): Promise<void> {
    const { body } = await this.call('/programme', 'pmo');
    const sent = { body: { to }, version: Number(body['version']) };
    const answer = await this.call('/programme/commands/move-day', 'pmo', sent);
    if (answer.status !== 200) throw new Error(`The day did not move: ${JSON.stringify(answer.body)}`);
  }

  /** Gives a step's command with the token of its part, its input read off the record as it stands; throws unless it goes as told. */
  async give(ref: string, step: Step): Promise<void> {
    const project = await this.project(ref);
    const body = step.input(project, (part) => this.given[part]?.person ?? '');
    const sent = { body, version: project.version };
    const answer = await this.call(`/projects/${ref}/commands/${step.command}`, step.as, sent);
    const expected = step.refused ? answer.status === 403 || answer.status === 422 : answer.status === 200;
    if (!expected) {
      throw new Error(`${step.day} ${step.as}, ${step.story}: ${JSON.stringify(answer.body)}`);
    }
  }
}
