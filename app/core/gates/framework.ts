import { z } from 'zod';
import { penceSchema } from '../money/pence';
import { gateNumberSchema } from './gate-number';

/** Who may answer for a criterion or a waiver. */
const roleSchema = z.enum([
  'pmo',
  'finance',
  's151',
  'assurer',
  'auditor',
  'viewer',
  'administrator',
  'sponsor',
  'lead',
  'bau-owner',
  'benefit-owner',
]);

/** A criterion as the framework has it: data. How it is evaluated is code, by id and evaluator version. */
export const criterionSchema = z.object({
  id: z.string(),
  gate: gateNumberSchema,
  wording: z.string(),
  /** A short imperative for task lists: "Name a sponsor". */
  task: z.string(),
  kind: z.enum(['computed', 'evidence', 'sign-off']),
  level: z.enum(['mandatory', 'waivable', 'advisory', 'advisory-below-threshold']),
  standing: z.boolean(),
  owner: roleSchema,
  /** Who may waive it; for a mandatory one, who may accept an explanation. */
  authority: roleSchema.optional(),
  parameters: z.record(z.string(), z.number().int()),
  on: z.boolean(),
  evaluator: z.number().int(),
});
export type CriterionData = z.infer<typeof criterionSchema>;

const scaleSchema = z.object({ id: z.string(), title: z.string(), points: z.array(z.string()) });

/** A framework's id, which is also its stream's name and part of addresses: lower-case letters, digits and hyphens, at most 60. */
const frameworkIdSchema = z.string().regex(/^[a-z0-9-]{1,60}$/, {
  error: 'A framework’s id is 1 to 60 lower-case letters, digits or hyphens',
});

/** One version of a gate framework: stages, gates, criteria and every setting a decision reads. */
export const frameworkVersionSchema = z.object({
  id: frameworkIdSchema,
  version: z.number().int().positive(),
  title: z.string(),
  stages: z.array(z.object({ gate: gateNumberSchema, stage: z.string(), decision: z.string() })),
  /** Roles that must each decide a gate, one person for each. */
  deciders: z.array(z.object({ gate: gateNumberSchema, roles: z.array(roleSchema) })),
  criteria: z.array(criterionSchema),
  /** Annual saving and whole-life spend both below this: A/W criteria are advisory. */
  proportionalityThreshold: penceSchema,
  waiverDays: z.number().int(),
  tolerances: z.object({
    /** Slip, whole months. */
    timeMonths: z.number().int(),
    /** Hundredths of a per cent. */
    cost: z.number().int(),
    benefit: z.number().int(),
  }),
  riskScheme: z.object({
    id: z.string(),
    version: z.number().int(),
    likelihood: z.array(z.string()),
    impact: z.array(z.string()),
    /** Score by likelihood row and impact column, both from 1. */
    scores: z.array(z.array(z.number().int())),
    bands: z.array(z.object({ name: z.string(), from: z.number().int(), to: z.number().int() })),
    /** Scores above this are above appetite. */
    appetite: z.number().int(),
    /** Scores from this on are high: the sponsor accepts them at Gate 3. */
    high: z.number().int(),
  }),
  /** The scales in force for effort and impact; a rating read from a form names none. */
  ratingScales: z.array(scaleSchema),
  categories: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(['saving', 'income', 'investment']),
      cashable: z.boolean(),
      bankable: z.boolean(),
      /** Cost avoidance is shown apart and enters no total. */
      avoidance: z.boolean(),
    }),
  ),
  /** The authority asked for by the greater of whole-life contract value and annual saving, in order. */
  authorityBands: z.array(z.object({ upTo: penceSchema.nullable(), authority: z.string() })),
  /** RAG: a run-rate gap above this share of the MTFS is red, hundredths of a per cent. */
  gapRed: z.number().int(),
});
export type FrameworkVersion = z.infer<typeof frameworkVersionSchema>;
