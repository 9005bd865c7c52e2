import { ruleById } from '~/core/case-check/check';
import type { Screen } from '~/core/command/refusal';
import { explanationAuthority } from '~/core/findings/authority';
import { explainedFindings, type ExplainedFinding } from '~/core/findings/open-findings';
import { ROLE_WORDS } from '~/core/access/may';
import type { LoadedProject } from '../load-project';

/** Where on the page of the case a finding mended elsewhere is read. */
const PLACES: Partial<Record<Screen, string>> = {
  finance: 'finance',
  benefits: 'benefits',
  risks: 'risks',
  registers: 'suggested',
  schedule: 'timetable',
  people: 'information',
};

const placeOf = ({ fix }: ExplainedFinding): string =>
  fix.screen === 'case' ? (fix.field ?? 'case') : (PLACES[fix.screen] ?? 'case');

/** Any words do to ask whether an explanation would be taken. */
const SOME_WORDS = 'An explanation';

function shownFinding(loaded: LoadedProject, finding: ExplainedFinding) {
  const { external, name } = loaded;
  const { rule, subject, severity, title, because, arithmetic, fix, explanation, settled } = finding;
  return {
    place: placeOf(finding),
    rule,
    subject,
    severity,
    title,
    because,
    arithmetic,
    fix,
    settled,
    mend: ruleById(rule)?.words.mend ?? '',
    acceptedBy: ROLE_WORDS[explanationAuthority(rule, external.framework)],
    explanation: explanation && {
      id: explanation.id,
      why: explanation.why,
      by: name(explanation.by),
      day: explanation.day,
      accepted: explanation.accepted && { by: name(explanation.accepted.by), day: explanation.accepted.day },
      whyNotAccept: explanation.accepted
        ? undefined
        : loaded.whyNot('accept-explanation', { explanationId: explanation.id }),
      whyNotWithdraw: loaded.whyNot('withdraw-explanation', {
        explanationId: explanation.id,
        why: SOME_WORDS,
      }),
    },
    whyNotExplain: loaded.whyNot('explain-finding', { rule, subject, why: SOME_WORDS }),
  };
}

/** What the case check says, each finding with the part of the case it is read at and what may be done about it. */
export function findingsOf(loaded: LoadedProject) {
  const { project, external, today } = loaded;
  const { framework, settings } = external;
  return explainedFindings(project, { framework, settings, today }).map((each) => shownFinding(loaded, each));
}
