import { describe, expect, it } from 'vitest';
import { refusedAll } from '~/core/testing/scenario';
import { RULE_6 } from './refused-conditions';
import { MOVES_REFUSED, RULES_1_TO_4 } from './refused-gates';
import { RULE_8, RULE_9 } from './refused-later';
import { RULE_5 } from './refused-people';

const ALL = [...RULES_1_TO_4, ...MOVES_REFUSED, ...RULE_5, ...RULE_6, ...RULE_8, ...RULE_9];

describe('the rules of the workflow', () => {
  it.each(ALL.map((row) => [row.rule, row.says, row.reason, row] as const))(
    'rule %s refuses %s: %s',
    (_rule, _says, reason, row) => {
      const story = row.from();
      const input = row.input(story.project, story.context.today);
      const outcome = story.when(row.command, input, row.giving);
      expect(refusedAll(outcome.decision)).toContain(reason);
      const meant = outcome.refusals.filter((each) => each.reason === reason);
      expect(meant.map((each) => each.because).join(' ')).toMatch(row.words ?? /\S/);
    },
  );
});
