import type { ReactNode } from 'react';
import { formatDay, type IsoDay } from '~/core/time/iso-day';
import { Button } from '~/ui/Button';
import { Footer } from '~/ui/Footer';
import { Header } from '~/ui/Header';
import { NoticeBar } from '~/ui/NoticeBar';
import { SkipLink } from '~/ui/SkipLink';
import { SERVICE } from './title';

/** What is true of every page of one who is signed in. */
export interface ShellData {
  readonly programme: string;
  readonly organisation: string;
  readonly demonstration: boolean;
  readonly today: IsoDay;
  readonly user: {
    readonly name: string;
    readonly roles: readonly string[];
    /** Whether accounts and redactions are theirs to see: administrators and auditors. */
    readonly keepsAccounts: boolean;
  };
}

export interface ShellProps {
  data: ShellData;
  /** The path of the page, to mark where one is. */
  path: string;
  children: ReactNode;
}

const PLACES = [
  { text: 'My work', href: '/', at: /^\/$/ },
  { text: 'Projects', href: '/projects', at: /^\/(projects(\/|$)|debts$|compare$)/ },
];

const ACCOUNTS = { text: 'Accounts', href: '/accounts', at: /^\/accounts(\/|$)/ };

const OWN_PLACES = [
  { text: 'Your account', href: '/account' },
  { text: 'Your sessions', href: '/account/sessions' },
  { text: 'Gate rules', href: '/framework' },
];

/** Header, demonstration banner and footer around a page of one who is signed in. */
export function Shell({ data, path, children }: ShellProps) {
  const { programme, organisation, demonstration, today, user } = data;
  const places = user.keepsAccounts ? [...PLACES, ACCOUNTS] : PLACES;
  const own = user.keepsAccounts ? [...OWN_PLACES, { text: 'Redactions', href: '/redactions' }] : OWN_PLACES;
  return (
    <>
      <SkipLink />
      <Header
        service={SERVICE}
        organisation={programme}
        nav={places.map(({ text, href, at }) => ({ text, href, current: at.test(path) }))}
        user={{
          name: user.name,
          note: user.roles.length > 0 ? user.roles.join(', ') : 'No role across the programme',
          links: own.map((link) => ({ ...link, current: path === link.href })),
          children: (
            <form method="post" action="/sign-out">
              <Button variant="quiet">Sign out</Button>
            </form>
          ),
        }}
      />
      {demonstration ? <DemonstrationBanner today={today} /> : null}
      {children}
      <Footer>{organisation}</Footer>
    </>
  );
}

/** Says that known accounts are on, which day it is, and how to move it. */
export function DemonstrationBanner({ today, signedOut }: { today: IsoDay; signedOut?: boolean }) {
  return (
    <NoticeBar
      label="Demonstration"
      action={
        signedOut ? undefined : (
          <a className="govuk-link" href="/demonstration/day">
            Move to another day
          </a>
        )
      }
    >
      Demonstration accounts are on. Today is <strong>{formatDay(today)}</strong>.
    </NoticeBar>
  );
}
