import type { FrameworkVersion } from '../framework';
import { gate0, gate1, gate2 } from './gates-0-to-2';
import { gate3, gate4, gate5 } from './gates-3-to-5';

const fiveByFive = [1, 2, 3, 4, 5].map((likelihood) => [1, 2, 3, 4, 5].map((impact) => likelihood * impact));

/**
 * Framework "Business Case Lite", version 1: the data a first start publishes.
 * Thresholds without a published source are this framework's defaults and can be edited in a new version.
 */
export const frameworkV1: FrameworkVersion = {
  id: 'business-case-lite',
  version: 1,
  title: 'Business Case Lite',
  stages: [
    { gate: 0, stage: 'Opportunity Identified', decision: 'Progress Opportunity' },
    { gate: 1, stage: 'Outline case in preparation', decision: 'Outline Business Case' },
    { gate: 2, stage: 'Full case in preparation', decision: 'Full Business Case' },
    { gate: 3, stage: 'Investment decision in preparation', decision: 'Investment Decision' },
    { gate: 4, stage: 'In delivery', decision: 'Go-Live / Handover to BAU' },
    { gate: 5, stage: 'Benefits realisation', decision: 'Benefits Review Complete' },
  ],
  deciders: [
    { gate: 0, roles: ['sponsor'] },
    { gate: 1, roles: ['sponsor'] },
    { gate: 2, roles: ['sponsor', 'finance'] },
    { gate: 3, roles: ['sponsor', 's151'] },
    { gate: 4, roles: ['sponsor'] },
    { gate: 5, roles: ['sponsor', 'finance'] },
  ],
  criteria: [...gate0, ...gate1, ...gate2, ...gate3, ...gate4, ...gate5],
  proportionalityThreshold: 25_000_000,
  waiverDays: 90,
  tolerances: { timeMonths: 1, cost: 1000, benefit: 1000 },
  riskScheme: {
    id: 'five-by-five',
    version: 1,
    likelihood: ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'],
    impact: ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe'],
    scores: fiveByFive,
    bands: [
      { name: 'Low', from: 1, to: 5 },
      { name: 'Medium', from: 6, to: 11 },
      { name: 'High', from: 12, to: 19 },
      { name: 'Very high', from: 20, to: 25 },
    ],
    appetite: 11,
    high: 12,
  },
  ratingScales: [
    {
      id: 'effort',
      title: 'Effort: how easy it is to implement',
      points: ['Very hard', 'Hard', 'Moderate', 'Easy', 'Very easy'],
    },
    {
      id: 'impact',
      title: 'Impact, financial and non-financial',
      points: ['Very small', 'Small', 'Moderate', 'Large', 'Very large'],
    },
  ],
  categories: [
    {
      id: 'budget-saving',
      title: 'Budget saving',
      kind: 'saving',
      cashable: true,
      bankable: true,
      avoidance: false,
    },
    {
      id: 'efficiency',
      title: 'Efficiency within the service',
      kind: 'saving',
      cashable: true,
      bankable: false,
      avoidance: false,
    },
    {
      id: 'cost-avoidance',
      title: 'Cost avoidance',
      kind: 'saving',
      cashable: false,
      bankable: false,
      avoidance: true,
    },
    {
      id: 'new-income',
      title: 'New or increased income',
      kind: 'income',
      cashable: true,
      bankable: true,
      avoidance: false,
    },
    {
      id: 'one-off-cost',
      title: 'Cost of change',
      kind: 'investment',
      cashable: true,
      bankable: true,
      avoidance: false,
    },
    {
      id: 'running-cost',
      title: 'Running cost',
      kind: 'investment',
      cashable: true,
      bankable: true,
      avoidance: false,
    },
  ],
  authorityBands: [
    { upTo: 10_000_000, authority: 'Head of service' },
    { upTo: 50_000_000, authority: 'Corporate Director' },
    { upTo: null, authority: 'Executive (key decision)' },
  ],
  gapRed: 1000,
};
