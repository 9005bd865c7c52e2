import { debtsOf } from '../debts/debts';
import { listed } from '../answers/listed';
import { counted, finding, WHOLE_CASE, type Rule } from './rule';
import { counting } from './workings';

/** Answers that are to be confirmed: nobody can decide on them, and nobody has said when. */
export const tbcDebt: Rule = {
  id: 'tbc-debt',
  title: 'TBC debt',
  severity: 'gap',
  concernsMoney: false,
  askedBy: ['sponsor-named', 'lead-named', 'benefits-measurable'],
  words: {
    looksFor: 'Answers that say TBC: people, dates, figures and texts that are wanted and not known.',
    matters:
      'A TBC is a debt. It has a date it was made on, it blocks the gate that needs the answer, and it is forgotten unless it is listed.',
    mend: 'Answer each of them, or say none; name the sponsor and the lead on the page of people.',
  },
  find(project) {
    // What a service costs is found by a rule of its own.
    const owed = debtsOf(project).filter(
      ({ key, kind }) => kind === 'tbc' && !key.startsWith('cost-baseline/'),
    );
    const [first] = owed;
    if (!first) return [];
    const words = owed.map(({ what }) => what);
    return [
      finding(tbcDebt, {
        subject: WHOLE_CASE,
        title: `${counted(owed.length, 'answer')} to be confirmed`,
        because: `TBC stands for: ${listed(words)}.`,
        facts: { owed: owed.map(({ key }) => key) },
        workings: [counting('To be confirmed', words)],
        fix: first.fix,
      }),
    ];
  },
};
