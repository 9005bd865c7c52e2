import { Button } from '~/ui/Button';
import { TextField } from '~/ui/TextField';

export interface DayFormProps {
  /** The page of which another day is wanted. */
  path: string;
  label: string;
  /** What stands in the field: the day shown, or what was typed. */
  day?: string;
  error?: string;
}

/** The id of the field of a day, for summaries of errors. */
export const DAY_FIELD = 'as-at-day';

/** Chooses a past day of a page by a plain address; without scripts, and typed as days are written. */
export function DayForm({ path, label, day, error }: DayFormProps) {
  return (
    <form className="app-past__form" method="get" action={path} data-own-day="yes" noValidate>
      <TextField
        name="asAt"
        id={DAY_FIELD}
        label={label}
        hint="A day that is over, such as 31 Mar 2024"
        width={10}
        {...(day === undefined ? {} : { defaultValue: day })}
        {...(error === undefined ? {} : { error })}
      />
      <Button variant="secondary">Show that day</Button>
    </form>
  );
}
