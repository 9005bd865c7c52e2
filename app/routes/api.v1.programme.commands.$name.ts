import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/programme/commands/{name}', requireActorByToken);
export const action = loader;
