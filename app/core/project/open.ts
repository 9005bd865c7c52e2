import { z } from 'zod';
import { lineSchema } from '../answers/text';
import { caseDocumentSchema, refSchema } from '../case/case-document';
import { acceptUnless } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import type { Fy } from '../time/financial-year';
import { fyOfDay, fyRange } from '../time/financial-year';
import type { IsoDay } from '../time/iso-day';
import { projectCommand } from './command';
import { happened } from './events';
import { eventsOfDocument } from './import-events';
import type { Project } from './state';

const HORIZON_YEARS = 4;

/** The horizon of a project whose form names none: four financial years from the current one. */
export const defaultHorizon = (today: IsoDay): readonly Fy[] => {
  const first = fyOfDay(today);
  return fyRange(first, first + HORIZON_YEARS - 1);
};

/** Why a project is not begun: it is begun already, or its ref stands on another one. */
function cannotBegin(project: Project, ref: string | undefined, context: Context): readonly Refusal[] {
  return [
    ...(project.version > 0
      ? [refusal('already-so', `This project is open already, as ${project.ref}.`)]
      : []),
    ...(ref !== undefined && context.external.projectRefs.includes(ref)
      ? [refusal('duplicate', `There is a project ${ref} already.`, { field: 'ref' })]
      : []),
  ];
}

export const openProject = projectCommand({
  name: 'open-project',
  title: 'Start a project',
  purpose: 'Begins a project’s record under the framework in force, with a horizon of four financial years.',
  who: ['pmo'],
  reads: [],
  begins: true,
  input: z.object({
    ref: refSchema,
    title: lineSchema(1_000).refine((title) => title.trim() !== '', 'Enter the project title'),
  }),
  decide(project, { ref, title }, context) {
    const { framework } = context.external;
    return acceptUnless(cannotBegin(project, ref, context), () => [
      happened('project-opened', {
        ref,
        framework: { id: framework.id, version: framework.version },
        horizon: [...defaultHorizon(context.today)],
        words: { title },
      }),
    ]);
  },
});

export const importBusinessCase = projectCommand({
  name: 'import-business-case',
  title: 'Import a business case',
  purpose:
    'Begins a project’s record from a Business Case Lite; nothing of it is adopted, validated or approved by that.',
  who: ['pmo', 'system'],
  reads: [],
  begins: true,
  input: z.object({
    /** Instead of the document's own ref, or where it gives none. */
    ref: refSchema.optional(),
    document: caseDocumentSchema,
  }),
  decide(project, { ref: entered, document }, context) {
    const ref = entered ?? document.ref;
    const refusals = [
      ...cannotBegin(project, ref, context),
      ...(ref === undefined
        ? [
            refusal('not-answered', 'The document gives no portfolio tracker ref: enter one.', {
              field: 'ref',
            }),
          ]
        : []),
    ];
    return acceptUnless(refusals, () =>
      eventsOfDocument(document, {
        ref: ref ?? '',
        framework: context.external.framework,
        horizon: document.horizon.length > 0 ? document.horizon : defaultHorizon(context.today),
        ids: context.ids,
      }),
    );
  },
});
