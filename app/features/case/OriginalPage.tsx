import { shortDay } from '~/core/time/iso-day';
import { projectPath } from '~/features/projects/sections';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';

export interface OriginalPageProps {
  readonly projectRef: string;
  readonly name: string;
  readonly sha256: string;
  readonly by: string;
  readonly day: string;
  /** Undefined where the document's file is not kept. */
  readonly lines: readonly { readonly text: string; readonly unplaced: boolean }[] | undefined;
}

/** The document a record came from, word for word, with line numbers to hold the record against. */
export function OriginalPage({ projectRef, name, sha256, by, day, lines }: OriginalPageProps) {
  return (
    <Section
      title={`The original: ${name}`}
      actions={
        <a className="govuk-link app-no-print" href={projectPath(projectRef, '/case#source')}>
          Back to the case
        </a>
      }
    >
      <p className="govuk-body app-muted">
        Taken in by {by}, {shortDay(day)}. SHA-256 <span className="app-code">{sha256}</span>
      </p>
      {lines ? (
        <ol className="app-source">
          {lines.map(({ text, unplaced }, index) => (
            <li key={index} value={index + 1} id={`line-${index + 1}`}>
              <span className="app-plain-text" dir="auto">
                {text}
              </span>
              {unplaced ? <Tag tone="warn">Not placed</Tag> : null}
            </li>
          ))}
        </ol>
      ) : (
        <EmptyState title="The file of this document is not kept">
          <p className="govuk-body">
            The record keeps what was read of it, and the digest above to know it again by.
          </p>
        </EmptyState>
      )}
    </Section>
  );
}
