import type { Screen } from '~/core/command/refusal';
import type { ExplainedFinding } from '~/core/findings/open-findings';
import { findingNote, findingsNow } from '../findings-here';
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

/** What the case check says, each finding with the field or part of the case it is read at. */
export const findingsOf = (loaded: LoadedProject) =>
  findingsNow(loaded).map((each) => ({ ...findingNote(loaded, each), place: placeOf(each) }));
