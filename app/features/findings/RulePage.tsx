import type { Severity } from '~/core/case-check/rule';
import { EmptyState } from '~/ui/EmptyState';
import { RowList } from '~/ui/RowList';
import { Section } from '~/ui/Section';
import { SummaryList, type SummaryRow } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { SEVERITY_TAGS, SEVERITY_WORDS } from './severity';

export interface RulePageProps {
  readonly path: string;
  readonly title: string;
  readonly severity: Severity;
  readonly words: { readonly looksFor: string; readonly matters: string; readonly mend: string };
  readonly readBy: string | undefined;
  /** Criteria that ask for the same thing by themselves. */
  readonly askedBy: readonly string[];
  readonly acceptedBy: string | undefined;
  readonly cannotTell: string | undefined;
  readonly found: readonly {
    readonly key: string;
    readonly title: string;
    readonly because: string;
    readonly settled: boolean;
    readonly href: string;
  }[];
}

/** What reads or asks for the same thing at a gate, and whose acceptance an explanation needs. */
function askedRows({ readBy, askedBy, acceptedBy }: RulePageProps): readonly SummaryRow[] {
  return [
    { key: 'Which criterion reads it', value: readBy ?? 'None: it stops no gate by itself.' },
    ...(askedBy.length > 0
      ? [
          {
            key: 'What asks for the same',
            value: (
              <ul className="govuk-list govuk-!-margin-bottom-0">
                {askedBy.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    {
      key: 'Who accepts an explanation',
      value: acceptedBy
        ? `${acceptedBy}, never who wrote it`
        : 'Nobody has to: it is kept with who gave it, and lapses when the facts change.',
    },
  ];
}

/** A rule of the case check in words: what it looks for, why it matters, how it is mended, and what it finds here. */
export function RulePage(props: RulePageProps) {
  const { path, title, severity, words, found, cannotTell } = props;
  const tag = SEVERITY_TAGS[severity];
  return (
    <>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={path}>
          Back to the case check
        </a>
      </p>
      <Section title={title} note="a rule of the case check">
        <SummaryList
          rows={[
            { key: 'What it looks for', value: words.looksFor },
            { key: 'Why it matters', value: words.matters },
            { key: 'How to mend it', value: words.mend },
            {
              key: 'Severity',
              value: (
                <>
                  <Tag tone={tag.tone}>{tag.text}</Tag> {SEVERITY_WORDS[severity].means}
                </>
              ),
            },
            ...askedRows(props),
          ]}
        />
      </Section>
      <Section title="What it finds in this project now">
        {found.length === 0 ? (
          <EmptyState title={cannotTell === undefined ? 'Nothing' : 'It cannot tell yet'}>
            {cannotTell ?? 'The record as it stands gives this rule no cause.'}
          </EmptyState>
        ) : (
          <RowList
            rows={found.map(({ key, title: what, because, settled, href }) => ({
              key,
              tag: settled ? { tone: 'good', text: 'Settled' } : tag,
              title: what,
              href,
              detail: because,
            }))}
          />
        )}
      </Section>
    </>
  );
}
