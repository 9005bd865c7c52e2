import { formatDay } from '~/core/time/iso-day';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { PageHeading } from '~/ui/PageHeading';
import { Section } from '~/ui/Section';
import { CriteriaTable } from './CriteriaTable';
import type { FrameworkPageProps, GateShown } from './framework-view';
import { Bands, Categories, RiskScheme, Scales, Thresholds } from './Settings';

/** The rules by which gates are decided, for everybody to read. */
export function FrameworkPage({ framework, versions, published }: FrameworkPageProps) {
  const { title, version, gates } = framework;
  const count = gates.reduce((sum, { criteria }) => sum + criteria.length, 0);
  return (
    <SignedInPage>
      <PageHeading
        title="Gate rules"
        meta={`${title}, version ${version}${published ? `, published ${formatDay(published.on)} by ${published.by}` : ''}`}
      />
      <p className="govuk-body">
        Six gates and {count} criteria. A project keeps the version it started under until its sponsor moves
        it. A gate passes when every mandatory criterion holds and every waivable one holds or is waived.
      </p>
      {versions.length > 1 ? <Versions version={version} versions={versions} /> : null}
      <nav className="app-no-print" aria-label="On this page">
        <ul className="govuk-list">
          {gates.map(({ gate, decision }) => (
            <li key={gate}>
              <a className="govuk-link" href={`#gate-${gate}`}>
                Gate {gate}: {decision}
              </a>
            </li>
          ))}
          <li>
            <a className="govuk-link" href="#thresholds">
              Thresholds, authority, scales and risks
            </a>
          </li>
        </ul>
      </nav>
      {gates.map((gate) => (
        <GateSection key={gate.gate} gate={gate} />
      ))}
      <Thresholds framework={framework} />
      <Bands framework={framework} />
      <Scales framework={framework} />
      <RiskScheme framework={framework} />
      <Categories framework={framework} />
    </SignedInPage>
  );
}

function GateSection({ gate: { gate, stage, decision, deciders, criteria } }: { gate: GateShown }) {
  return (
    <Section
      title={`Gate ${gate}: ${decision}`}
      id={`gate-${gate}`}
      note={`${criteria.length} criteria of its own`}
    >
      <p className="govuk-body">
        Ends stage {gate}, {stage}. Decided by {deciders.join(' and ')}
        {deciders.length > 1 ? ', two different people' : ''}.
      </p>
      <CriteriaTable caption={`Criteria of Gate ${gate}`} criteria={criteria} />
    </Section>
  );
}

function Versions({ version, versions }: Pick<FrameworkPageProps, 'versions'> & { version: number }) {
  return (
    <p className="govuk-body">
      Versions:{' '}
      {versions.map((each, index) => (
        <span key={each}>
          {index > 0 ? ' · ' : ''}
          {each === version ? (
            <strong>{each}</strong>
          ) : (
            <a className="govuk-link" href={`/framework?version=${each}`}>
              {each}
            </a>
          )}
        </span>
      ))}
    </p>
  );
}
