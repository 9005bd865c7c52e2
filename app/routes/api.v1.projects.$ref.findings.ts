import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/projects/{ref}/findings', requireActorByToken);
export const action = loader;
