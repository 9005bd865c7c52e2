import { z } from 'zod';
import { withDerivedTerms } from '../finance/start-month';
import { eventKind } from '../journal/event';
import type { Project } from '../project/state';
import { formatPartial, partialDateSchema } from '../time/partial-date';
import { pictureOf } from './baseline';
import { conditionTermsSchema } from './events-submission';
import { gateNumberSchema, type GateNumber } from './gate-number';
import { withGate } from './hands';
import type { Condition } from './state';
import { freshHands, markOf, nextCycle, standingApprovals } from './submission';

const on = eventKind<Project>();
const gate = gateNumberSchema;

/** The project with the hands of the gate that now comes next begun anew. */
const beginNext = (project: Project, approved: GateNumber): Project =>
  approved === 5
    ? project
    : withGate(project, (approved + 1) as GateNumber, (record) => ({
        ...record,
        hands: freshHands(project),
      }));

export const decisionEvents = {
  'gate-approved': on({
    v: 1,
    section: 'gates',
    body: z.object({
      gate,
      packDigest: z.string(),
      conditions: z.array(
        conditionTermsSchema.extend({ setBy: z.string(), from: z.enum(['decision', 'waiver']) }),
      ),
      words: z.object({ narrative: z.string(), conditions: z.record(z.string(), z.string()) }),
    }),
    evolve(project, body, at) {
      const record = project.gates.records[body.gate];
      const standing = record.standing;
      if (standing.state !== 'submitted') return project;
      const mark = markOf(at);
      const approvals = standingApprovals(standing.approvals);
      const conditions = body.conditions.map(({ setBy, from, ...terms }): Condition => ({
        ...terms,
        gate: body.gate,
        what: body.words.conditions[terms.id] ?? '',
        set: { ...mark, by: setBy },
        from,
      }));
      const dated: Project = {
        ...project,
        schedule: {
          ...project.schedule,
          gates: {
            ...project.schedule.gates,
            [body.gate]: { ...project.schedule.gates[body.gate], actual: { ...mark, date: at.day } },
          },
        },
      };
      const approved = withGate(dated, body.gate, (each) => ({
        ...each,
        standing: {
          state: 'approved',
          submission: standing.submission,
          questions: standing.questions,
          decision: {
            ...mark,
            outcome: conditions.length > 0 ? 'approved-with-conditions' : 'approved',
            narrative: body.words.narrative,
            approvals,
            packDigest: body.packDigest,
          },
        },
      }));
      // The baseline is of the figures as they were decided; the day of Gate 4 may then move a start month.
      const kept: Project = {
        ...approved,
        gates: {
          ...approved.gates,
          conditions: [...approved.gates.conditions, ...conditions],
          baselines: [...approved.gates.baselines, pictureOf(approved, body.gate, mark)],
        },
      };
      return beginNext(withDerivedTerms(project, kept, at.seq), body.gate);
    },
    says: (body) => ({
      sentence:
        body.conditions.length > 0
          ? `Gate ${body.gate} approved with ${body.conditions.length} condition${body.conditions.length === 1 ? '' : 's'}`
          : `Gate ${body.gate} approved`,
      ...(body.gate === 3
        ? { changes: [{ what: 'Baseline', after: 'The record as it stands now binds.' }] }
        : {}),
    }),
  }),
  'gate-revoked': on({
    v: 1,
    section: 'gates',
    body: z.object({ gate, conditionIds: z.array(z.string()), words: z.object({ why: z.string() }) }),
    evolve(project, body, at) {
      const mark = markOf(at);
      const revoked = nextCycle(project, body.gate, { ...mark, how: 'revoked', why: body.words.why });
      const dates = revoked.schedule.gates[body.gate];
      const { actual: _actual, ...undecided } = dates;
      const without: Project = {
        ...revoked,
        schedule: { ...revoked.schedule, gates: { ...revoked.schedule.gates, [body.gate]: undecided } },
        gates: {
          ...revoked.gates,
          conditions: revoked.gates.conditions.map((each) =>
            body.conditionIds.includes(each.id)
              ? { ...each, withdrawn: { ...mark, why: `The approval of Gate ${body.gate} was revoked` } }
              : each,
          ),
        },
      };
      return withDerivedTerms(project, without, at.seq);
    },
    says: (body) => ({ sentence: `Approval of Gate ${body.gate} revoked: ${body.words.why}` }),
  }),
  'decisions-adopted': on({
    v: 1,
    section: 'gates',
    body: z.object({
      decisions: z.array(z.object({ gate, decidedOn: partialDateSchema, evidence: z.array(z.string()) })),
      words: z.object({
        deciders: z.record(z.string(), z.string()),
        references: z.record(z.string(), z.string()),
      }),
    }),
    evolve(project, body, at) {
      const mark = markOf(at);
      const adopted = body.decisions.reduce<Project>((before, each) => {
        const decided = withGate(before, each.gate, (record) => ({
          ...record,
          standing: {
            state: 'approved',
            decision: {
              ...mark,
              outcome: 'adopted',
              narrative: '',
              approvals: [],
              adopted: {
                decidedOn: each.decidedOn,
                decider: body.words.deciders[String(each.gate)] ?? '',
                reference: body.words.references[String(each.gate)] ?? '',
                evidence: each.evidence,
              },
            },
          },
        }));
        const dated: Project = {
          ...decided,
          schedule: {
            ...decided.schedule,
            gates: {
              ...decided.schedule.gates,
              [each.gate]: {
                ...decided.schedule.gates[each.gate],
                actual: { ...mark, date: each.decidedOn },
              },
            },
          },
        };
        return beginNext(
          {
            ...dated,
            gates: {
              ...dated.gates,
              baselines: [...dated.gates.baselines, pictureOf(dated, each.gate, mark)],
            },
          },
          each.gate,
        );
      }, project);
      return withDerivedTerms(project, adopted, at.seq);
    },
    says: (body) => ({
      sentence: 'Decisions taken before the tracker adopted; no criterion is claimed for them',
      changes: body.decisions.map((each) => ({
        what: `Gate ${each.gate}`,
        after: `${formatPartial(each.decidedOn)}, ${body.words.deciders[String(each.gate)] ?? ''}, ${body.words.references[String(each.gate)] ?? ''}`,
      })),
    }),
  }),
  'adopted-decisions-confirmed': on({
    v: 1,
    section: 'gates',
    body: z.object({ gates: z.array(gate) }),
    evolve: (project, body, at) =>
      body.gates.reduce<Project>(
        (before, each) =>
          withGate(before, each, (record) => {
            if (record.standing.state !== 'approved' || !record.standing.decision.adopted) return record;
            const { decision } = record.standing;
            const adopted = { ...record.standing.decision.adopted, confirmed: markOf(at) };
            return { ...record, standing: { ...record.standing, decision: { ...decision, adopted } } };
          }),
        project,
      ),
    says: (body) => ({ sentence: `Adopted decisions confirmed: Gates ${body.gates.join(', ')}` }),
  }),
};
