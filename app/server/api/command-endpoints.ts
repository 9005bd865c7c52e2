import { z } from 'zod';
import type { StreamKind } from '~/core/journal/event';
import { PROGRAMME } from '~/core/programme/state';
import { versionOf } from '../problem';
import { beginning, commandsOn } from './commands-on';
import { checkedFile } from './file-endpoint';
import { endpoint, type ApiCall } from './endpoint';
import { pointerOf } from './faults';
import { commandIdOf, giveCommand, inputOf, type Ready } from './give-command';
import { openedProject } from './open-project';
import { apiProblem, invalid, notFound, PROBLEM_TYPES, type ProblemType } from './problem-types';
import { doneSchema } from './schemas';

const GIVEN: readonly ProblemType[] = [
  'unreadable',
  'not-permitted',
  'not-found',
  'too-slow',
  'command-id-used',
  'stale',
  'too-large',
  'unsupported-media-type',
  'refused',
  'version-wanted',
  'busy',
];

/** The stream a command is for: its id, what it is called, and what its reader may not see. */
type Target = Pick<Ready, 'named' | 'withhold'> & { readonly id: string };

async function give(call: ApiCall, kind: StreamKind, target: Target): Promise<Response> {
  const { request, params } = call;
  const command = commandsOn(kind).find((each) => each.name === params['name']);
  if (!command) return notFound('There is no such command here. /api/v1/openapi.json lists all there are.');
  const expectedVersion = versionOf(request.headers.get('if-match'));
  if (expectedVersion === undefined)
    return apiProblem('version-wanted', PROBLEM_TYPES['version-wanted'].means);
  const commandId = commandIdOf(call);
  const input = await inputOf(request, command);
  const unfit = command.name === 'attach-file' ? await checkedFile(call.context.tracker, input) : undefined;
  return unfit ?? giveCommand(call, { command, input, expectedVersion, commandId, ...target });
}

const location = (path: string) => async () => ({ location: `/api/v1${path}` });

const onProject = endpoint({
  name: 'give-project-command',
  method: 'POST',
  path: '/projects/{ref}/commands/{name}',
  title: 'Give a command on a project',
  purpose:
    'Decides a command on a project and records what follows; nothing is changed unless the answer is 200.',
  answers: doneSchema,
  problems: GIVEN,
  commandsOn: 'project',
  async handle(call) {
    const { project, withhold } = await openedProject(call);
    const named = async () => ({ ref: project.ref, location: `/api/v1/projects/${project.ref}` });
    return give(call, 'project', { id: project.id, named, withhold });
  },
});

const onProgramme = endpoint({
  name: 'give-programme-command',
  method: 'POST',
  path: '/programme/commands/{name}',
  title: 'Give a command on the programme',
  purpose: 'Decides a command on the programme’s names, settings, day and redactions.',
  answers: doneSchema,
  problems: GIVEN,
  commandsOn: 'programme',
  handle: (call) => give(call, 'programme', { id: PROGRAMME, named: location('/programme') }),
});

const onPerson = endpoint({
  name: 'give-person-command',
  method: 'POST',
  path: '/people/{id}/commands/{name}',
  title: 'Give a command on a person',
  purpose: 'Decides a command on a person’s name, roles, delegations or account.',
  answers: doneSchema,
  problems: GIVEN,
  commandsOn: 'person',
  async handle(call) {
    const id = call.params['id'] ?? '';
    if (!(await call.context.tracker.readState('person', id))) return notFound('There is nobody of this id.');
    return give(call, 'person', { id, named: location(`/people/${id}`) });
  },
});

const onFramework = endpoint({
  name: 'give-framework-command',
  method: 'POST',
  path: '/frameworks/{id}/commands/{name}',
  title: 'Give a command on a framework',
  purpose: 'Publishes the next version of a gate framework.',
  answers: doneSchema,
  problems: GIVEN,
  commandsOn: 'framework',
  async handle(call) {
    const id = call.params['id'] ?? '';
    if (!(await call.context.tracker.readState('framework', id)))
      return notFound('There is no framework of this id.');
    return give(call, 'framework', { id, named: location(`/frameworks/${id}`) });
  },
});

const register = beginning('register-person');
const registerPerson = endpoint({
  name: register.name,
  method: 'POST',
  path: '/people',
  title: register.title,
  purpose: register.purpose,
  takes: [{ mediaType: 'application/json', schema: register.input }],
  answers: doneSchema,
  status: 201,
  problems: GIVEN.filter((each) => !['version-wanted', 'stale', 'not-found'].includes(each)),
  async handle(call) {
    const commandId = commandIdOf(call);
    const input = await inputOf(call.request, register);
    const named = async (id: string) => ({ location: `/api/v1/people/${id}` });
    return giveCommand(call, { command: register, input, commandId, named });
  },
});

const publish = beginning('publish-framework');
/** The id becomes the name of a stream, so it is short and plain. */
const frameworkId = z.object({
  framework: z.object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'The id has up to 40 small letters, digits and dashes'),
  }),
});
const publishFramework = endpoint({
  name: publish.name,
  method: 'POST',
  path: '/frameworks',
  title: publish.title,
  purpose: publish.purpose,
  takes: [{ mediaType: 'application/json', schema: publish.input }],
  answers: doneSchema,
  status: 201,
  problems: GIVEN.filter((each) => !['version-wanted', 'stale', 'not-found'].includes(each)),
  async handle(call) {
    const commandId = commandIdOf(call);
    const input = await inputOf(call.request, publish);
    const faults = frameworkId.safeParse(input).error?.issues ?? [];
    if (faults.length > 0)
      return invalid(faults.map(({ path, message }) => ({ pointer: pointerOf(path), message })));
    const { id } = frameworkId.parse(input).framework;
    return giveCommand(call, {
      command: publish,
      id,
      input,
      commandId,
      named: location(`/frameworks/${id}`),
    });
  },
});

/** The endpoints that give commands by name, and begin people and frameworks. */
export const commandEndpoints = [
  onProject,
  onProgramme,
  onPerson,
  onFramework,
  registerPerson,
  publishFramework,
];
