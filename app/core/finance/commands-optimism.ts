import { z } from 'zod';
import { accept, acceptUnless } from '../command/command';
import type { Context } from '../command/context';
import type { Refusal } from '../command/refusal';
import { basisPointsSchema } from '../money/pence';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { standing } from '../project/row';
import type { Project } from '../project/state';
import { MOST_UPLIFT } from './events-validation';
import { whyField } from './inputs';
import { leadDoesNot, ownWork } from './obstacles';

const UPLIFT = 'What is added to investment must be from 0% to 300%';

const upliftSchema = z.int({ error: UPLIFT }).min(0, { error: UPLIFT }).max(MOST_UPLIFT, { error: UPLIFT });

/** That nobody allows for optimism in figures of their own. */
function ownProposal(project: Project, context: Context): readonly Refusal[] {
  const me = context.actor.person;
  const own = standing(project.money.lines).some(
    (line) => line.adopted?.by === me || Object.values(line.cells).some(({ proposed }) => proposed.by === me),
  );
  return own ? [ownWork(context, 'set it', 'proposed figures of the case')] : [];
}

export const setOptimismBias = projectCommand({
  name: 'set-optimism-bias',
  title: 'Set the allowance for optimism bias',
  purpose:
    'Finance says, in hundredths of a per cent, how much investment is taken to cost more and savings to bring less in the appraisal; the series stay as they are.',
  who: ['finance'],
  input: z.object({ investment: upliftSchema, savings: basisPointsSchema, why: whyField }),
  reads: ['finance'],
  decide(project, { investment, savings, why }, context) {
    const refusals = [
      ...leadDoesNot(project, context, 'allow for optimism'),
      ...ownProposal(project, context),
    ];
    const now = project.money.optimismBias;
    if (refusals.length === 0 && now?.investment === investment && now.savings === savings && now.why === why)
      return accept();
    return acceptUnless(refusals, () => [
      happened('optimism-bias-set', { investment, savings, words: { why } }),
    ]);
  },
});

/** Commands of the appraisal. */
export const optimismCommands = [setOptimismBias];
