import { dayOf, shortDay } from '~/core/time/iso-day';
import { Button } from '~/ui/Button';
import { DataTable } from '~/ui/DataTable';
import { HiddenFields } from '~/ui/HiddenFields';
import { PageHeading } from '~/ui/PageHeading';
import { Tag } from '~/ui/Tag';
import { Time } from '~/ui/Time';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { SignedInPage } from './SignedInPage';

interface ListedSession {
  readonly id: string;
  readonly created: string;
  readonly lastSeen: string;
  readonly userAgent: string;
  readonly current: boolean;
}

/** A browser's description of itself, as people would say it. */
export function browserWords(userAgent: string): string {
  const browser = /Edg\//.test(userAgent)
    ? 'Edge'
    : /Firefox\//.test(userAgent)
      ? 'Firefox'
      : /Chrome\//.test(userAgent)
        ? 'Chrome'
        : /Safari\//.test(userAgent)
          ? 'Safari'
          : 'Another program';
  const system = (/Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(userAgent)?.[0] ?? '').replace(
    'Mac OS X',
    'Mac',
  );
  return system === '' ? browser : `${browser} on ${system}`;
}

/** Where one is signed in, each to be ended. */
export function SessionsPage({ sessions }: { sessions: readonly ListedSession[] }) {
  const others = sessions.filter((each) => !each.current).length;
  return (
    <SignedInPage crumbs={[{ text: 'My work', href: '/' }, { text: 'Your sessions' }]}>
      <PageHeading title="Your sessions" />
      <p className="govuk-body">
        Everywhere you are signed in. End any that is not yours; a session not used for 12 hours ends by
        itself.
      </p>
      <DataTable
        caption="Sessions"
        captionHidden
        rows={sessions}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'where',
            header: 'Where',
            cell: ({ userAgent, current }) => (
              <>
                {browserWords(userAgent)} {current ? <Tag tone="info">This one</Tag> : null}
              </>
            ),
          },
          { key: 'since', header: 'Signed in', cell: ({ created }) => <Instant at={created} /> },
          { key: 'seen', header: 'Last used', cell: ({ lastSeen }) => <Instant at={lastSeen} /> },
          {
            key: 'end',
            header: 'End it',
            cell: ({ id, current, userAgent, created }) => (
              <form method="post" action="/account/sessions">
                <HiddenFields values={{ session: id }} />
                <Button variant="secondary" small>
                  {current ? 'Sign out here' : 'End'}
                  <VisuallyHidden>
                    {' '}
                    {browserWords(userAgent)}, since {created.slice(0, 16).replace('T', ' ')}
                  </VisuallyHidden>
                </Button>
              </form>
            ),
          },
        ]}
      />
      {others > 0 ? (
        <form method="post" action="/account/sessions">
          <Button variant="warning">End all the others</Button>
        </form>
      ) : null}
    </SignedInPage>
  );
}

/** The day in London; the clock's time in UTC, which is the same for every reader. */
function Instant({ at }: { at: string }) {
  return (
    <Time iso={at}>
      {shortDay(dayOf(at))}, {at.slice(11, 16)} UTC
    </Time>
  );
}
