import type { WhyNot } from '~/core/command/sent-back';
import type { FindingNote } from '~/features/findings/FindingNotes';
import { MayOrWhy, type Marks } from '~/features/forms';
import { ButtonLink } from '~/ui/ButtonLink';
import { Details } from '~/ui/Details';
import { EmptyState } from '~/ui/EmptyState';
import { KeyFigures } from '~/ui/KeyFigures';
import { Section } from '~/ui/Section';
import type { SelectOption } from '~/ui/SelectField';
import { HeatSection, type HeatSectionProps } from './HeatSection';
import { RiskTable, type ShownRisk } from './RiskTable';
import { AddRisk, EditRisk, type EditedRisk } from './RiskForms';

export interface RisksPageProps extends HeatSectionProps {
  readonly marks: Marks;
  readonly path: string;
  readonly appetite: number;
  readonly high: number;
  readonly adding: boolean;
  readonly editing: EditedRisk | undefined;
  readonly rows: readonly ShownRisk[];
  readonly findings: readonly FindingNote[];
  readonly past: readonly ShownRisk[];
  readonly counts: {
    readonly open: number;
    readonly high: number;
    readonly highAccepted: number;
    readonly above: number;
    readonly overdue: number;
    readonly wanting: number;
  };
  readonly people: readonly SelectOption[];
  readonly levels: { readonly likelihood: readonly SelectOption[]; readonly impact: readonly SelectOption[] };
  readonly whyNotRecord: WhyNot | undefined;
}

/** The risks of a project: the register, where they lie on the map, and the forms of one of them. */
export function RisksPage(props: RisksPageProps) {
  const { adding, editing, path, marks, people, levels } = props;
  const form = { path, projectRef: marks.ref, people, levels };
  if (adding) return <AddRisk {...form} whyNot={props.whyNotRecord} />;
  if (editing) return <EditRisk {...form} risk={editing} />;
  return <Register {...props} />;
}

function Figures({ counts, appetite, high }: Pick<RisksPageProps, 'counts' | 'appetite' | 'high'>) {
  return (
    <KeyFigures
      items={[
        { label: 'Open', value: counts.open, note: `${counts.overdue} overdue` },
        { label: 'Above appetite', value: counts.above, note: `a score over ${appetite}` },
        {
          label: 'High',
          value: counts.high,
          note: `${high} or more; the sponsor has accepted ${counts.highAccepted}`,
        },
        { label: 'Incomplete', value: counts.wanting, note: 'no owner, mitigation or due date' },
      ]}
    />
  );
}

function Record({ path, marks, whyNotRecord }: Pick<RisksPageProps, 'path' | 'marks' | 'whyNotRecord'>) {
  return (
    <MayOrWhy whyNot={whyNotRecord} id="record-risk-button" label="Record a risk" projectRef={marks.ref}>
      <ButtonLink href={`${path}?edit=new`} variant="secondary">
        Record a risk
      </ButtonLink>
    </MayOrWhy>
  );
}

function Register(props: RisksPageProps) {
  const { rows, findings, past } = props;
  return (
    <>
      <Figures {...props} />
      <Section title="Register" note={`${rows.length} open`} id="risks">
        {rows.length === 0 ? (
          <EmptyState title="No risk is open">
            Gate 0 asks for at least one risk with an owner and a mitigation. Record what could stop the
            project or its savings.
          </EmptyState>
        ) : (
          <RiskTable caption="Open risks, the highest score first" rows={rows} findings={findings} />
        )}
        <Record {...props} />
      </Section>
      <HeatSection {...props} />
      {past.length > 0 ? (
        <Details summary={`Closed and withdrawn: ${past.length}`}>
          <RiskTable caption="Closed and withdrawn risks" rows={past} />
        </Details>
      ) : null}
    </>
  );
}
