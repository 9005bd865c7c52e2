import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/frameworks', requireActorByToken);
export const action = loader;
