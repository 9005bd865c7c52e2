import { createContext, useContext } from 'react';

export type PageRequest = {
  /** Of the page's Content-Security-Policy. */
  nonce: string;
  /** Names the request that drew the page, in the log and to the reader. */
  incident: string;
  /** Whether the page is drawn once and for all, without scripts: a page of a past day. */
  still?: boolean;
};

export const PageRequestContext = createContext<PageRequest>({ nonce: '', incident: '' });

/** The request that drew this page: its nonce and its incident id. */
export const usePageRequest = (): PageRequest => useContext(PageRequestContext);

const META = 'request-id';
let lastFailure: string | undefined;

/** The meta element from which the browser learns the incident id the server drew the page under. */
export function IncidentMeta() {
  return <meta name={META} content={usePageRequest().incident} />;
}

/** In the browser: the request as the drawn page tells it, read before React takes the page over. */
export function readPageRequest(): PageRequest {
  const incident = document.querySelector<HTMLMetaElement>(`meta[name="${META}"]`)?.content ?? '';
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  return { nonce, incident };
}

/** In the browser: remembers the id of the last answer that failed, for pages drawn without a full load. */
export function watchFailures(): void {
  const fetchNow = window.fetch.bind(window);
  window.fetch = async (...request) => {
    const response = await fetchNow(...request);
    if (response.status >= 500) lastFailure = response.headers.get('X-Request-Id') ?? undefined;
    return response;
  };
}

/** The id to show with a failure: of the last failed answer, else of the page itself. */
export function useIncident(): string {
  const { incident } = usePageRequest();
  return lastFailure ?? incident;
}
