import { shortDay } from '~/core/time/iso-day';
import { fixHref, rowAnchor } from '~/features/projects/sections';
import { Details } from '~/ui/Details';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import type { BreachView, ChangesPageProps, ExceptionsView } from './changes-view';
import { DirectForm, ReportForm } from './ExceptionForms';

const KINDS: Readonly<Record<BreachView['tolerance'], string>> = {
  time: 'Time',
  cost: 'Cost',
  benefit: 'Benefit',
  scope: 'Scope',
};

type ExceptionsProps = ChangesPageProps & { exceptions: ExceptionsView };

function noteOf({ breaches }: ExceptionsView): string {
  const waiting = breaches.filter((each) => !each.direction).length;
  if (breaches.length === 0) return 'within tolerance';
  return waiting === 0 ? 'all directed' : `${waiting} for the sponsor to direct`;
}

/** What stands beyond tolerance of the binding baseline, its reports, and what the sponsor directed. */
export function Exceptions({ exceptions, tolerances, marks }: ExceptionsProps) {
  const { breaches, reports } = exceptions;
  const { timeMonths, cost, benefit } = tolerances;
  return (
    <Section title="Exceptions" note={noteOf(exceptions)} id="exceptions">
      {breaches.length === 0 ? (
        <EmptyState title="Nothing stands beyond tolerance">
          Tolerated of the binding baseline: {timeMonths} month{timeMonths === 1 ? '' : 's'} of time,{' '}
          {cost / 100}% of cost, {benefit / 100}% of savings, and nothing of scope.
        </EmptyState>
      ) : (
        <>
          <ul className="app-rows">
            {breaches.map((each) => (
              <Breach key={each.key} breach={each} projectRef={marks.ref} />
            ))}
          </ul>
          <DirectForm exceptions={exceptions} projectRef={marks.ref} />
          <ReportForm exceptions={exceptions} projectRef={marks.ref} />
        </>
      )}
      {reports.length > 0 ? <Reports exceptions={exceptions} /> : null}
    </Section>
  );
}

function Breach({ breach, projectRef }: { breach: BreachView; projectRef: string }) {
  const { key, tolerance, because, direction, lapsed, fix } = breach;
  return (
    <li className="app-rows__row" id={rowAnchor(key.replace('/', '-'))}>
      <div>
        <Tag tone={direction ? 'warn' : 'bad'}>{KINDS[tolerance]}</Tag>
      </div>
      <div>
        <div className="app-rows__title">
          <a className="govuk-link" href={fixHref(projectRef, fix)} dir="auto">
            {because}
          </a>
        </div>
        <div className="app-rows__detail">
          {direction ? (
            <>
              {direction.words}: {direction.by}, {shortDay(direction.on)}.{' '}
              <span dir="auto">{direction.why}</span>
            </>
          ) : (
            (lapsed ?? 'Not yet directed by the sponsor.')
          )}
        </div>
      </div>
    </li>
  );
}

/** The newest report in full, the earlier ones folded. */
function Reports({ exceptions: { reports, reportIsCurrent, breaches } }: { exceptions: ExceptionsView }) {
  const [last, ...earlier] = reports;
  if (!last) return null;
  const stale = breaches.length > 0 && !reportIsCurrent;
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-top-4">
        Exception report of {shortDay(last.on)}, {last.by}{' '}
        {stale ? <Tag tone="warn">Figures moved since</Tag> : null}
      </h3>
      <Report report={last} />
      {earlier.length > 0 ? (
        <Details summary={`Earlier reports (${earlier.length})`}>
          {earlier.map((each) => (
            <div key={each.id}>
              <h4 className="govuk-heading-s">
                {shortDay(each.on)}, {each.by}
              </h4>
              <Report report={each} />
            </div>
          ))}
        </Details>
      ) : null}
    </>
  );
}

function Report({ report }: { report: ExceptionsView['reports'][number] }) {
  const text = (words: string) => (
    <span className="app-plain-text" dir="auto">
      {words}
    </span>
  );
  return (
    <SummaryList
      rows={[
        { key: 'Cause', value: text(report.cause) },
        { key: 'Options', value: text(report.options) },
        { key: 'Recommendation', value: text(report.recommendation) },
      ]}
    />
  );
}
