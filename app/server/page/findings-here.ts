import { ROLE_WORDS } from '~/core/access/may';
import type { Screen } from '~/core/command/refusal';
import { explanationAuthority } from '~/core/findings/authority';
import { explainedFindings, givenOn, type ExplainedFinding } from '~/core/findings/open-findings';
import type { LoadedProject } from './load-project';

/** The page of the case check. */
export const findingsPath = ({ project }: LoadedProject): string =>
  `/projects/${encodeURIComponent(project.ref)}/findings`;

/** The id of a finding's element on that page. */
export const findingAnchor = ({ rule, subject }: Pick<ExplainedFinding, 'rule' | 'subject'>): string =>
  `finding-${rule}-${subject}`;

/** All that the case check finds in the record shown, on the day it is shown for. */
export const findingsNow = ({ project, external, today }: LoadedProject): readonly ExplainedFinding[] =>
  explainedFindings(project, givenOn(external, today));

/** Who has to accept an explanation of a rule's findings, in words; undefined where nobody has to. */
export function acceptedBy({ external }: LoadedProject, rule: string): string | undefined {
  const role = explanationAuthority(rule, external.framework);
  return role && ROLE_WORDS[role];
}

function saidOf(loaded: LoadedProject, { rule, settled, explanation }: ExplainedFinding): string | undefined {
  if (!explanation) return undefined;
  const said = `Explained by ${loaded.name(explanation.by)}: ${explanation.why}`;
  return settled ? said : `${said} (it counts once ${acceptedBy(loaded, rule) ?? 'somebody'} accepts it)`;
}

/** A finding as it is read beside the field or row that mends it. */
export function findingNote(loaded: LoadedProject, finding: ExplainedFinding) {
  const { rule, subject, severity, title, because, arithmetic, fix, settled } = finding;
  return {
    key: `${rule}-${subject}`,
    rule,
    severity,
    title,
    because,
    arithmetic,
    /** The row or the field of the page that it is read at. */
    row: fix.row,
    field: fix.field,
    settled,
    said: saidOf(loaded, finding),
    /** The finding on the case check's page, where it is explained. */
    href: `${findingsPath(loaded)}#${encodeURIComponent(findingAnchor(finding))}`,
  };
}

/** What the case check finds that a screen mends. */
export const findingsHere = (loaded: LoadedProject, screen: Screen) =>
  findingsNow(loaded)
    .filter(({ fix }) => fix.screen === screen)
    .map((each) => findingNote(loaded, each));
