/** What kind of thing is wrong. */
export type WrongThing =
  | 'file'
  | 'trigger'
  | 'gap'
  | 'body'
  | 'chain'
  | 'programme-chain'
  | 'head'
  | 'state'
  | 'row'
  | 'ref'
  | 'blob'
  | 'command-log';

/** Something that is not as it was recorded: what kind, where it stands, and a sentence for a person. */
export interface Problem {
  readonly what: WrongThing;
  readonly where: string;
  readonly sentence: string;
}

/** Lets the server serve between two pages. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
