import { and, asc, desc, eq, inArray, lt, type SQL } from 'drizzle-orm';
import type { IsoDay } from '~/core/time/iso-day';
import {
  appointmentRows,
  benefitRows,
  conditionRows,
  gateRows,
  projectRows,
  riskRows,
  savingRows,
  scheduleRows,
} from '../schema/projections';
import type { Reader } from '../dialect/writer';

/** How much of a register is read at a time. */
export interface Slice {
  readonly limit?: number;
  readonly offset?: number;
}
const slice = ({ limit = 200, offset = 0 }: Slice) => ({ limit, offset });

const named = { ref: projectRows.ref, projectTitle: projectRows.title };

/** The risks of all projects, the worst first. */
export const riskRegister = async (
  db: Reader,
  which: Slice & { readonly openOnly?: boolean; readonly project?: string } = {},
) =>
  db
    .select({ ...named, risk: riskRows })
    .from(riskRows)
    .innerJoin(projectRows, eq(projectRows.project, riskRows.project))
    .where(
      and(which.openOnly ? eq(riskRows.open, true) : undefined, ofProject(riskRows.project, which.project)),
    )
    .orderBy(desc(riskRows.score), asc(projectRows.ref), asc(riskRows.position))
    .limit(slice(which).limit)
    .offset(slice(which).offset);

/** Milestones and deliverables of all projects, the earliest first; those without a date last. */
export const scheduleRegister = async (
  db: Reader,
  which: Slice & { readonly overdueOn?: IsoDay; readonly project?: string } = {},
) =>
  db
    .select({ ...named, item: scheduleRows })
    .from(scheduleRows)
    .innerJoin(projectRows, eq(projectRows.project, scheduleRows.project))
    .where(
      and(
        which.overdueOn === undefined
          ? undefined
          : and(lt(scheduleRows.currentTo, which.overdueOn), eq(scheduleRows.done, false)),
        ofProject(scheduleRows.project, which.project),
      ),
    )
    .orderBy(
      scheduleRows.currentFrom,
      asc(projectRows.ref),
      asc(scheduleRows.kind),
      asc(scheduleRows.position),
    )
    .limit(slice(which).limit)
    .offset(slice(which).offset);

/** Figures of all projects, by line, FY and series. */
export const savingRegister = async (
  db: Reader,
  which: Slice & { readonly fy?: number; readonly project?: string } = {},
) =>
  db
    .select({ ...named, figure: savingRows })
    .from(savingRows)
    .innerJoin(projectRows, eq(projectRows.project, savingRows.project))
    .where(
      and(
        which.fy === undefined ? undefined : eq(savingRows.fy, which.fy),
        ofProject(savingRows.project, which.project),
      ),
    )
    .orderBy(asc(projectRows.ref), asc(savingRows.position), asc(savingRows.fy), asc(savingRows.series))
    .limit(slice(which).limit)
    .offset(slice(which).offset);

/** Non-cashable benefits of all projects. */
export const benefitRegister = async (db: Reader, which: Slice & { readonly project?: string } = {}) =>
  db
    .select({ ...named, benefit: benefitRows })
    .from(benefitRows)
    .innerJoin(projectRows, eq(projectRows.project, benefitRows.project))
    .where(ofProject(benefitRows.project, which.project))
    .orderBy(asc(projectRows.ref), asc(benefitRows.position))
    .limit(slice(which).limit)
    .offset(slice(which).offset);

/** Conditions of all projects, the soonest due first. */
export const conditionRegister = async (
  db: Reader,
  which: Slice & { readonly openOnly?: boolean; readonly overdueOn?: IsoDay; readonly project?: string } = {},
) =>
  db
    .select({ ...named, condition: conditionRows })
    .from(conditionRows)
    .innerJoin(projectRows, eq(projectRows.project, conditionRows.project))
    .where(
      and(
        which.openOnly || which.overdueOn !== undefined
          ? inArray(conditionRows.state, ['open', 'closed'])
          : undefined,
        which.overdueOn === undefined ? undefined : lt(conditionRows.due, which.overdueOn),
        ofProject(conditionRows.project, which.project),
      ),
    )
    .orderBy(asc(conditionRows.due), asc(projectRows.ref))
    .limit(slice(which).limit)
    .offset(slice(which).offset);

/** Gates still to be decided, the next first. */
export const gatesToCome = async (db: Reader, which: Slice = {}) =>
  db
    .select({ ...named, gate: gateRows })
    .from(gateRows)
    .innerJoin(
      projectRows,
      and(eq(projectRows.project, gateRows.project), eq(projectRows.nextGate, gateRows.gate)),
    )
    .where(inArray(projectRows.life, ['open', 'held']))
    .orderBy(gateRows.currentFrom, asc(projectRows.ref))
    .limit(slice(which).limit)
    .offset(slice(which).offset);

/** What a person is named to, holds or owns in all projects: what waits for them is told from these. */
export async function ownedBy(db: Reader, person: string) {
  return {
    appointments: await db
      .select({ ...named, life: projectRows.life, appointment: appointmentRows })
      .from(appointmentRows)
      .innerJoin(projectRows, eq(projectRows.project, appointmentRows.project))
      .where(and(eq(appointmentRows.person, person), inArray(appointmentRows.state, ['named', 'accepted']))),
    conditions: await db
      .select({ ...named, condition: conditionRows })
      .from(conditionRows)
      .innerJoin(projectRows, eq(projectRows.project, conditionRows.project))
      .where(and(eq(conditionRows.owner, person), eq(conditionRows.state, 'open')))
      .orderBy(asc(conditionRows.due)),
    toConfirm: await db
      .select({ ...named, condition: conditionRows })
      .from(conditionRows)
      .innerJoin(projectRows, eq(projectRows.project, conditionRows.project))
      .where(and(eq(conditionRows.setBy, person), eq(conditionRows.state, 'closed')))
      .orderBy(asc(conditionRows.due)),
    benefits: await db
      .select({ ...named, benefit: benefitRows })
      .from(benefitRows)
      .innerJoin(projectRows, eq(projectRows.project, benefitRows.project))
      .where(and(eq(benefitRows.owner, person), inArray(benefitRows.ownerState, ['proposed', 'accepted']))),
    deliverables: await db
      .select({ ...named, item: scheduleRows })
      .from(scheduleRows)
      .innerJoin(projectRows, eq(projectRows.project, scheduleRows.project))
      .where(and(eq(scheduleRows.owner, person), eq(scheduleRows.done, false)))
      .orderBy(scheduleRows.currentFrom),
  };
}

/** Gates before their deciders, with who sponsors the project. */
export const submittedGates = async (db: Reader) =>
  db
    .select({ ...named, sponsor: projectRows.sponsor, gate: gateRows })
    .from(gateRows)
    .innerJoin(projectRows, eq(projectRows.project, gateRows.project))
    .where(and(eq(gateRows.standing, 'submitted'), eq(projectRows.life, 'open')))
    .orderBy(asc(gateRows.submittedOn));

const ofProject = (column: Parameters<typeof eq>[0], project: string | undefined): SQL | undefined =>
  project === undefined ? undefined : eq(column, project);
