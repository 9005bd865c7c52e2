import type { Fix } from '~/core/command/refusal';
import { fixHref, projectPath } from '~/features/projects/sections';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { EmptyState } from '~/ui/EmptyState';
import { PageHeading } from '~/ui/PageHeading';
import { RowList } from '~/ui/RowList';
import { Section } from '~/ui/Section';

interface Waiting {
  readonly key: string;
  readonly ref: string;
  readonly project: string;
  readonly fix: Fix;
  readonly title: string;
  readonly detail?: string;
  readonly when?: string;
  readonly late?: boolean;
}

export interface MyWorkPageProps {
  readonly name: string;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly things: readonly Waiting[];
    readonly more: number;
  }[];
}

/** What waits for whoever is signed in, the most pressing first. */
export function MyWorkPage({ name, groups }: MyWorkPageProps) {
  return (
    <SignedInPage>
      <PageHeading title="What waits for me" meta={name} />
      {groups.length === 0 ? (
        <EmptyState
          title="Nothing waits for you"
          action={
            <a className="govuk-link" href="/projects">
              Look at the projects
            </a>
          }
        >
          Appointments, decisions, conditions and figures that are yours to deal with appear here.
        </EmptyState>
      ) : null}
      {groups.map(({ id, title, things, more }) => (
        <Section key={id} id={id} title={title} note={String(things.length + more)}>
          <RowList rows={things.map(rowOf)} />
          {more > 0 ? <p className="govuk-body app-muted">And {more} more.</p> : null}
        </Section>
      ))}
    </SignedInPage>
  );
}

function rowOf({ key, ref, project, fix, title, detail, when, late }: Waiting) {
  return {
    key,
    title,
    href: fixHref(ref, fix),
    ...(late ? { tag: { tone: 'bad' as const, text: 'Overdue' } } : {}),
    detail: (
      <>
        <a className="govuk-link" href={projectPath(ref)}>
          {ref}
        </a>
        {project ? ` ${project}` : ''}
        {detail ? ` · ${detail}` : ''}
      </>
    ),
    aside: when,
  };
}
