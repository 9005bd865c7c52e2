import { useActionData } from '@remix-run/react';
import { shortDay, dayOf } from '~/core/time/iso-day';
import { InsetText } from '~/ui/InsetText';
import { Callout } from '~/ui/Callout';

/** A secret handed over by an action; nothing keeps it. */
export interface Secret {
  readonly what: 'invitation' | 'token';
  readonly secret: string;
  readonly name: string;
  readonly expires: string;
  readonly person?: string;
}

/** What the page's last form handed over, if it did. */
export function useShown(): Secret | undefined {
  const back: unknown = useActionData();
  return back && typeof back === 'object' && 'shown' in back ? (back as { shown: Secret }).shown : undefined;
}

/** The secret that was just made, shown this once, with what to do with it. */
export function ShownOnce() {
  const shown = useShown();
  if (!shown) return null;
  const until = shortDay(dayOf(shown.expires));
  return (
    <div role="status" id="shown-once">
      {shown.what === 'invitation' ? (
        <Callout
          tone="good"
          heading={`Invitation for ${shown.name}`}
          intro={`Hand this link to them yourself. It is shown this once, works once and until ${until}; with it they choose a password that nobody else knows.`}
        >
          <InsetText>
            <span className="app-code">{shown.secret}</span>
          </InsetText>
          {shown.person ? (
            <p className="govuk-body">
              <a className="govuk-link" href={`/accounts/${shown.person}`}>
                Go to the account of {shown.name}
              </a>
            </p>
          ) : null}
        </Callout>
      ) : (
        <Callout
          tone="good"
          heading={`Token “${shown.name}”`}
          intro={`Copy it now: it is shown this once. It works until ${until}. Whoever has it acts with your rights.`}
        >
          <InsetText>
            <span className="app-code">{shown.secret}</span>
          </InsetText>
          <p className="govuk-body">
            Send it with each request to the API: <span className="app-code">Authorization: Bearer</span> and
            the token, or set it as TRACKER_TOKEN for the command line.
          </p>
        </Callout>
      )}
    </div>
  );
}
