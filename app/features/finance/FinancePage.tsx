import type { WhyNot } from '~/core/command/sent-back';
import { FindingNotes, type FindingNote } from '~/features/findings/FindingNotes';
import type { Marks } from '~/features/forms';
import { Columns } from '~/ui/Columns';
import { KeyFigures, type KeyFigure } from '~/ui/KeyFigures';
import { Section } from '~/ui/Section';
import { AddLineForm } from './AddLineForm';
import { BridgeSection, type BridgeShown } from './BridgeSection';
import { FinanceLinks } from './FinanceLinks';
import { HorizonSection, NonCashableSection } from './CoverSections';
import { LinesSection } from './LinesSection';
import { SeriesSection } from './SeriesSection';
import { StatedSection } from './StatedSection';
import { ToDoBox } from './ToDoBox';
import type {
  HorizonShown,
  LineCardShown,
  NonCashableShown,
  ProfileShown,
  SeriesShown,
  StatedShown,
  TermChoices,
  ToDo,
} from './types';

export interface FinancePageProps {
  readonly marks: Marks;
  readonly adding: boolean;
  readonly years: readonly string[];
  readonly horizonFys: readonly number[];
  readonly key: { readonly main: readonly KeyFigure[]; readonly beside: readonly KeyFigure[] };
  readonly series: SeriesShown;
  readonly bridge: BridgeShown;
  readonly toDo: { readonly finance: readonly ToDo[]; readonly lead: readonly ToDo[] };
  readonly mine: { readonly finance: boolean; readonly lead: boolean };
  readonly profiles: readonly {
    readonly id: string;
    readonly title: string;
    readonly href: string;
    readonly profile: ProfileShown;
  }[];
  /** What a slip of go-live costs, in sentences. */
  readonly slipCosts: readonly string[];
  readonly findings: readonly FindingNote[];
  readonly lines: readonly LineCardShown[];
  readonly whyNotAdd: WhyNot | undefined;
  readonly choices: TermChoices;
  readonly horizon: HorizonShown;
  readonly nonCashable: NonCashableShown;
  readonly stated: StatedShown;
}

/** A project's money on one page: what stands, who stands behind it, and what is still to do. */
export function FinancePage({ view }: { view: FinancePageProps }) {
  const { marks, adding, years, key, series, toDo, mine, lines } = view;
  if (adding && !view.whyNotAdd) return <AddLineForm view={view} />;
  return (
    <>
      <FinanceLinks projectRef={marks.ref} here="finance" />
      <KeyFigures items={key.main} />
      {key.beside.length > 0 ? <KeyFigures items={key.beside} /> : null}
      <Columns
        side={
          <>
            <ToDoBox finance={toDo.finance} lead={toDo.lead} leadFirst={mine.lead && !mine.finance} />
            <Profiles profiles={view.profiles} slipCosts={view.slipCosts} />
            <Findings findings={view.findings} />
          </>
        }
      >
        <SeriesSection series={series} />
      </Columns>
      <BridgeSection bridge={view.bridge} projectRef={marks.ref} />
      <LinesSection
        lines={lines}
        years={years}
        findings={view.findings}
        whyNotAdd={view.whyNotAdd}
        projectRef={marks.ref}
      />
      <StatedSection stated={view.stated} />
      <HorizonSection horizon={view.horizon} projectRef={marks.ref} />
      <NonCashableSection nonCashable={view.nonCashable} projectRef={marks.ref} />
    </>
  );
}

function Profiles({ profiles, slipCosts }: Pick<FinancePageProps, 'profiles' | 'slipCosts'>) {
  if (profiles.length === 0) return null;
  return (
    <Section title="Part-year effect" id="part-year">
      {slipCosts.map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      {profiles.map(({ id, title, href, profile }) => (
        <div key={id}>
          <p className="govuk-body">
            <a className="govuk-link" href={href}>
              {title}
            </a>
            : {'wanting' in profile ? profile.wanting : profile.sentence}
          </p>
          {'wanting' in profile ? null : (
            <p className="govuk-body app-muted">
              {profile.perMonth} {profile.counting}
            </p>
          )}
        </div>
      ))}
    </Section>
  );
}

/** What the case check says of the money as a whole; what it says of a line stands with the line. */
function Findings({ findings }: Pick<FinancePageProps, 'findings'>) {
  const whole = findings.filter(({ row }) => row === undefined);
  if (whole.length === 0) return null;
  return (
    <Section title="The case check says" id="findings" note={whole.length}>
      <FindingNotes findings={whole} />
    </Section>
  );
}
