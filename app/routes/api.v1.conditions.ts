import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/conditions', requireActorByToken);
export const action = loader;
