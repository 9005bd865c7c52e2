import { ensureBuilt } from '../scripts/steps.mjs';

/** Before the first story: the pages as the sources now are. */
export default ensureBuilt;
