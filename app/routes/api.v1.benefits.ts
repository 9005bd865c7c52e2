import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/benefits', requireActorByToken);
export const action = loader;
