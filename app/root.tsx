import type { MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorMessage, errorWords } from './error-page';
import { IncidentMeta, usePageRequest } from './incident';
import '~/ui/styles/main.scss';

export const meta: MetaFunction = ({ error }) => [
  { title: `${error ? `${errorWords(error).title} – ` : ''}Programme tracker` },
];

// GOV.UK Frontend's own line; styles for parts that need scripts wait for these classes.
const MARK_SCRIPTS =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, still } = usePageRequest();
  return (
    <html lang="en" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <IncidentMeta />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
      </head>
      <body className="govuk-template__body" suppressHydrationWarning>
        {still ? null : (
          <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: MARK_SCRIPTS }} />
        )}
        {children}
        {still ? null : <ScrollRestoration nonce={nonce} />}
        {still ? null : <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorMessage error={useRouteError()} />;
}
