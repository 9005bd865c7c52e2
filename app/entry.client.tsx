import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { PageRequestContext, readPageRequest, watchFailures } from './incident';

const pageRequest = readPageRequest();
watchFailures();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageRequestContext.Provider value={pageRequest}>
        <RemixBrowser />
      </PageRequestContext.Provider>
    </StrictMode>,
  );
});
