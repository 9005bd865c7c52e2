import type { ReactNode } from 'react';
import { GateTrack, type TrackedGate } from '~/features/gate-track/GateTrack';
import { PageDone } from '~/features/shell/SignedInPage';
import { Breadcrumbs } from '~/ui/Breadcrumbs';
import { Page } from '~/ui/Page';
import { PageHeading } from '~/ui/PageHeading';
import { SectionNav } from '~/ui/SectionNav';
import { RagTag } from './RagTag';
import type { RagByRule } from '~/core/gates/rag';
import { projectPath, PROJECT_SECTIONS, type ProjectSection } from './sections';

/** What stands above every page of a project. */
export interface ProjectHead {
  readonly ref: string;
  readonly title: string;
  readonly theme: string | undefined;
  readonly department: string | undefined;
  readonly stage: string;
  readonly life: 'open' | 'held' | 'closed' | 'completed';
  readonly rag: RagByRule;
  readonly gates: readonly TrackedGate[];
}

const LIFE_WORDS = { open: undefined, held: 'On hold', closed: 'Closed', completed: 'Completed' } as const;

/** The section a path of a project lies in: the longest that fits, so that `/gates/3` is of Gates. */
export function sectionAt(ref: string, path: string): ProjectSection | undefined {
  const below = path.replace(/\/$/, '').slice(projectPath(ref).length);
  return PROJECT_SECTIONS.find((each) =>
    each.path === '' ? below === '' : below === each.path || below.startsWith(`${each.path}/`),
  );
}

/** Heading, gate track and navigation of a project around one of its pages. */
export function ProjectFrame({
  head,
  path,
  children,
}: {
  head: ProjectHead;
  path: string;
  children: ReactNode;
}) {
  const { ref, title, theme, department, stage, life, rag, gates } = head;
  const here = sectionAt(ref, path);
  const crumbs = [{ text: 'Projects', href: '/projects' }];
  const up =
    !here || here.path === ''
      ? [{ text: ref }]
      : [{ text: ref, href: projectPath(ref) }, { text: here.text }];
  return (
    <Page before={<Breadcrumbs items={[...crumbs, ...up]} />}>
      <PageDone />
      <PageHeading
        reference={ref}
        title={title}
        meta={
          <>
            {[theme, department].filter(Boolean).map((words) => (
              <span key={words}>{words} · </span>
            ))}
            <strong>{stage}</strong> {LIFE_WORDS[life] ? <strong>· {LIFE_WORDS[life]} </strong> : null}
            <RagTag rag={rag} />
          </>
        }
      />
      <GateTrack gates={gates} label={`Gates of ${ref}`} />
      <SectionNav
        label="Project"
        items={PROJECT_SECTIONS.map((section) => ({
          text: section.text,
          href: projectPath(ref, section.path),
          current: section === here,
        }))}
      />
      {children}
    </Page>
  );
}
