import type { Severity } from '~/core/case-check/rule';
import { MayOrWhy, type Marks } from '~/features/forms';
import { Words } from '~/features/registers/Words';
import { Details } from '~/ui/Details';
import { EmptyState } from '~/ui/EmptyState';
import { KeyFigures } from '~/ui/KeyFigures';
import { Section } from '~/ui/Section';
import { FindingArticle, type ShownFinding } from './FindingArticle';
import { SEVERITY_WORDS } from './severity';

interface RuleLink {
  readonly id: string;
  readonly title: string;
  readonly href: string;
}

export interface FindingsPageProps {
  readonly marks: Marks;
  readonly groups: readonly { readonly severity: Severity; readonly findings: readonly ShownFinding[] }[];
  readonly counts: Readonly<Record<Severity | 'settled', number>>;
  /** Rules that cannot tell, and why. */
  readonly unsure: readonly (RuleLink & { readonly because: string })[];
  readonly clean: readonly RuleLink[];
}

/** The case check: what a careful reader finds in the record, with the sums, and what was said of it. */
export function FindingsPage({ marks, groups, counts, unsure, clean }: FindingsPageProps) {
  const none = groups.every(({ findings }) => findings.length === 0);
  return (
    <>
      <KeyFigures
        items={[
          { label: 'Errors', value: counts.error, note: 'cannot be right as they stand' },
          { label: 'Gaps', value: counts.gap, note: 'a gate will ask for them' },
          { label: 'Notes', value: counts.note, note: 'a careful reader would ask' },
          { label: 'Settled', value: counts.settled, note: 'explained, and accepted where a gate reads it' },
        ]}
      />
      {none ? (
        <EmptyState title="The case check finds nothing in this record">
          Every rule was run on the record as it stands. Each change of the record runs them again.
        </EmptyState>
      ) : null}
      <WhyNotExplain groups={groups} projectRef={marks.ref} />
      {groups
        .filter(({ findings }) => findings.length > 0)
        .map(({ severity, findings }) => (
          <Section
            key={severity}
            title={SEVERITY_WORDS[severity].title}
            note={SEVERITY_WORDS[severity].means}
            id={severity}
          >
            {findings.map((found) => (
              <FindingArticle key={found.key} found={found} projectRef={marks.ref} />
            ))}
          </Section>
        ))}
      {unsure.length > 0 ? (
        <Details summary={`Rules that cannot tell yet: ${unsure.length}`}>
          <ul className="govuk-list govuk-list--bullet">
            {unsure.map(({ id, title, because, href }) => (
              <li key={id}>
                <a className="govuk-link" href={href}>
                  {title}
                </a>
                : <Words>{because}</Words>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      {clean.length > 0 ? (
        <Details summary={`Rules that find nothing here: ${clean.length}`}>
          <ul className="govuk-list govuk-list--bullet">
            {clean.map(({ id, title, href }) => (
              <li key={id}>
                <a className="govuk-link" href={href}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}

/** Why the one who looks cannot explain findings, said once and not at each. */
function WhyNotExplain({ groups, projectRef }: Pick<FindingsPageProps, 'groups'> & { projectRef: string }) {
  const whyNot = groups.flatMap(({ findings }) => findings).find((each) => each.whyNotExplain)?.whyNotExplain;
  if (!whyNot) return null;
  return (
    <MayOrWhy whyNot={whyNot} id="explain-finding-button" label="Explain a finding" projectRef={projectRef}>
      {null}
    </MayOrWhy>
  );
}
