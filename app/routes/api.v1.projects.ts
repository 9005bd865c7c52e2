import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/projects', requireActorByToken);
export const action = loader;
