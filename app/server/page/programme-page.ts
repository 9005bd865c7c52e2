import type { AppLoadContext } from '@remix-run/node';
import { may } from '~/core/access/may';
import { PROGRAMME } from '~/core/programme/state';
import type { WhyNot } from '~/core/command/sent-back';
import { commandNamed } from '~/core/streams';
import { requireActor } from '../require-actor';
import type { PageArgs, PageMarks } from './load-project';
import { whyNot } from './shown-refusal';

/** Marks for forms that begin a stream: there is no version to have seen. */
export const marksOfNew = ({
  newCommandId,
}: AppLoadContext): Omit<PageMarks, 'version'> & { version: number } => ({
  ref: '',
  version: 0,
  stamp: newCommandId(),
});

/** Marks for forms on the programme itself. */
export async function marksOfProgramme(context: AppLoadContext): Promise<PageMarks> {
  const programme = await context.tracker.readState('programme', PROGRAMME);
  return { ref: '', version: programme?.version ?? 0, stamp: context.newCommandId() };
}

/** Why a command outside any project is not for the one who looks; undefined when it is. */
export async function whyNotGive({ request, context }: PageArgs, name: string): Promise<WhyNot | undefined> {
  const actor = requireActor(request, context);
  const command = commandNamed(name);
  if (!command) throw new Error(`There is no command ${name}`);
  const { directory } = await context.tracker.external();
  return whyNot(may(command, actor, directory, context.today), directory);
}
