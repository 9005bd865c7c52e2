import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { PageRequestContext, readPageRequest, watchFailures } from './incident';

const pageRequest = readPageRequest();
watchFailures();

/**
 * Waits until Remix has decoded the data the page came with. Remix decodes it in its first render and suspends
 * meanwhile; a click or a key in that moment makes React draw at once, which may not suspend, and the page would break
 * (React's errors 426 and 345). Called like this the first render does nothing but begin the decoding.
 */
async function dataDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    // Anything but the wait is thrown again when the page is drawn, where it has a boundary.
    if (thrown instanceof Promise) await thrown;
  }
}

void dataDecoded().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageRequestContext.Provider value={pageRequest}>
          <RemixBrowser />
        </PageRequestContext.Provider>
      </StrictMode>,
    );
  }),
);
