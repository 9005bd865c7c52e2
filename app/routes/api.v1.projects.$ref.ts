import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/projects/{ref}', requireActorByToken);
export const action = loader;
