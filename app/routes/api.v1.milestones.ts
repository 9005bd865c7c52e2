import { apiRoute, requireActorByToken } from '~/server/api/api-route';

export const loader = apiRoute('/milestones', requireActorByToken);
export const action = loader;
