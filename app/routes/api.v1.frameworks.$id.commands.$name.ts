import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/frameworks/{id}/commands/{name}', requireActorByToken);
export const action = loader;
