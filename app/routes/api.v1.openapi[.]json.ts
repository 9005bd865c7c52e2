import { apiRoute, everyone } from '~/server/api/api-route';

export const loader = apiRoute('/openapi.json', everyone);
export const action = loader;
