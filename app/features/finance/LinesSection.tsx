import type { WhyNot } from '~/core/command/sent-back';
import { FindingNotes, ofRow, type FindingNote } from '~/features/findings/FindingNotes';
import { MayOrWhy } from '~/features/forms';
import { projectPath, rowAnchor } from '~/features/projects/sections';
import { ButtonLink } from '~/ui/ButtonLink';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Tag } from '~/ui/Tag';
import { CellTable } from './CellTable';
import type { LineCardShown } from './types';

function LineHead({ line }: { line: LineCardShown }) {
  return (
    <>
      <h3 className="app-line__title">
        <a className="govuk-link" href={line.href} dir="auto">
          {line.title}
        </a>{' '}
        {line.tags.map((tag) => (
          <span key={tag.text}>
            <Tag tone={tag.tone}>{tag.text}</Tag>{' '}
          </span>
        ))}
      </h3>
      <p className="app-line__note">
        {line.nil ? `${line.words}. ${line.nil}. ` : `${line.terms.join(' · ')}. `}
        <a className="govuk-link" href={line.adoption.href}>
          {line.adoption.text}
        </a>
        .
      </p>
    </>
  );
}

interface LineCardProps {
  line: LineCardShown;
  years: readonly string[];
  findings: readonly FindingNote[];
}

function LineCard({ line, years, findings }: LineCardProps) {
  return (
    <article className="app-line" id={rowAnchor(line.id)} aria-label={line.title}>
      <LineHead line={line} />
      <FindingNotes findings={ofRow(findings, line.id)} />
      {line.nil || line.withdrawn ? null : (
        <>
          <CellTable caption={`${line.title}: figures as written`} years={years} rows={line.rows} />
          <p className="app-line__note">
            {line.evidence.length > 0
              ? `Evidence: ${line.evidence.join(', ')}. `
              : 'No evidence attached yet. '}
            {line.onward ? `Owned from here by ${line.onward}. ` : ''}
            <a className="govuk-link" href={line.href}>
              Open the line: its terms, its figures and what can be done
            </a>
          </p>
        </>
      )}
    </article>
  );
}

export interface LinesSectionProps {
  lines: readonly LineCardShown[];
  years: readonly string[];
  findings: readonly FindingNote[];
  whyNotAdd: WhyNot | undefined;
  projectRef: string;
}

/** Every saving, income and investment: those that claim something in full, the nil ones in a sentence each. */
export function LinesSection({ lines, years, findings, whyNotAdd, projectRef }: LinesSectionProps) {
  const ordered = [...lines].sort((a, b) => rank(a) - rank(b));
  return (
    <Section title="Money lines" id="lines" note={lines.length}>
      <span id="investment" />
      <span id="no-cost-of-change" />
      <span id="convention" />
      {lines.length === 0 ? (
        <EmptyState title="There is no money line yet">
          Add the first saving, income or investment; or declare below that the case claims no saving.
        </EmptyState>
      ) : null}
      {ordered.map((line) => (
        <LineCard key={line.id} line={line} years={years} findings={findings} />
      ))}
      <MayOrWhy whyNot={whyNotAdd} id="add-line-button" label="Add a money line" projectRef={projectRef}>
        <ButtonLink href={`${projectPath(projectRef, '/finance')}?edit=add-line#edit`} variant="secondary">
          Add a money line
        </ButtonLink>
      </MayOrWhy>
    </Section>
  );
}

const rank = (line: LineCardShown): number => (line.withdrawn ? 2 : line.nil ? 1 : 0);
