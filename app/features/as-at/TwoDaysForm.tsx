import { shortDay, type IsoDay } from '~/core/time/iso-day';
import { Button } from '~/ui/Button';
import { ErrorSummary } from '~/ui/ErrorSummary';
import { Section } from '~/ui/Section';
import { TextField } from '~/ui/TextField';

/** A day of the form, as typed, with what is wrong with it. */
export interface DayField {
  readonly typed: string;
  readonly error?: string;
}

/** Two days chosen, or the form to mend or to fill in. */
export type TwoDays =
  | { readonly kind: 'days'; readonly from: IsoDay; readonly to: IsoDay }
  | { readonly kind: 'form'; readonly wrong: boolean; readonly from: DayField; readonly to: DayField };

const fieldsOf = (asked: TwoDays): { from: DayField; to: DayField } =>
  asked.kind === 'form'
    ? asked
    : { from: { typed: shortDay(asked.from) }, to: { typed: shortDay(asked.to) } };

/** Chooses two days by a plain address: what each form of a comparison asks, with what is wrong with a day typed. */
export function TwoDaysForm({
  asked,
  action,
  began,
  beganWords,
}: {
  asked: TwoDays;
  action: string;
  began: IsoDay;
  /** "The record begins". */
  beganWords: string;
}) {
  const { from, to } = fieldsOf(asked);
  const errors = [
    ...(from.error ? [{ field: 'from', message: from.error }] : []),
    ...(to.error ? [{ field: 'to', message: to.error }] : []),
  ];
  return (
    <>
      <ErrorSummary errors={errors} />
      <Section title="What changed between two days">
        <form
          className="app-past__form app-no-print"
          method="get"
          action={action}
          data-own-day="yes"
          noValidate
        >
          <Day
            name="from"
            label="From the end of"
            field={from}
            hint={`${beganWords} on ${shortDay(began)}`}
          />
          <Day name="to" label="To the end of" field={to} hint="Today at the latest" />
          <Button variant="secondary">Compare</Button>
        </form>
      </Section>
    </>
  );
}

function Day({ name, label, field, hint }: { name: string; label: string; field: DayField; hint: string }) {
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      width={10}
      defaultValue={field.typed}
      {...(field.error === undefined ? {} : { error: field.error })}
    />
  );
}
