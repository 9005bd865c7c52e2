import { noSuchAddress, requireActorByToken } from '~/server/api/api-route';

export const loader = noSuchAddress(requireActorByToken);
export const action = loader;
