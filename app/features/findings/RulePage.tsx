import type { Severity } from '~/core/case-check/rule';
import { EmptyState } from '~/ui/EmptyState';
import { RowList } from '~/ui/RowList';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { SEVERITY_TAGS, SEVERITY_WORDS } from './severity';

export interface RulePageProps {
  readonly path: string;
  readonly title: string;
  readonly severity: Severity;
  readonly words: { readonly looksFor: string; readonly matters: string; readonly mend: string };
  readonly readBy: string | undefined;
  readonly acceptedBy: string;
  readonly found: readonly {
    readonly key: string;
    readonly title: string;
    readonly because: string;
    readonly settled: boolean;
    readonly href: string;
  }[];
}

/** A rule of the case check in words: what it looks for, why it matters, how it is mended, and what it finds here. */
export function RulePage({ path, title, severity, words, readBy, acceptedBy, found }: RulePageProps) {
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
            { key: 'Which criterion reads it', value: readBy ?? 'None: it stops no gate by itself.' },
            { key: 'Who accepts an explanation', value: `${acceptedBy}, never who wrote it` },
          ]}
        />
      </Section>
      <Section title="What it finds in this project now">
        {found.length === 0 ? (
          <EmptyState title="Nothing">The record as it stands gives this rule no cause.</EmptyState>
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
