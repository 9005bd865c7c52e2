import { TEXT_FIELDS, type TextField } from '../case/state';
import { listed } from '../answers/listed';
import { counted, finding, WHOLE_CASE, type Rule } from './rule';
import { counting } from './workings';

/** Fields of the form that are no question to the case: what it says of its stage and people, and notes under tables. */
const NOT_ASKED: readonly TextField[] = [
  'stageStated',
  'sponsorStated',
  'leadStated',
  'savingsNote',
  'mtfsCaveat',
];

const ASKED = (Object.keys(TEXT_FIELDS) as TextField[]).filter((field) => !NOT_ASKED.includes(field));

/** Questions of the form that nobody has answered, not even with "none" or TBC. */
export const undefinedAnswers: Rule = {
  id: 'undefined-answers',
  title: 'Undefined answers',
  severity: 'gap',
  concernsMoney: false,
  askedBy: ['scope-answered', 'identity-recorded', 'opportunity-stated', 'stakeholders-recorded'],
  words: {
    looksFor: 'Fields of the form that are blank: neither given, nor none, nor to be confirmed.',
    matters:
      'A blank is not “none”. Where out of scope is blank, everything is in scope, and nobody has said so.',
    mend: 'Answer each field, or say none. A gate can tell the two apart.',
  },
  find(project) {
    const blank = ASKED.filter((field) => project.case.text[field].answer.state === 'blank');
    const ratings = (['effort', 'impact'] as const).filter(
      (name) => project.case.qualification[name].answer.state === 'blank',
    );
    const fields = [...blank, ...ratings];
    const labels = [
      ...blank.map((field) => TEXT_FIELDS[field].label),
      ...ratings.map((name) => (name === 'effort' ? 'Effort' : 'Impact')),
    ];
    const [first] = fields;
    if (first === undefined) return [];
    return [
      finding(undefinedAnswers, {
        subject: WHOLE_CASE,
        title: `${counted(fields.length, 'answer')} left blank`,
        because: `${listed(labels)} ${fields.length === 1 ? 'is' : 'are'} blank: nobody has answered, not even with “none”.`,
        facts: { fields },
        workings: [counting('Blank', labels)],
        fix: { screen: 'case', field: first },
      }),
    ];
  },
};
