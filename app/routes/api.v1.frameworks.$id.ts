import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/frameworks/{id}', requireActorByToken);
export const action = loader;
