import { ROLE_WORDS } from '~/core/access/may';
import { ruleById, RULES } from '~/core/case-check/check';
import { SEVERITIES, type Rule } from '~/core/case-check/rule';
import { explanationAuthority } from '~/core/findings/authority';
import { explainedFindings, type ExplainedFinding } from '~/core/findings/open-findings';
import type { FindingExplanation } from '~/core/findings/state';
import { shortDay } from '~/core/time/iso-day';
import { notFound, type LoadedProject } from './load-project';

const pathOf = ({ project }: LoadedProject): string =>
  `/projects/${encodeURIComponent(project.ref)}/findings`;

const rulePath = (loaded: LoadedProject, rule: string): string =>
  `${pathOf(loaded)}/${encodeURIComponent(rule)}`;

/** The id of a finding's element, which other pages lead to. */
const findingAnchor = ({ rule, subject }: Pick<ExplainedFinding, 'rule' | 'subject'>): string =>
  `finding-${rule}-${subject}`;

function shownExplanation(loaded: LoadedProject, each: FindingExplanation) {
  const { name } = loaded;
  return {
    id: each.id,
    why: each.why,
    by: name(each.by),
    on: shortDay(each.day),
    accepted: each.accepted
      ? `${name(each.accepted.by)} accepted it on ${shortDay(each.accepted.day)}.`
      : undefined,
    whyNotAccept: each.accepted ? undefined : loaded.whyNot('accept-explanation', { explanationId: each.id }),
    whyNotWithdraw: loaded.whyNot('withdraw-explanation', { explanationId: each.id, why: 'x' }),
  };
}

/** Explanations of the same thing that count no more, in words: their facts changed, or they were withdrawn. */
function formerOf({ project, name }: LoadedProject, found: ExplainedFinding): readonly string[] {
  return project.explanations
    .filter(
      (each) =>
        each.rule === found.rule && each.subject === found.subject && each.id !== found.explanation?.id,
    )
    .map((each) => {
      const said = `${name(each.by)}, ${shortDay(each.day)}: ${each.why}`;
      if (each.withdrawn) return `${said} (withdrawn by ${name(each.withdrawn.by)}: ${each.withdrawn.why})`;
      return each.rests === found.rests
        ? `${said} (replaced)`
        : `${said} (lapsed: the facts have changed since)`;
    });
}

function shownFinding(loaded: LoadedProject, found: ExplainedFinding) {
  const { external } = loaded;
  const { rule, subject, severity, title, because, arithmetic, fix, settled, explanation } = found;
  const authority = explanationAuthority(rule, external.framework);
  return {
    key: `${rule}-${subject}`,
    anchor: findingAnchor(found),
    rule,
    ruleHref: rulePath(loaded, rule),
    subject,
    severity,
    title,
    because,
    arithmetic,
    fix,
    settled,
    acceptedBy: ROLE_WORDS[authority],
    explanation: explanation ? shownExplanation(loaded, explanation) : undefined,
    former: formerOf(loaded, found),
    whyNotExplain: loaded.whyNot('explain-finding', { rule, subject, why: 'x' }),
  };
}

/** The case check: everything it finds in the record now, and what was said of it. */
export function findingsOf(loaded: LoadedProject) {
  const { project, external, today } = loaded;
  const found = explainedFindings(project, { ...external, today });
  const shown = found.map((each) => shownFinding(loaded, each));
  const clean = RULES.filter((rule) => !found.some((each) => each.rule === rule.id));
  return {
    marks: loaded.marks,
    groups: SEVERITIES.map((severity) => ({
      severity,
      findings: shown.filter((each) => each.severity === severity),
    })),
    counts: {
      error: found.filter((each) => each.severity === 'error' && !each.settled).length,
      gap: found.filter((each) => each.severity === 'gap' && !each.settled).length,
      note: found.filter((each) => each.severity === 'note' && !each.settled).length,
      settled: found.filter((each) => each.settled).length,
    },
    clean: clean.map((rule) => ({ id: rule.id, title: rule.title, href: rulePath(loaded, rule.id) })),
  };
}

function readByWords({ external }: LoadedProject, rule: Rule): string | undefined {
  const criterion = external.framework.criteria.find((each) => each.id === rule.readBy);
  return criterion ? `Gate ${criterion.gate}: ${criterion.wording}` : undefined;
}

/** A rule's page of words, with what it finds in this project now; 404 for a rule that is none. */
export function findingRuleOf(loaded: LoadedProject, id: string) {
  const { project, external, today } = loaded;
  const rule = ruleById(id);
  if (!rule) throw notFound();
  const found = explainedFindings(project, { ...external, today }).filter((each) => each.rule === rule.id);
  return {
    path: pathOf(loaded),
    title: rule.title,
    severity: rule.severity,
    words: rule.words,
    readBy: readByWords(loaded, rule),
    acceptedBy: ROLE_WORDS[explanationAuthority(rule.id, external.framework)],
    found: found.map((each) => ({
      key: each.subject,
      title: each.title,
      because: each.because,
      settled: each.settled,
      href: `${pathOf(loaded)}#${encodeURIComponent(findingAnchor(each))}`,
    })),
  };
}
