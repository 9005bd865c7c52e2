import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/programme', requireActorByToken);
export const action = loader;
