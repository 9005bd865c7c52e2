import { cannotTellIn, ruleById, RULES } from '~/core/case-check/check';
import { SEVERITIES } from '~/core/case-check/rule';
import { givenOn, type ExplainedFinding } from '~/core/findings/open-findings';
import type { FindingExplanation } from '~/core/findings/state';
import { shortDay } from '~/core/time/iso-day';
import { acceptedBy, findingAnchor, findingsNow, findingsPath } from './findings-here';
import { notFound, type LoadedProject } from './load-project';

const rulePath = (loaded: LoadedProject, rule: string): string =>
  `${findingsPath(loaded)}/${encodeURIComponent(rule)}`;

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
  const { rule, subject, severity, title, because, arithmetic, fix, settled, explanation } = found;
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
    acceptedBy: acceptedBy(loaded, rule),
    explanation: explanation ? shownExplanation(loaded, explanation) : undefined,
    former: formerOf(loaded, found),
    whyNotExplain: loaded.whyNot('explain-finding', { rule, subject, why: 'x' }),
  };
}

/** The case check: everything it finds in the record now, and what was said of it. */
export function findingsOf(loaded: LoadedProject) {
  const { project, external, today } = loaded;
  const found = findingsNow(loaded);
  const unsure = cannotTellIn(project, givenOn(external, today));
  const shown = found.map((each) => shownFinding(loaded, each));
  const clean = RULES.filter(
    ({ id }) => !found.some(({ rule }) => rule === id) && !unsure.some(({ rule }) => rule === id),
  );
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
    unsure: unsure.map(({ rule, because }) => ({
      id: rule,
      title: ruleById(rule)?.title ?? rule,
      because,
      href: rulePath(loaded, rule),
    })),
    clean: clean.map((rule) => ({ id: rule.id, title: rule.title, href: rulePath(loaded, rule.id) })),
  };
}

function criterionWords({ external }: LoadedProject, id: string | undefined): string | undefined {
  const criterion = external.framework.criteria.find((each) => each.id === id);
  return criterion ? `Gate ${criterion.gate}: ${criterion.wording}` : undefined;
}

/** A rule's page of words, with what it finds in this project now; 404 for a rule that is none. */
export function findingRuleOf(loaded: LoadedProject, id: string) {
  const { project, external, today } = loaded;
  const rule = ruleById(id);
  if (!rule) throw notFound();
  const found = findingsNow(loaded).filter((each) => each.rule === rule.id);
  return {
    path: findingsPath(loaded),
    title: rule.title,
    severity: rule.severity,
    words: rule.words,
    readBy: criterionWords(loaded, rule.readBy),
    askedBy: (rule.askedBy ?? []).flatMap((each) => criterionWords(loaded, each) ?? []),
    acceptedBy: acceptedBy(loaded, rule.id),
    cannotTell: rule.cannotTell?.(project, givenOn(external, today)),
    found: found.map((each) => ({
      key: each.subject,
      title: each.title,
      because: each.because,
      settled: each.settled,
      href: `${findingsPath(loaded)}#${encodeURIComponent(findingAnchor(each))}`,
    })),
  };
}
