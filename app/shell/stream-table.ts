import type { ProgrammeSettings } from '~/core/command/context';
import type { PersonFacts } from '~/core/access/directory';
import type { FrameworkVersion } from '~/core/gates/framework';
import type { StreamKind, StreamName } from '~/core/journal/event';
import type { Folded, StreamDefinition } from '~/core/journal/stream';
import type { IsoDay } from '~/core/time/iso-day';

/** What the shell reads of the streams that decisions of other streams depend on. */
export interface PersonFolded extends Folded {
  readonly facts: PersonFacts;
}
export interface ProgrammeFolded extends Folded {
  readonly settings: ProgrammeSettings;
  /** The day a demonstration has been moved to. */
  readonly day?: IsoDay;
}
export interface FrameworkFolded extends Folded {
  readonly versions: readonly FrameworkVersion[];
}

/** The definitions of every kind of stream: what the store is opened with. */
export interface StreamTable {
  readonly project: StreamDefinition<Folded>;
  readonly programme: StreamDefinition<ProgrammeFolded>;
  readonly framework: StreamDefinition<FrameworkFolded>;
  readonly person: StreamDefinition<PersonFolded>;
}

/** The state of one kind of stream in a table of definitions. */
export type StateOf<T extends StreamTable, K extends StreamKind> = ReturnType<T[K]['empty']>;

/** A definition seen without its own state's type, as the shell handles every kind alike. */
export const definitionOf = (streams: StreamTable, kind: StreamKind): StreamDefinition<Folded> =>
  streams[kind];

/** Kind and id of a stream's name. Throws on a name no stream can have. */
export function partsOfName(stream: StreamName): { readonly kind: StreamKind; readonly id: string } {
  if (stream === 'programme') return { kind: 'programme', id: 'programme' };
  const [kind, id] = stream.split('/', 2);
  if ((kind === 'project' || kind === 'framework' || kind === 'person') && id) return { kind, id };
  throw new Error(`${stream} is not the name of a stream`);
}
