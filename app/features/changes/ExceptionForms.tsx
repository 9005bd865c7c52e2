import { formatDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { Button } from '~/ui/Button';
import { CheckboxesField } from '~/ui/CheckboxesField';
import { Details } from '~/ui/Details';
import { PartialDateField } from '~/ui/PartialDateField';
import { RadiosField } from '~/ui/RadiosField';
import { TextAreaField } from '~/ui/TextAreaField';
import type { ExceptionsView } from './changes-view';

interface FormProps {
  exceptions: ExceptionsView;
  projectRef: string;
}

/** The sponsor's direction on breaches; drawn open for who can give it, while one waits. */
export function DirectForm({ exceptions, projectRef }: FormProps) {
  const { breaches, direct, ways, latest } = exceptions;
  const typed = useTyped('direct-exception');
  if (direct === undefined) return null;
  const waiting = breaches.filter((each) => !each.direction);
  const label = 'Direct what is done';
  return (
    <Details summary={label} open={typed.cameBack || (direct === null && waiting.length > 0)}>
      <MayOrWhy whyNot={direct} id="direct-exception-button" label={label} projectRef={projectRef}>
        <CommandForm command="direct-exception" label={label}>
          <CheckboxesField
            {...typed.checks(
              'keys',
              waiting.map((each) => each.key),
            )}
            label="Of what"
            options={breaches.map(({ key, because }) => ({ value: key, label: because }))}
          />
          <RadiosField {...typed.field('how')} label="What is to be done" options={ways} />
          <PartialDateField
            {...typed.date('until')}
            label="Day"
            hint={`A day to come, ${formatDay(latest)} at the latest; the exception is yours again after it`}
          />
          <TextAreaField {...typed.field('why')} label="Why" rows={3} />
          <Button>{label}</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}

/** The lead's or the PMO's report to the sponsor. */
export function ReportForm({ exceptions, projectRef }: FormProps) {
  const { report, reportIsCurrent, reports } = exceptions;
  const typed = useTyped('report-exception');
  if (report === undefined) return null;
  const label = reportIsCurrent ? 'Report anew to the sponsor' : 'Report to the sponsor';
  return (
    <Details summary={label} open={typed.cameBack || (report === null && reports.length === 0)}>
      <MayOrWhy whyNot={report} id="report-exception-button" label={label} projectRef={projectRef}>
        <CommandForm command="report-exception" label={label}>
          <p className="govuk-hint">
            What stands beyond tolerance is kept with the report, in the figures of today.
          </p>
          <TextAreaField {...typed.field('cause')} label="What caused it" rows={3} />
          <TextAreaField
            {...typed.field('options')}
            label="What can be done, and what each way costs"
            rows={3}
          />
          <TextAreaField {...typed.field('recommendation')} label="What you recommend" rows={2} />
          <Button>{label}</Button>
        </CommandForm>
      </MayOrWhy>
    </Details>
  );
}
