import type { Context } from '../command/context';
import type { Project } from '../project/state';
import { attestationRests } from './criteria/attested';
import './criteria/registry';
import type { GateNumber } from './gate-number';

/** The digest of what an attestation or sign-off of a criterion made now rests on; undefined when nobody attests it. */
export const restsOn = (
  project: Project,
  criterion: string,
  gate: GateNumber,
  context: Pick<Context, 'external'>,
): string | undefined => attestationRests(criterion, project, { external: context.external, gate });
