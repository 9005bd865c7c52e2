import { TEXT_FIELDS, type TextField } from '../case/state';
import { GATE_NUMBERS, type GateNumber } from '../gates/gate-number';
import type { GateRecord } from '../gates/state';
import type { GateDates } from '../schedule/state';
import { blankField, type Field } from './field';
import type { Project } from './state';

const byGate = <T>(make: (gate: GateNumber) => T): Readonly<Record<GateNumber, T>> =>
  Object.fromEntries(GATE_NUMBERS.map((gate) => [gate, make(gate)])) as Record<GateNumber, T>;

const emptyGate = (gate: GateNumber): GateRecord => ({
  gate,
  cycle: 1,
  standing: { state: 'preparing' },
  hands: { submitted: [], proposed: [], attested: [], led: [] },
  past: [],
});

/** The project before its first event: every field blank, every gate preparing. */
export const emptyProject = (id: string): Project => ({
  id,
  ref: '',
  version: 0,
  documents: [],
  case: {
    text: Object.fromEntries(Object.keys(TEXT_FIELDS).map((name) => [name, blankField<string>()])) as Record<
      TextField,
      Field<string>
    >,
    qualification: { financialBenefits: blankField(), effort: blankField(), impact: blankField() },
    procurement: { buying: blankField() },
  },
  people: [],
  schedule: { gates: byGate((): GateDates => ({ target: blankField() })), deliverables: [], milestones: [] },
  money: { horizon: [], lines: [] },
  benefits: [],
  risks: [],
  registers: {
    linkedCases: [],
    options: [],
    benchmarks: [],
    costBaselines: [],
    assumptions: [],
    issues: [],
    decisions: [],
    disBenefits: [],
    lessons: [],
    links: [],
    populations: [],
    confirmedNone: {},
  },
  evidence: { attachments: [], attestations: [], signOffs: [] },
  explanations: [],
  gates: {
    framework: { id: '', version: 0 },
    records: byGate(emptyGate),
    conditions: [],
    waivers: [],
    opinions: [],
    baselines: [],
    changeRequests: [],
    explainedChanges: [],
  },
  life: { state: 'open' },
  comments: [],
  touched: {},
});
