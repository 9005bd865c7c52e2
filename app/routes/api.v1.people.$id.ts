import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/people/{id}', requireActorByToken);
export const action = loader;
