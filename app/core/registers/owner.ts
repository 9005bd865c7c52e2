import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';

/** Refuses to name somebody who is not listed or whose account is not active. */
export const notActivePerson = (
  person: string | undefined,
  context: Pick<Context, 'external'>,
  field = 'owner',
): readonly Refusal[] =>
  person === undefined || context.external.directory[person]?.active
    ? []
    : [
        refusal('unknown-person', 'Name somebody who is listed and whose account is active.', {
          field,
          by: [{ role: 'administrator' }],
        }),
      ];
