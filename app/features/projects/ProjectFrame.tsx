import type { ReactNode } from 'react';
import { GateTrack, type TrackedGate } from '~/features/gate-track/GateTrack';
import { OtherDays } from '~/features/as-at/OtherDays';
import { PastBar } from '~/features/as-at/PastBar';
import { PastContext, type Past } from '~/features/as-at/past';
import { PageDone } from '~/features/shell/SignedInPage';
import { Breadcrumbs, type Breadcrumb } from '~/ui/Breadcrumbs';
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
  /** The past day shown, with everything here as it then stood. */
  readonly past?: Past;
}

const LIFE_WORDS = { open: undefined, held: 'On hold', closed: 'Closed', completed: 'Completed' } as const;

/** The section a path of a project lies in: the longest that fits, so that `/gates/3` is of Gates. */
export function sectionAt(ref: string, path: string): ProjectSection | undefined {
  const below = path.replace(/\/$/, '').slice(projectPath(ref).length);
  return PROJECT_SECTIONS.find((each) =>
    each.path === '' ? below === '' : below === each.path || below.startsWith(`${each.path}/`),
  );
}

/** What a page below a section's own page is called, by the address below it; each step is a page. */
const BELOW: readonly (readonly [RegExp, (...found: string[]) => readonly string[]])[] = [
  [/^\/gates\/(\d)$/, (gate) => [`Gate ${gate}`]],
  [/^\/gates\/(\d)\/pack$/, (gate) => [`Gate ${gate}`, 'The pack']],
  [/^\/history\/(\d+)$/, (seq) => [`Event ${seq}`]],
  [/^\/case\/original$/, () => ['The original']],
  [/^\/finance\/lines\/[^/]+$/, () => ['Money line']],
  [/^\/findings\/[^/]+$/, () => ['A rule']],
];

/** Pages of a project that lie in no section: what they are called, by their address below it. */
const BESIDE: Readonly<Record<string, string>> = {
  '/debts': 'Answers owed',
  '/compare': 'Two days compared',
};

/** The way up from a page of a project: every step but the last is a link. */
export function crumbsAt(ref: string, path: string): Breadcrumb[] {
  const here = sectionAt(ref, path);
  const way: { text: string; href: string }[] = [
    { text: 'Projects', href: '/projects' },
    { text: ref, href: projectPath(ref) },
  ];
  const below = path.replace(/\/$/, '').slice(projectPath(ref).length);
  const beside = BESIDE[below];
  if (beside) way.push({ text: beside, href: path });
  if (here && here.path !== '') {
    way.push({ text: here.text, href: projectPath(ref, here.path) });
    for (const [pattern, names] of BELOW) {
      const found = pattern.exec(below);
      if (!found) continue;
      const parts = below.split('/');
      const steps = names(...found.slice(1));
      steps.forEach((text, index) =>
        way.push({
          text,
          href: projectPath(ref, parts.slice(0, parts.length - (steps.length - 1 - index)).join('/')),
        }),
      );
    }
  }
  return way.map(({ text, href }, index) => (index === way.length - 1 ? { text } : { text, href }));
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
  const { ref, title, theme, department, stage, life, rag, gates, past } = head;
  const here = sectionAt(ref, path);
  return (
    <Page before={<Breadcrumbs items={crumbsAt(ref, path)} />}>
      <PageDone />
      {past ? (
        <PastBar
          {...past}
          path={path}
          compareHref={projectPath(ref, `/compare?from=${past.day}&to=${past.today}`)}
        />
      ) : null}
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
      <GateTrack gates={gates} brief={here?.path !== ''} label={`Gates of ${ref}`} />
      <SectionNav
        label="Project"
        items={PROJECT_SECTIONS.map((section) => ({
          text: section.text,
          href: projectPath(ref, section.path),
          current: section === here,
        }))}
      />
      <PastContext.Provider value={past}>{children}</PastContext.Provider>
      {past || path.endsWith('/compare') ? null : (
        <OtherDays path={path} compareHref={projectPath(ref, '/compare')} />
      )}
    </Page>
  );
}
