import { z } from 'zod';
import { eventKind } from '../journal/event';
import { replaceRow, rowById } from '../project/row';
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
import { called, registerEvents } from './register-events';
import { REGISTER_NAMES, REGISTER_WORDS } from './names';

const on = eventKind<Project>();

/** The kinds of event of registers, by type. */
export const registersEvents = {
  ...registerEvents(linkedCaseRegister),
  ...registerEvents(optionRegister),
  ...registerEvents(benchmarkRegister),
  ...registerEvents(costBaselineRegister),
  ...registerEvents(populationRegister),
  ...registerEvents(assumptionRegister),
  ...registerEvents(issueRegister),
  ...registerEvents(loggedDecisionRegister),
  ...registerEvents(disBenefitRegister),
  ...registerEvents(lessonRegister),
  ...registerEvents(linkRegister),
  'linked-case-resolved': on({
    v: 1,
    section: 'registers',
    body: z.object({ rowId: z.string(), projectRef: z.string() }),
    evolve: (project, body, at) => ({
      ...project,
      registers: {
        ...project.registers,
        linkedCases: replaceRow(project.registers.linkedCases, body.rowId, (row) => ({
          ...row,
          projectRef: body.projectRef,
          amended: { by: at.actor, day: at.day, seq: at.seq },
        })),
      },
    }),
    says(body, before) {
      const was = rowById(before.registers.linkedCases, body.rowId)?.projectRef;
      return {
        sentence: `${called(linkedCaseRegister, before, body.rowId)} is ${body.projectRef}`,
        changes: [{ what: 'Project', ...(was === undefined ? {} : { before: was }), after: body.projectRef }],
      };
    },
  }),
  'option-unpreferred': on({
    v: 1,
    section: 'registers',
    body: z.object({ rowId: z.string() }),
    evolve: (project, body, at) => ({
      ...project,
      registers: {
        ...project.registers,
        options: replaceRow(project.registers.options, body.rowId, (row) => ({
          ...row,
          isPreferred: false,
          amended: { by: at.actor, day: at.day, seq: at.seq },
        })),
      },
    }),
    says: (body, before) => ({
      sentence: `${called(optionRegister, before, body.rowId)} is no longer preferred`,
      changes: [{ what: 'Preferred', before: 'yes', after: 'no' }],
    }),
  }),
  'register-confirmed-none': on({
    v: 1,
    section: 'registers',
    body: z.object({ register: z.enum(REGISTER_NAMES) }),
    evolve: (project, body, at) => ({
      ...project,
      registers: {
        ...project.registers,
        confirmedNone: {
          ...project.registers.confirmedNone,
          [body.register]: { by: at.actor, day: at.day, seq: at.seq },
        },
      },
    }),
    says: (body) => ({ sentence: `Confirmed that there are no ${REGISTER_WORDS[body.register]}` }),
  }),
};
