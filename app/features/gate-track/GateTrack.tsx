import { classNames } from '~/ui/class-names';
import { Tag, type Outcome } from '~/ui/Tag';
import { VisuallyHidden } from '~/ui/VisuallyHidden';

export type GateStanding = 'approved' | 'submitted' | 'current' | 'future' | 'closed';

export interface TrackedGate {
  /** 0 to 5. */
  number: number;
  name: string;
  /** As it is to be read: "Sep 2024". */
  dateText: string;
  outcomes: readonly Outcome[];
  standing: GateStanding;
  href?: string;
}

export interface GateTrackProps {
  gates: readonly TrackedGate[];
  /** For rows of a list: markers and one line of where it stands. */
  compact?: boolean;
  /** On a phone the markers and one line of where it stands; in full wherever there is room. */
  brief?: boolean;
  /** Names the list for people who hear the page. */
  label?: string;
}

const STANDING_WORDS: Record<GateStanding, string> = {
  approved: 'approved',
  submitted: 'submitted, being decided',
  current: 'next to be decided',
  future: 'not reached',
  closed: 'closed, will not be decided',
};

const isCurrent = (gate: TrackedGate) => gate.standing === 'current' || gate.standing === 'submitted';

function Sign({ gate }: { gate: TrackedGate }) {
  if (gate.standing === 'approved') {
    return (
      <svg width="14" height="14" viewBox="0 0 14 14" focusable="false">
        <path d="M2 7.5l3.4 3.4L12 3.6" fill="none" stroke="currentColor" strokeWidth="2.4" />
      </svg>
    );
  }
  return gate.standing === 'closed' ? <>×</> : <>{gate.number}</>;
}

const stepProps = (gate: TrackedGate, here: TrackedGate | undefined) => ({
  className: `app-steps__step app-steps__step--${gate.standing}`,
  'aria-current': gate === here ? ('step' as const) : undefined,
});

function FullStep({ gate, here }: { gate: TrackedGate; here: TrackedGate | undefined }) {
  const words = (
    <>
      <VisuallyHidden>Gate {gate.number}: </VisuallyHidden>
      {gate.name}
    </>
  );
  return (
    <li {...stepProps(gate, here)}>
      <span className="app-steps__marker" aria-hidden="true">
        <Sign gate={gate} />
      </span>
      <span className="app-steps__name">{gate.href ? <a href={gate.href}>{words}</a> : words}</span>
      <VisuallyHidden>, {STANDING_WORDS[gate.standing]}, </VisuallyHidden>
      <span className="app-steps__date">{gate.dateText}</span>
      {gate.outcomes.length > 0 ? (
        <span className="app-steps__outcomes">
          {gate.outcomes.map((outcome) => (
            <Tag key={outcome.text} tone={outcome.tone}>
              {outcome.text}
            </Tag>
          ))}
        </span>
      ) : null}
    </li>
  );
}

function CompactStep({ gate, here }: { gate: TrackedGate; here: TrackedGate | undefined }) {
  const words = [
    `Gate ${gate.number}: ${gate.name}, ${STANDING_WORDS[gate.standing]}, ${gate.dateText}`,
    ...gate.outcomes.map((outcome) => outcome.text),
  ].join(', ');
  const sign = (
    <>
      <span aria-hidden="true">
        <Sign gate={gate} />
      </span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </>
  );
  return (
    <li {...stepProps(gate, here)}>
      {gate.href ? (
        <a className="app-steps__marker" href={gate.href} title={words}>
          {sign}
        </a>
      ) : (
        <span className="app-steps__marker" title={words}>
          {sign}
        </span>
      )}
    </li>
  );
}

function Where({ gate }: { gate: TrackedGate | undefined }) {
  if (!gate) return null;
  const outcomes = gate.outcomes.map((outcome) => outcome.text).join(', ');
  return (
    <span className="app-steps__where" aria-hidden="true">
      Gate {gate.number} {gate.name} · {gate.dateText}
      {outcomes ? ` · ${outcomes}` : ''}
    </span>
  );
}

/**
 * The six gates with their dates, outcomes and where we stand: across the page from 700 pixels and in print,
 * down it on a phone. The first gate submitted or current carries aria-current="step".
 */
export function GateTrack({ gates, compact, brief, label = 'Gates' }: GateTrackProps) {
  const here = gates.find(isCurrent);
  if (compact) {
    return (
      <div>
        <ol className="app-steps app-steps--compact" aria-label={label}>
          {gates.map((gate) => (
            <CompactStep key={gate.number} gate={gate} here={here} />
          ))}
        </ol>
        <Where gate={here} />
      </div>
    );
  }
  return (
    <div className={classNames('app-steps__frame', brief && 'app-steps__frame--brief')}>
      <ol className={classNames('app-steps', brief && 'app-steps--brief')} aria-label={label}>
        {gates.map((gate) => (
          <FullStep key={gate.number} gate={gate} here={here} />
        ))}
      </ol>
      {brief ? (
        <div className="app-steps__brief-where">
          <Where gate={here} />
        </div>
      ) : null}
    </div>
  );
}
