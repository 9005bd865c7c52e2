import { listed } from '../answers/listed';
import { finding, type Rule } from './rule';
import { says } from './workings';

const NAMES = { effort: 'Effort', impact: 'Impact' } as const;

/** Effort and impact are numbers of a form that names no scale. */
export const ratingWithoutScale: Rule = {
  id: 'rating-without-scale',
  title: 'Rating without a scale',
  severity: 'note',
  concernsMoney: false,
  askedBy: ['qualification-rated'],
  words: {
    looksFor: 'Ratings of effort and impact read from a form, which prints a number and no scale.',
    matters:
      'A 3 may be hard or easy, out of 4 or out of 10. Two cases rated without a scale cannot be compared.',
    mend: 'Rate effort and impact on the scale in force.',
  },
  find(project, { framework }) {
    const rated = (['effort', 'impact'] as const).flatMap((name) => {
      const { answer, fromDocument } = project.case.qualification[name];
      return answer.state === 'given' && fromDocument ? [{ name, rating: answer.value }] : [];
    });
    const [first] = rated;
    if (!first) return [];
    const scales = framework.ratingScales.filter(({ id }) => rated.some(({ name }) => name === id));
    return [
      finding(ratingWithoutScale, {
        subject: 'qualification',
        title: 'Numbers without a scale',
        because: `${listed(rated.map(({ name, rating }) => `${NAMES[name]} ${rating}`))} ${rated.length === 1 ? 'is a number' : 'are numbers'} from the form, which names no scale.`,
        facts: { rated },
        workings: scales.map(({ title, points }) =>
          says(`${title}: ${points.map((words, index) => `${index + 1} ${words}`).join(', ')}`),
        ),
        fix: { screen: 'case', field: first.name },
      }),
    ];
  },
};
