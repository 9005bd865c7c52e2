import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/me', requireActorByToken);
export const action = loader;
