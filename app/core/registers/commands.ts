import { z } from 'zod';
import { isClaimed } from '../benefits/state';
import { lineSchema } from '../answers/text';
import { accept, refuse } from '../command/command';
import { refusal, type Refusal } from '../command/refusal';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import { rowById, standing, type Row } from '../project/row';
import type { Project } from '../project/state';
import { linkedCaseRegister, optionRegister } from './case-registers';
import { benchmarkRegister, costBaselineRegister, populationRegister } from './cost-registers';
import {
  assumptionRegister,
  disBenefitRegister,
  issueRegister,
  lessonRegister,
  linkRegister,
  loggedDecisionRegister,
} from './log-registers';
import { REGISTER_NAMES, REGISTER_WORDS, type RegisterName } from './names';
import { registerCommands } from './register-commands';

const resolveLinkedCase = projectCommand({
  name: 'resolve-linked-case',
  title: 'Say which project a linked case is',
  purpose: 'Resolves a case linked by name to the project it is, by that project’s ref.',
  who: ['lead', 'pmo'],
  input: z.object({ rowId: lineSchema(100), projectRef: lineSchema(50) }),
  reads: ['registers'],
  decide(project, { rowId, projectRef }, context) {
    const row = rowById(project.registers.linkedCases, rowId);
    const fix = { fix: { screen: 'registers' as const, field: 'linkedCases' } };
    const refusals: Refusal[] = [];
    if (!row) refusals.push(refusal('no-such-row', 'There is no such linked case on this project.', fix));
    if (row?.withdrawn) refusals.push(refusal('withdrawn-row', 'This linked case is withdrawn.', fix));
    if (projectRef === project.ref) {
      refusals.push(
        refusal('contradiction', 'A project is not linked to itself.', { field: 'projectRef', ...fix }),
      );
    } else if (!context.external.projectRefs.includes(projectRef)) {
      refusals.push(
        refusal('no-such-row', `There is no other project ${projectRef}.`, { field: 'projectRef', ...fix }),
      );
    }
    if (refusals.length > 0) return refuse(...refusals);
    return row?.projectRef === projectRef
      ? accept()
      : accept(happened('linked-case-resolved', { rowId, projectRef }));
  },
});

/** Whether a register has anything in it. A benefit counts when it is claimed, still owed, or an unconfirmed "-". */
const isEmpty = (project: Project, register: RegisterName): boolean =>
  register === 'benefits'
    ? !project.benefits.some(
        (benefit) => isClaimed(benefit) || (!benefit.withdrawn && benefit.description.state !== 'none'),
      )
    : standing<Row>(project.registers[register]).length === 0;

const confirmRegisterNone = projectCommand({
  name: 'confirm-register-none',
  title: 'Confirm that there is none',
  purpose: 'Confirms that a register has nothing to hold; recording a row in it ends that.',
  who: ['lead', 'pmo'],
  input: z.object({ register: z.enum(REGISTER_NAMES, { error: 'Choose a register' }) }),
  reads: ['registers', 'benefits'],
  decide(project, { register }) {
    if (!isEmpty(project, register)) {
      return refuse(
        refusal(
          'contradiction',
          `There are ${REGISTER_WORDS[register]} on the record: withdraw them first.`,
          {
            fix: { screen: register === 'benefits' ? 'benefits' : 'registers', field: register },
          },
        ),
      );
    }
    return project.registers.confirmedNone[register]
      ? accept()
      : accept(happened('register-confirmed-none', { register }));
  },
});

/** The commands of registers. */
export const registersCommands: readonly ProjectCommand[] = [
  ...registerCommands(linkedCaseRegister),
  resolveLinkedCase,
  ...registerCommands(optionRegister),
  ...registerCommands(benchmarkRegister),
  ...registerCommands(costBaselineRegister),
  ...registerCommands(populationRegister),
  ...registerCommands(assumptionRegister),
  ...registerCommands(issueRegister),
  ...registerCommands(loggedDecisionRegister),
  ...registerCommands(disBenefitRegister),
  ...registerCommands(lessonRegister),
  ...registerCommands(linkRegister),
  confirmRegisterNone,
];
