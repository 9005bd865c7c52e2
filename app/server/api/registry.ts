import { aboutEndpoints } from './about-endpoints';
import { beginProjectEndpoints } from './begin-project-endpoint';
import { commandEndpoints } from './command-endpoints';
import type { Endpoint } from './endpoint';
import { fileEndpoints } from './file-endpoint';
import { gateEndpoints } from './gate-endpoint';
import { peopleEndpoints } from './people-endpoints';
import { projectEndpoints } from './project-endpoints';
import { registerEndpoints } from './register-endpoints';

/** Every endpoint of the API: the routes answer from it and the OpenAPI document is made of it. */
export const REGISTRY: readonly Endpoint[] = [
  ...projectEndpoints,
  ...beginProjectEndpoints,
  ...gateEndpoints,
  ...fileEndpoints,
  ...registerEndpoints,
  ...peopleEndpoints,
  ...commandEndpoints,
  ...aboutEndpoints(() => REGISTRY),
];

/** Every path with an endpoint, once. */
export const apiPaths = (): readonly string[] => [...new Set(REGISTRY.map(({ path }) => path))];
