import { projectProjection } from './project';
import type { Projection } from './projection';

/** Every projection there is: what the store is opened with. */
export const projections: readonly Projection[] = [projectProjection];
