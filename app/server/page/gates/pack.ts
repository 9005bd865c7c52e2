import type { AppLoadContext } from '@remix-run/node';
import { canonicalJson } from '~/core/answers/canonical';
import { digestOf } from '~/core/answers/digest';
import { nameOf, type Role } from '~/core/access/directory';
import { assess, criterionData } from '~/core/gates/assess';
import type { GateNumber } from '~/core/gates/gate-number';
import type { Outcome } from '~/core/gates/outcome';
import { gatedFacts } from '~/core/gates/pack';
import { streamName } from '~/core/journal/event';
import type { Condition, Pack, Submission, Waiver } from '~/core/gates/state';
import { bandOf, riskScore } from '~/core/risks/score';
import type { LoadedProject } from '../load-project';
import { packMoney, type FrozenLine } from './pack-money';
import { changedSinceLastGate } from './changed-since';
import { cyclesOf } from './cycles';

interface FrozenRisk {
  readonly id: string;
  readonly ref: string;
  readonly likelihood?: number;
  readonly impact?: number;
  readonly owner?: string;
  readonly due?: string;
  readonly accepted?: { readonly by: string };
  readonly words: string;
}

/** The parts of a pack that its page reads; a pack's facts are plain data under these names. */
interface FrozenFacts {
  readonly framework?: { readonly id: string; readonly version: number };
  readonly figures?: readonly FrozenLine[];
  readonly risks?: readonly FrozenRisk[];
  readonly waivers?: readonly Waiver[];
  readonly conditions?: readonly Condition[];
  readonly roles?: readonly { readonly role: Role; readonly person: string; readonly active: boolean }[];
  readonly attachments?: readonly { readonly id: string; readonly name: string }[];
}

/** The record a pack is read with: what its words and names are of. */
type Read = Pick<LoadedProject, 'project' | 'external' | 'name'>;

function risksOf({ project, external, name }: Read, frozen: readonly FrozenRisk[] = []) {
  const { riskScheme } = external.framework;
  return frozen.map((each) => {
    const now = project.risks.find((risk) => risk.id === each.id);
    const same = now !== undefined && digestOf([now.risk, now.mitigation ?? null]) === each.words;
    const score = riskScore(each, riskScheme);
    return {
      id: each.id,
      ref: each.ref,
      risk: now?.risk ?? 'A risk no longer listed',
      /** Whether the words shown are those the deciders had before them. */
      wordsChanged: !same,
      likelihood: each.likelihood,
      impact: each.impact,
      score,
      band: bandOf(score, riskScheme),
      owner: each.owner === undefined ? undefined : name(each.owner),
      accepted: each.accepted === undefined ? undefined : name(each.accepted.by),
    };
  });
}

const outcomesOf = ({ external }: Read, outcomes: readonly Outcome[]) =>
  outcomes.map((each) => ({
    id: each.criterion,
    task: criterionData(external.framework, each.criterion)?.task ?? each.criterion,
    result: each.result,
    level: each.level,
    passes: each.passes,
    warns: each.warns,
    from: each.from,
    because: each.because,
  }));

interface Shown {
  readonly kind: 'preview' | 'submitted' | 'past';
  readonly digest: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly outcomes: readonly Outcome[];
  readonly submission?: Submission;
}

function bodyOf(then: Read, shown: Shown) {
  const { name } = then;
  const facts = shown.facts as FrozenFacts;
  return {
    kind: shown.kind,
    digest: shown.digest,
    framework: facts.framework,
    outcomes: outcomesOf(then, shown.outcomes),
    money: packMoney(then, facts.figures ?? []),
    risks: risksOf(then, facts.risks),
    conditions: (facts.conditions ?? []).map((each) => ({
      id: each.id,
      gate: each.gate,
      what: each.what,
      owner: name(each.owner),
      due: each.due,
      closed: each.closed !== undefined,
    })),
    waivers: (facts.waivers ?? []).map((each) => ({
      id: each.id,
      task: criterionData(then.external.framework, each.criterion)?.task ?? each.criterion,
      by: name(each.by),
      role: each.role,
      why: each.why,
      expires: each.expires,
      instead: each.instead.what,
      owner: name(each.instead.owner),
      due: each.instead.due,
    })),
    // Whoever owns several benefits is one person.
    roles: (facts.roles ?? [])
      .filter(
        (each, index, all) =>
          all.findIndex(({ role, person }) => role === each.role && person === each.person) === index,
      )
      .map(({ role, person, active }) => ({ role, person: name(person), active })),
    // Their addresses and digests stay behind: some are restricted.
    attachments: (facts.attachments ?? []).map(({ id, name: called }) => ({ id, name: called })),
  };
}

const ofPack = (kind: Shown['kind'], submission: Submission): Shown => {
  const { pack }: { pack: Pack } = submission;
  return { kind, digest: pack.digest, facts: pack.facts, outcomes: pack.outcomes, submission };
};

/** The submission asked for by the number of its event; else the one in force; else what a submission would freeze now. */
function packAsked(loaded: LoadedProject, gate: GateNumber, seq: string | null): Shown | undefined {
  const { project, external, today } = loaded;
  const { standing, past } = project.gates.records[gate];
  const inForce = standing.state === 'preparing' ? undefined : standing.submission;
  if (seq !== null && String(inForce?.seq) !== seq) {
    const found = past.find((each) => String(each.submission?.seq) === seq)?.submission;
    return found && ofPack('past', found);
  }
  if (inForce) return ofPack('submitted', inForce);
  if (standing.state === 'approved') return undefined;
  const { digest, facts } = gatedFacts(project, gate, external);
  const outcomes = assess(project, gate, external, today);
  // As an event keeps it, so that preview and pack read the same.
  return { kind: 'preview', digest, facts: JSON.parse(canonicalJson(facts)) as Shown['facts'], outcomes };
}

/**
 * The record as it stood when a pack was frozen, so that it opens as its deciders saw it whatever was worded anew,
 * renamed or decided since; what was redacted since stays out.
 */
async function frozenWith(
  { project }: LoadedProject,
  { tracker }: PackContext,
  { seq }: Submission,
): Promise<Read> {
  const position = (await tracker.positionOf(streamName('project', project.id), seq)) ?? 0;
  const then = await tracker.stateAt('project', project.id, position);
  if (!then) throw new Error(`${project.ref} had not begun at event ${seq}`);
  const external = await tracker.externalAt(position, then);
  return { project: then, external, name: (person) => nameOf(external.directory, person) };
}

type PackContext = Pick<AppLoadContext, 'tracker'>;

/** A gate's pack as its deciders see it, saw it, or would see it; undefined where there is no such pack. */
export async function packOf(
  loaded: LoadedProject,
  context: PackContext,
  gate: GateNumber,
  seq: string | null,
) {
  const shown = packAsked(loaded, gate, seq);
  if (!shown) return undefined;
  const { submission } = shown;
  return packRead(loaded, submission ? await frozenWith(loaded, context, submission) : loaded, gate, shown);
}

/** A pack read with the record as it stood when it was frozen; how it ended is told from the record shown. */
function packRead(loaded: LoadedProject, then: Read, gate: GateNumber, shown: Shown) {
  const { submission } = shown;
  return {
    marks: loaded.marks,
    gate,
    name: then.external.framework.stages.find((each) => each.gate === gate)?.decision ?? `Gate ${gate}`,
    ...bodyOf(then, shown),
    frozen: submission && {
      at: submission.pack.frozenAt,
      on: submission.day,
      by: then.name(submission.by),
      note: submission.note,
      version: submission.pack.versions[`project/${loaded.project.id}`],
    },
    changed: changedSinceLastGate(then, gate),
    cycle: submission && cyclesOf(loaded, gate).find((each) => each.submission?.seq === submission.seq),
  };
}
