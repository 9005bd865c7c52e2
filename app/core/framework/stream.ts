import { z } from 'zod';
import { decideWithRights } from '../access/stream';
import { acceptUnless, type Command } from '../command/command';
import { refusal, type Refusal } from '../command/refusal';
import { frameworkVersionSchema, type FrameworkVersion } from '../gates/framework';
import { eventKind } from '../journal/event';
import type { StreamDefinition } from '../journal/stream';
import { emptyFramework, type FrameworkState } from './state';

const on = eventKind<FrameworkState>();

/** The kinds of event of a framework's stream. A version names nobody, so nothing of it stands under `words`. */
export const frameworkEvents = {
  'framework-published': on({
    v: 1,
    section: 'framework',
    body: z.object({ framework: frameworkVersionSchema }),
    evolve: (state, { framework }) => ({ ...state, versions: [...state.versions, framework] }),
    says: ({ framework }) => ({ sentence: `${framework.title}, version ${framework.version} published` }),
  }),
};

const repeated = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];

function notNext(state: FrameworkState, framework: FrameworkVersion): readonly Refusal[] {
  const next = (state.versions.at(-1)?.version ?? 0) + 1;
  const twice = repeated(framework.criteria.map(({ id }) => id));
  return [
    ...(framework.id === state.id
      ? []
      : [
          refusal('contradiction', `This is framework ${framework.id}, published to ${state.id}.`, {
            field: 'framework.id',
          }),
        ]),
    ...(framework.version === next
      ? []
      : [refusal('contradiction', `The next version is ${next}.`, { field: 'framework.version' })]),
    ...twice.map((id) =>
      refusal('duplicate', `The criterion ${id} stands in it twice.`, { field: 'framework.criteria' }),
    ),
  ];
}

type FrameworkCommand = Command<FrameworkState, { framework: FrameworkVersion }>;

const published = {
  stream: 'framework',
  who: ['pmo', 'system'],
  input: z.object({ framework: frameworkVersionSchema }),
  reads: 'exact',
  decide: (state: FrameworkState, { framework }: { framework: FrameworkVersion }) =>
    acceptUnless(notNext(state, framework), () => [
      { type: 'framework-published', v: frameworkEvents['framework-published'].v, body: { framework } },
    ]),
} as const;

export const publishFramework: FrameworkCommand = {
  ...published,
  name: 'publish-framework',
  title: 'Publish a framework',
  purpose: 'Publishes the first version of a gate framework.',
  begins: true,
};

export const publishFrameworkVersion: FrameworkCommand = {
  ...published,
  name: 'publish-framework-version',
  title: 'Publish a framework version',
  purpose:
    'Publishes the next version of a gate framework; projects keep theirs until they are moved on purpose.',
};

/** A framework's stream: everything the shell needs of it. */
export const frameworkStream: StreamDefinition<FrameworkState> = {
  kind: 'framework',
  foldVersion: 1,
  events: frameworkEvents,
  upcasters: {},
  commands: [publishFramework, publishFrameworkVersion],
  empty: emptyFramework,
  decide: decideWithRights,
};
