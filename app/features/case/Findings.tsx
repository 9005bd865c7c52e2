import { FindingNotes } from '~/features/findings/FindingNotes';
import type { ShownFinding } from './shown';

/** The findings read at one place of the case; nothing where there are none. */
export const Findings = ({ findings, at }: { findings: readonly ShownFinding[]; at: string }) => (
  <FindingNotes findings={findings.filter(({ place }) => place === at)} />
);
