import { z } from 'zod';
import { lineSchema, textSchema } from '../answers/text';
import { acceptUnless } from '../command/command';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import { saysSomething } from '../registers/fields';
import { TAKING_PART } from './commands-attachments';
import { notStandingOne, notTheirsToWithdraw } from './commands-attestations';
import { behindInput, standBehind } from './standing-behind';

const signOff = projectCommand({
  name: 'sign-off',
  title: 'Sign off',
  purpose: 'The role a criterion names signs it off; it takes the place of an earlier sign-off.',
  who: TAKING_PART,
  input: z.object(behindInput),
  reads: ['evidence', 'gates', 'case', 'schedule', 'finance', 'risks', 'registers', 'people'],
  decide(project, { criterion, gate, note, particulars }, context) {
    const behind = standBehind(project, { criterion, gate, particulars }, 'sign-off', context);
    return acceptUnless(behind.refusals, () => [
      happened('criterion-signed-off', {
        signOffId: context.ids(),
        criterion,
        gate,
        particulars: behind.particulars,
        rests: behind.rests,
        words: { note, particulars: behind.inWords },
      }),
    ]);
  },
});

const withdrawSignOff = projectCommand({
  name: 'withdraw-sign-off',
  title: 'Withdraw sign-off',
  purpose: 'Withdraws a sign-off with the reason.',
  who: TAKING_PART,
  input: z.object({ signOffId: lineSchema(100), why: saysSomething(textSchema(10_000)) }),
  reads: ['evidence'],
  decide(project, { signOffId, why }, context) {
    const one = project.evidence.signOffs.find((each) => each.id === signOffId);
    return acceptUnless(
      [...notStandingOne(one, 'sign-off'), ...notTheirsToWithdraw(project, one, context)],
      () => [happened('sign-off-withdrawn', { signOffId, words: { why } })],
    );
  },
});

/** The commands about sign-offs. */
export const signOffCommands: readonly ProjectCommand[] = [signOff, withdrawSignOff];
