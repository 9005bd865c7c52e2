import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/projects/{ref}/files', requireActorByToken);
export const action = loader;
