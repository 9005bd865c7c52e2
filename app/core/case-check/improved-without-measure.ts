import { isClaimed } from '../benefits/state';
import { listed } from '../answers/listed';
import { finding, type Rule } from './rule';
import { counting } from './workings';

const COMPARATIVE =
  /\b(?:improv\w*|better|enhanc\w*|increas\w*|reduc\w*|greater|fewer|faster|quicker|strengthen\w*|stronger)\b/giu;

/** A benefit is worded as a change for the better, and nothing says better by what. */
export const improvedWithoutMeasure: Rule = {
  id: 'improved-without-measure',
  title: '“Improved”, without a measure',
  severity: 'note',
  concernsMoney: false,
  askedBy: ['benefits-defined'],
  words: {
    looksFor:
      'Benefits worded “improved”, “increased”, “reduced”, “better” and the like that name no measure.',
    matters:
      '“Improved” compares something with something: without saying what is counted, any outcome can be called an improvement.',
    mend: 'Say what is counted and by how much it should change, or word the benefit without the comparison.',
  },
  find: (project) =>
    project.benefits
      .filter((benefit) => isClaimed(benefit) && !benefit.measure?.trim())
      .flatMap((benefit) => {
        const said = benefit.description.state === 'given' ? benefit.description.value : '';
        const words = [...new Set([...said.matchAll(COMPARATIVE)].map(([word]) => word.toLowerCase()))];
        if (words.length === 0) return [];
        return [
          finding(improvedWithoutMeasure, {
            subject: benefit.id,
            title: `${benefit.category}: “${words[0] ?? ''}” by what?`,
            because: `“${said.slice(0, 200)}” says ${listed(words.map((word) => `“${word}”`))} and names no measure.`,
            facts: { description: said, words },
            workings: [counting('Words that compare', words)],
            fix: { screen: 'benefits', field: 'measure', row: benefit.id },
          }),
        ];
      }),
};
