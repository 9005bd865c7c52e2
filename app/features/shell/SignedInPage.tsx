import { useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { DoneNotice } from '~/features/forms/DoneNotice';
import { useSentBack } from '~/features/forms/use-typed';
import { Breadcrumbs, type Breadcrumb } from '~/ui/Breadcrumbs';
import { Page } from '~/ui/Page';

export interface SignedInPageProps {
  /** The way up; the last is the page itself. */
  crumbs?: readonly Breadcrumb[];
  children: ReactNode;
}

/** The main part of a page outside a project: breadcrumbs, the notice of what was done, then the page. */
export function SignedInPage({ crumbs, children }: SignedInPageProps) {
  return (
    <Page before={crumbs ? <Breadcrumbs items={crumbs} /> : undefined}>
      <PageDone />
      {children}
    </Page>
  );
}

/** The notice of what was just done; not on a page that came back from a form. */
export function PageDone() {
  const shell = useRouteLoaderData('routes/_app') as { done?: string } | undefined;
  const sentBack = useSentBack();
  return sentBack ? null : <DoneNotice>{shell?.done}</DoneNotice>;
}
