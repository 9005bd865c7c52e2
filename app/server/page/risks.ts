import { explanationOf, givenOn, openFindings } from '~/core/findings/open-findings';
import { formatPartial, isWhollyPast } from '~/core/time/partial-date';
import { shortDay } from '~/core/time/iso-day';
import { heatMap } from '~/core/risks/heat-map';
import { bandOf, isAboveAppetite, isHigh, totalsOf, type RiskScheme } from '~/core/risks/score';
import { isOpen, type Risk } from '~/core/risks/state';
import { findingAnchor, findingsHere, findingsPath } from './findings-here';
import { lastChange } from './last-change';
import { riskMovementOf } from './risks-movement';
import { activePeople, notFound, type LoadedProject } from './load-project';

type Tone = 'good' | 'bad' | 'warn' | 'info' | 'neutral';
interface Tag {
  readonly tone: Tone;
  readonly text: string;
}

const pathOf = ({ project }: LoadedProject): string => `/projects/${encodeURIComponent(project.ref)}/risks`;

/** A band's tone: the lowest is good, one that holds high scores bad, what lies between a warning. */
function bandTag(score: number | undefined, scheme: RiskScheme): Tag | undefined {
  const text = bandOf(score, scheme);
  if (score === undefined || text === undefined) return undefined;
  const tone = score >= scheme.high ? 'bad' : text === scheme.bands[0]?.name ? 'good' : 'warn';
  return { tone, text };
}

function stateOf(risk: Risk, overdue: boolean): Tag {
  if (risk.withdrawn) return { tone: 'neutral', text: 'Withdrawn' };
  if (risk.closed) return { tone: 'neutral', text: 'Closed' };
  if (overdue) return { tone: 'bad', text: 'Overdue' };
  return risk.accepted ? { tone: 'info', text: 'Accepted' } : { tone: 'warn', text: 'Open' };
}

/** What was last said about the risk's being open, closed, accepted or withdrawn, with who said it. */
function stateNote(loaded: LoadedProject, risk: Risk): string | undefined {
  const { name } = loaded;
  if (risk.withdrawn)
    return `${name(risk.withdrawn.by)}, ${shortDay(risk.withdrawn.day)}: ${risk.withdrawn.why}`;
  if (risk.closed) return `${name(risk.closed.by)}, ${shortDay(risk.closed.day)}: ${risk.closed.why}`;
  if (risk.accepted) {
    const { by, day, score, why } = risk.accepted;
    return `${name(by)} accepted it at ${score} on ${shortDay(day)}: ${why}`;
  }
  return undefined;
}

/** The finding that the stated total does not follow, and how far it is settled. */
function totalFinding(loaded: LoadedProject, risk: Risk) {
  const { project, external, today, name } = loaded;
  const scheme = external.framework.riskScheme;
  const { stated, computed, differ } = totalsOf(risk, scheme);
  if (!differ || !isOpen(risk) || stated === undefined || computed === undefined) return undefined;
  const open = openFindings(project, 'risk-total', givenOn(external, today));
  const mine = open.find((each) => each.subject === risk.id);
  const explained = mine && explanationOf(project, mine);
  return {
    because: `Stated ${stated}; the scheme gives ${computed}.`,
    settled: mine === undefined,
    explanation: explained ? `${name(explained.by)} explains: ${explained.why}` : undefined,
    href: `${findingsPath(loaded)}#${findingAnchor({ rule: 'risk-total', subject: risk.id })}`,
  };
}

function shownRisk(loaded: LoadedProject, risk: Risk) {
  const { today, name, external } = loaded;
  const scheme = external.framework.riskScheme;
  const { stated, computed } = totalsOf(risk, scheme);
  const overdue = isOpen(risk) && risk.due !== undefined && isWhollyPast(risk.due, today);
  const level = (at: number | undefined, words: readonly string[]) =>
    at === undefined ? undefined : `${at} ${words[at - 1] ?? ''}`.trim();
  return {
    id: risk.id,
    ref: risk.ref,
    risk: risk.risk,
    mitigation: risk.mitigation?.trim() ? risk.mitigation : undefined,
    likelihood: level(risk.likelihood, scheme.likelihood),
    impact: level(risk.impact, scheme.impact),
    score: computed,
    band: bandTag(computed, scheme),
    stated,
    finding: totalFinding(loaded, risk),
    owner: risk.owner ? name(risk.owner) : undefined,
    due: risk.due ? formatPartial(risk.due) : undefined,
    overdue,
    aboveAppetite: isAboveAppetite(risk, scheme),
    state: stateOf(risk, overdue),
    note: stateNote(loaded, risk),
    last: lastChange(loaded, risk.recorded, risk.amended, risk.accepted, risk.closed, risk.withdrawn),
    editHref: `${pathOf(loaded)}?edit=${encodeURIComponent(risk.id)}`,
  };
}

/** The terms of a risk as its form asks for them, each as it would be typed. */
function editedRisk(loaded: LoadedProject, risk: Risk) {
  const { id, ref, risk: text, mitigation, likelihood, impact, statedTotal, owner, due } = risk;
  const asIs = { riskId: id, ref, risk: text, mitigation, likelihood, impact, statedTotal, owner, due };
  const reasoned = { riskId: id, why: 'x' };
  const open = isOpen(risk);
  const known = Object.fromEntries(Object.entries(asIs).filter(([, value]) => value !== undefined));
  return {
    shown: shownRisk(loaded, risk),
    values: {
      ref,
      risk: text,
      mitigation: mitigation ?? '',
      likelihood: likelihood?.toString() ?? '',
      impact: impact?.toString() ?? '',
      statedTotal: statedTotal?.toString() ?? '',
      owner: owner ?? '',
      due: due ?? '',
    },
    open,
    closed: risk.closed !== undefined && !risk.withdrawn,
    withdrawn: risk.withdrawn !== undefined,
    whyNotAmend: loaded.whyNot('amend-risk', known),
    whyNotAccept: loaded.whyNot('accept-risk', reasoned),
    whyNotClose: loaded.whyNot('close-risk', reasoned),
    whyNotReopen: loaded.whyNot('reopen-risk', reasoned),
    whyNotWithdraw: loaded.whyNot('withdraw-risk', reasoned),
  };
}

function mapOf(loaded: LoadedProject) {
  const scheme = loaded.external.framework.riskScheme;
  const map = heatMap(loaded.project.risks, scheme);
  const levels = (words: readonly string[]) => words.map((label, index) => ({ value: index + 1, label }));
  const refOf = (risk: Risk) => ({ text: risk.ref, href: `#row-${risk.id}` });
  return {
    likelihoods: levels(scheme.likelihood),
    impacts: levels(scheme.impact),
    cells: map.rows.flatMap(({ cells }) =>
      cells.map(({ likelihood, impact, score, risks }) => ({
        likelihood,
        impact,
        score,
        band: bandTag(score, scheme) ?? { tone: 'neutral' as const, text: '' },
        refs: risks.map(refOf),
      })),
    ),
    unplaced: map.unplaced.map(refOf),
  };
}

// What is worst comes first: above all others what is late, then by score, at last what is no longer open.
const byUrgency = (a: ReturnType<typeof shownRisk>, b: ReturnType<typeof shownRisk>): number =>
  (b.score ?? 26) - (a.score ?? 26) || a.ref.localeCompare(b.ref, 'en-GB', { numeric: true });

/** The risks page: the register, the heat map, and with `?edit=` one risk's own forms. */
export function risksOf(loaded: LoadedProject, request: Pick<Request, 'url'>) {
  const { project, external } = loaded;
  const scheme = external.framework.riskScheme;
  const edit = new URL(request.url).searchParams.get('edit');
  const chosen = edit === null || edit === 'new' ? undefined : project.risks.find(({ id }) => id === edit);
  if (edit !== null && edit !== 'new' && !chosen) throw notFound();
  const open = project.risks.filter(isOpen);
  const shown = (risks: readonly Risk[]) => risks.map((risk) => shownRisk(loaded, risk)).sort(byUrgency);
  const rows = shown(open);
  return {
    marks: loaded.marks,
    path: pathOf(loaded),
    appetite: scheme.appetite,
    high: scheme.high,
    schemeName: `${scheme.id} scheme, version ${scheme.version}`,
    adding: edit === 'new',
    editing: chosen ? editedRisk(loaded, chosen) : undefined,
    rows,
    // The total and what is said of it stand in the column of the score.
    findings: findingsHere(loaded, 'risks').filter(({ rule }) => rule !== 'risk-total'),
    past: shown(project.risks.filter((risk) => !isOpen(risk))),
    counts: {
      open: open.length,
      high: open.filter((risk) => isHigh(risk, scheme)).length,
      highAccepted: open.filter((risk) => isHigh(risk, scheme) && risk.accepted).length,
      above: rows.filter((row) => row.aboveAppetite).length,
      overdue: rows.filter((row) => row.overdue).length,
      wanting: rows.filter((row) => !row.owner || !row.mitigation || !row.due).length,
    },
    map: mapOf(loaded),
    movement: riskMovementOf(loaded),
    people: activePeople(loaded).map(({ id, name }) => ({ value: id, text: name })),
    levels: {
      likelihood: scheme.likelihood.map((words, at) => ({
        value: String(at + 1),
        text: `${at + 1} ${words}`,
      })),
      impact: scheme.impact.map((words, at) => ({ value: String(at + 1), text: `${at + 1} ${words}` })),
    },
    whyNotRecord: loaded.whyNot('record-risk'),
  };
}
