import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/savings', requireActorByToken);
export const action = loader;
