import type { ShownRefusal } from '~/core/command/sent-back';
import { fixHref } from '~/features/projects/sections';
import { Details } from '~/ui/Details';
import { RowList } from '~/ui/RowList';
import { Section } from '~/ui/Section';
import { CriterionRows, type ChecklistContext } from './CriterionRow';
import type { CriterionView, GatePageProps } from './gate-view';
import { countOf } from './gate-words';

type Groups = GatePageProps['checklist'];

/** "9 met · 1 waived · 2 stop it". */
export function countsInWords({ stops, look, passes }: Groups, also = 0): string {
  const waived = look.filter((each) => each.result === 'waived').length;
  const others = look.length - waived;
  const stopping = stops.length + also;
  return [
    `${passes.length} met`,
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(others > 0 ? [`${others} to look at`] : []),
    `${stopping} ${stopping === 1 ? 'stops' : 'stop'} it`,
  ].join(' · ');
}

function AlsoStopping({ also, projectRef }: { also: readonly ShownRefusal[]; projectRef: string }) {
  if (also.length === 0) return null;
  return (
    <RowList
      rows={also.map((each, index) => ({
        key: `${each.reason}-${index}`,
        tag: { tone: 'bad', text: each.reason.startsWith('condition') ? 'Condition' : 'Order' },
        title: each.because,
        ...(each.fix ? { href: fixHref(projectRef, each.fix) } : {}),
        ...(each.who ? { detail: `Who can: ${each.who}.` } : {}),
      }))}
    />
  );
}

export interface ChecklistProps {
  groups: Groups;
  also: readonly ShownRefusal[];
  context: ChecklistContext;
  /** What already passes is read too while a gate is being decided: only standing criteria of earlier gates are folded. */
  deciding: boolean;
}

/** What must hold at a gate: what stops it first, then what is worth a look, then what passes, folded away. */
export function Checklist({ groups, also, context, deciding }: ChecklistProps) {
  const { stops, look, passes } = groups;
  const shown = deciding ? passes.filter((each) => each.from === context.gate) : [];
  const folded = passes.filter((each) => !shown.includes(each));
  return (
    <Section title="What must hold" note={countsInWords(groups, also.length)} id="checklist">
      {stops.length + also.length > 0 ? (
        <>
          <h3 className="app-section__title app-section__title--3" id="stops">
            {countOf(stops.length + also.length, 'thing')} stop{stops.length + also.length === 1 ? 's' : ''}{' '}
            this gate
          </h3>
          <AlsoStopping also={also} projectRef={context.projectRef} />
          <CriterionRows criteria={stops} context={context} />
        </>
      ) : null}
      {look.length > 0 ? (
        <>
          <h3 className="app-section__title app-section__title--3">Worth a look; none stops the gate</h3>
          <CriterionRows criteria={look} context={context} />
        </>
      ) : null}
      {shown.length > 0 ? (
        <>
          <h3 className="app-section__title app-section__title--3">What holds</h3>
          <CriterionRows criteria={shown} context={context} />
        </>
      ) : null}
      <Folded criteria={folded} all={shown.length + look.length + stops.length === 0} context={context} />
    </Section>
  );
}

function Folded({
  criteria,
  all,
  context,
}: {
  criteria: readonly CriterionView[];
  all: boolean;
  context: ChecklistContext;
}) {
  if (criteria.length === 0) return null;
  const summary = all
    ? `Show all ${criteria.length}; every one is met`
    : `Show the other ${criteria.length}, ${criteria.length === 1 ? 'which is' : 'all'} met`;
  return (
    <Details summary={summary}>
      <h3 className="govuk-visually-hidden">Criteria that are met</h3>
      <CriterionRows criteria={criteria} context={context} />
    </Details>
  );
}
