import { Difference } from '~/ui/Difference';
import { Section } from '~/ui/Section';
import type { ChangedSinceView } from './gate-view';

/** What differs from the picture kept at the gate before; nothing where there is none. */
export function ChangedSince({
  changed,
  now = 'Now',
}: {
  changed: ChangedSinceView | undefined;
  now?: string;
}) {
  if (!changed) return null;
  const title = `What changed since Gate ${changed.since}`;
  return (
    <Section title={title} id="changed">
      {changed.rows.length === 0 ? (
        <p className="govuk-body">
          Nothing: the proposed and validated figures, the dates, the benefits, the objectives, the scope and
          the preferred option are as they were.
        </p>
      ) : (
        <Difference
          caption={title}
          captionHidden
          headers={{ what: 'Figure', before: `At Gate ${changed.since}`, after: now }}
          rows={changed.rows}
          numeric
        />
      )}
    </Section>
  );
}
