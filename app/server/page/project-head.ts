import type { External } from '~/core/command/context';
import { assess, stopping } from '~/core/gates/assess';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import { nextGate } from '~/core/gates/hands';
import { ragByRule } from '~/core/gates/rag';
import type { GateStanding } from '~/core/gates/state';
import type { Project } from '~/core/project/state';
import { currentGateDate } from '~/core/schedule/state';
import { valueOf } from '~/core/answers/answer';
import { formatPartial } from '~/core/time/partial-date';
import type { LoadedProject } from './load-project';

type Tone = 'good' | 'bad' | 'warn' | 'info' | 'neutral';

/** One gate of a track. */
export interface HeadGate {
  readonly number: GateNumber;
  readonly name: string;
  readonly dateText: string;
  readonly outcomes: readonly { readonly tone: Tone; readonly text: string }[];
  readonly standing: 'approved' | 'submitted' | 'current' | 'future' | 'closed';
  readonly href?: string;
}

/** What a gate is called in a framework: "Progress Opportunity". */
export const gateName = ({ framework }: Pick<External, 'framework'>, gate: GateNumber): string =>
  framework.stages.find((each) => each.gate === gate)?.decision ?? `Gate ${gate}`;

/** "Stage 0: Opportunity Identified"; once all gates are approved, that. */
export function stageWords({ framework }: Pick<External, 'framework'>, next: GateNumber | undefined): string {
  if (next === undefined) return 'All gates approved';
  const stage = framework.stages.find((each) => each.gate === next)?.stage;
  return `Stage ${next}${stage === undefined ? '' : `: ${stage}`}`;
}

/** The gate's date in words, TBC where there is none. */
export const gateDateText = (project: Project, gate: GateNumber): string => {
  const date = currentGateDate(project.schedule.gates[gate]);
  return date === undefined ? 'TBC' : formatPartial(date);
};

function outcomesOf(standing: GateStanding, mending: number): HeadGate['outcomes'] {
  if (standing.state === 'submitted') return [{ tone: 'info', text: 'Submitted' }];
  if (standing.state === 'approved') {
    const { outcome } = standing.decision;
    if (outcome === 'approved-with-conditions') return [{ tone: 'warn', text: 'With conditions' }];
    return [{ tone: 'good', text: outcome === 'adopted' ? 'Adopted' : 'Approved' }];
  }
  return mending > 0 ? [{ tone: 'bad', text: `${mending} to mend` }] : [];
}

/** The six gates of a project as its track shows them; `hrefOf` where the gates have pages. */
export function trackOf(
  { project, external, today }: Pick<LoadedProject, 'project' | 'external' | 'today'>,
  hrefOf?: (gate: GateNumber) => string,
): readonly HeadGate[] {
  const next = nextGate(project);
  const over = project.life.state === 'closed';
  const mending = next === undefined || over ? 0 : stopping(assess(project, next, external, today)).length;
  return GATE_NUMBERS.map((gate): HeadGate => {
    const { standing } = project.gates.records[gate];
    const where =
      standing.state === 'approved'
        ? 'approved'
        : over
          ? 'closed'
          : standing.state === 'submitted'
            ? 'submitted'
            : gate === next
              ? 'current'
              : 'future';
    return {
      number: gate,
      name: gateName(external, gate),
      dateText: gateDateText(project, gate),
      outcomes: outcomesOf(standing, gate === next ? mending : 0),
      standing: where,
      ...(hrefOf ? { href: hrefOf(gate) } : {}),
    };
  });
}

/** What stands above every page of a project. */
export function headOf(loaded: LoadedProject, hrefOf?: (gate: GateNumber) => string) {
  const { project, external, today, past } = loaded;
  const { text } = project.case;
  return {
    ref: project.ref,
    title: valueOf(text.title.answer) ?? project.ref,
    theme: valueOf(text.theme.answer),
    department: valueOf(text.department.answer),
    stage: stageWords(external, nextGate(project)),
    life: project.life.state,
    rag: ragByRule(project, external, today),
    gates: trackOf(loaded, hrefOf),
    ...(past ? { past } : {}),
  };
}
