import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/projects/{ref}/gates/{gate}', requireActorByToken);
export const action = loader;
