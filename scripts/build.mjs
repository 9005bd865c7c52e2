// npm run build: the pages, unless the last build was of these very sources.
import { ensureBuilt } from './steps.mjs';

await ensureBuilt();
