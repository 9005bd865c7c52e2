import { apiRoute, everyone } from '~/server/api/api-route';

export const loader = apiRoute('/problems/{type}', everyone);
export const action = loader;
