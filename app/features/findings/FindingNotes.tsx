import type { Severity } from '~/core/case-check/rule';
import { Words } from '~/features/registers/Words';
import { Details } from '~/ui/Details';
import { Tag } from '~/ui/Tag';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { Sums } from './Sums';
import { countedFindings, SETTLED, SEVERITY_TAGS } from './severity';

/** A finding as it is read where it is mended. */
export interface FindingNote {
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  readonly because: string;
  readonly arithmetic: readonly string[];
  readonly row: string | undefined;
  readonly field: string | undefined;
  readonly settled: boolean;
  /** Who explained it and how, where somebody did. */
  readonly said: string | undefined;
  /** Where it is explained. */
  readonly href: string;
}

/** What the case check says of one field or row, beside it: what is open and more than a note at once, the rest folded. */
export function FindingNotes({ findings }: { findings: readonly FindingNote[] }) {
  const folded = findings.filter(({ settled, severity }) => settled || severity === 'note');
  const shown = findings.filter((each) => !folded.includes(each));
  if (findings.length === 0) return null;
  return (
    <div className="app-notes">
      <List findings={shown} />
      {folded.length > 0 ? (
        <Details
          summary={`${shown.length > 0 ? 'The case check also has' : 'The case check has'} ${inWords(folded)}`}
        >
          <List findings={folded} />
        </Details>
      ) : null}
    </div>
  );
}

/** "2 notes, 1 settled finding". */
function inWords(findings: readonly FindingNote[]): string {
  const settled = findings.filter((each) => each.settled).length;
  const notes = findings.length - settled;
  return [
    ...(notes > 0 ? [countedFindings('note', notes)] : []),
    ...(settled > 0 ? [`${settled} settled ${settled === 1 ? 'finding' : 'findings'}`] : []),
  ].join(', ');
}

function List({ findings }: { findings: readonly FindingNote[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="app-notes__list" aria-label="What the case check says here">
      {findings.map((each) => (
        <li key={each.key} className="app-notes__note" id={`note-${each.key}`}>
          <Note finding={each} />
        </li>
      ))}
    </ul>
  );
}

/** Those of a page's findings that are about one row. */
export const ofRow = (findings: readonly FindingNote[], row: string): readonly FindingNote[] =>
  findings.filter((each) => each.row === row);

function Note({ finding }: { finding: FindingNote }) {
  const { severity, title, because, arithmetic, settled, said, href } = finding;
  const tag = settled ? SETTLED : SEVERITY_TAGS[severity];
  return (
    <>
      <p className="app-notes__said">
        <Tag tone={tag.tone}>{tag.text}</Tag>{' '}
        <strong>
          <Words>{title}</Words>
        </strong>
        {'. '}
        <Words>{because}</Words>{' '}
        <a className="govuk-link" href={href}>
          {said ? 'Read the explanation' : 'Explain it'}
          <VisuallyHidden>: {title}</VisuallyHidden>
        </a>
      </p>
      {said ? (
        <p className="app-notes__said app-muted">
          <Words>{said}</Words>
        </p>
      ) : null}
      {arithmetic.length > 0 ? (
        <Details summary="The arithmetic">
          <Sums steps={arithmetic} of={title} />
        </Details>
      ) : null}
    </>
  );
}
