import { riskMovements, type ComparedWith, type RiskMovement, type RiskPlace } from '~/core/risks/movement';
import type { RiskScheme } from '~/core/risks/score';
import { rowById } from '~/core/project/row';
import { shortDay } from '~/core/time/iso-day';
import type { LoadedProject } from './load-project';

type Tone = 'good' | 'bad' | 'warn' | 'info' | 'neutral';

const WORSE_FIRST: readonly RiskMovement['how'][] = [
  'worse',
  'new',
  'cannot-tell',
  'across',
  'better',
  'closed',
  'same',
];

function sinceWords(since: ComparedWith): string {
  if (since.kind === 'pack') return `since Gate ${since.gate}’s pack of ${shortDay(since.frozenOn)}`;
  return since.kind === 'no-gate'
    ? 'No gate is approved yet: there is nothing to compare with.'
    : `No pack of Gate ${since.gate} is kept here: there is nothing to compare with.`;
}

const placeWords = (place: RiskPlace | undefined, scheme: RiskScheme): string | undefined =>
  place &&
  `${place.score}: ${place.likelihood} ${scheme.likelihood[place.likelihood - 1] ?? ''}, ${place.impact} ${scheme.impact[place.impact - 1] ?? ''}`;

/** How a risk moved, on its tag. */
function tagOf(
  { how, then, now }: RiskMovement,
  withdrawn: boolean,
): { readonly tone: Tone; readonly text: string } {
  const by = Math.abs((now?.score ?? 0) - (then?.score ?? 0));
  switch (how) {
    case 'worse':
      return { tone: 'bad', text: `Worse by ${by}` };
    case 'better':
      return { tone: 'good', text: `Better by ${by}` };
    case 'across':
      return { tone: 'neutral', text: 'Moved, same score' };
    case 'same':
      return { tone: 'neutral', text: 'Where it was' };
    case 'new':
      return { tone: 'warn', text: 'New' };
    case 'closed':
      return { tone: 'info', text: withdrawn ? 'Withdrawn' : 'Closed' };
    case 'cannot-tell':
      return { tone: 'neutral', text: 'Cannot tell' };
  }
}

const plural = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** The map in a sentence or two, for people who hear it. */
function inWords(risks: readonly RiskMovement[], since: ComparedWith): string {
  const count = (how: RiskMovement['how']) => risks.filter((each) => each.how === how).length;
  const open = risks.length - count('closed');
  const moved =
    since.kind === 'pack'
      ? `Since Gate ${since.gate}: ${count('worse')} worse, ${count('better')} better, ${count('new')} new, ${count('closed')} closed, ${count('same') + count('across')} with the same score.`
      : sinceWords(since);
  return `${plural(open, 'open risk')} by likelihood and impact. ${moved} The same places are in the table.`;
}

/** How the risks moved since the last approved gate: what the picture is drawn from, and its table. */
export function riskMovementOf({ project, external }: LoadedProject) {
  const scheme = external.framework.riskScheme;
  const { since, risks } = riskMovements(project, scheme);
  const compared = since.kind === 'pack';
  return {
    since: sinceWords(since),
    compared,
    thenHeader: compared ? `At Gate ${since.gate}` : '',
    description: inWords(risks, since),
    risks: risks.map(({ id, ref, how, then, now }) => ({ key: id, ref, how, then, now })),
    rows: [...risks]
      .sort((a, b) => WORSE_FIRST.indexOf(a.how) - WORSE_FIRST.indexOf(b.how))
      .map((each) => {
        const risk = rowById(project.risks, each.id);
        return {
          id: each.id,
          ref: each.ref,
          risk: risk?.risk ?? '',
          then: placeWords(each.then, scheme),
          now: placeWords(each.now, scheme),
          open: each.how !== 'closed',
          tag: tagOf(each, risk?.withdrawn !== undefined),
          why: risk?.withdrawn?.why ?? risk?.closed?.why,
        };
      }),
  };
}
