import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/risks', requireActorByToken);
export const action = loader;
