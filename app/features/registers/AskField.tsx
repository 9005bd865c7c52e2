import type { Typed } from '~/features/forms';
import { AnswerField } from '~/ui/AnswerField';
import { MoneyField } from '~/ui/MoneyField';
import { PartialDateField } from '~/ui/PartialDateField';
import { RadiosField } from '~/ui/RadiosField';
import { SelectField, type SelectOption } from '~/ui/SelectField';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';

/** One thing a register's form asks, as the server says it. */
export interface Ask {
  readonly name: string;
  readonly kind:
    | 'line'
    | 'text'
    | 'money'
    | 'cost'
    | 'yes-no'
    | 'date'
    | 'year'
    | 'number'
    | 'person'
    | 'deliverable'
    | 'sort';
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export interface AskFieldProps {
  ask: Ask;
  typed: Typed;
  values: Readonly<Record<string, string>>;
  people: readonly SelectOption[];
  deliverables: readonly SelectOption[];
}

const SORTS: readonly SelectOption[] = [
  { value: 'dependency', text: 'Dependency' },
  { value: 'constraint', text: 'Constraint' },
  { value: 'assumption', text: 'Assumption' },
  { value: 'unsorted', text: 'Not yet sorted' },
];

/** What a service costs: an amount, or unknown and to be found. */
function CostField({ ask, typed, values }: AskFieldProps) {
  const kind = typed.value(`${ask.name}.kind`, values[`${ask.name}.kind`]);
  const error = typed.error(ask.name) ?? typed.error(`${ask.name}.kind`);
  return (
    <AnswerField
      name={ask.name}
      id={typed.id(ask.name)}
      label={ask.label}
      kinds={['given', 'tbc']}
      words={{ given: 'An amount', tbc: 'Unknown, to be found' }}
      {...(error ? { error } : {})}
      {...(kind === 'given' || kind === 'tbc' ? { defaultValue: kind } : {})}
    >
      <MoneyField
        {...typed.field(`${ask.name}.value`, values[`${ask.name}.value`])}
        label="Amount a year"
        hint="Such as £630k or 630,000"
      />
    </AnswerField>
  );
}

/** Draws one field of a register's form after its kind. */
export function AskField(props: AskFieldProps) {
  const { ask, typed, values, people, deliverables } = props;
  const { name, kind, hint } = ask;
  const about = {
    label: ask.optional ? `${ask.label} (optional)` : ask.label,
    ...(hint ? { hint } : {}),
  };
  const field = typed.field(name, values[name]);
  switch (kind) {
    case 'cost':
      return <CostField {...props} />;
    case 'text':
      return <TextAreaField {...field} {...about} rows={3} maxLength={20_000} />;
    case 'money':
      return <MoneyField {...field} {...about} />;
    case 'date':
      return <PartialDateField {...typed.date(name, values[name])} {...about} />;
    case 'yes-no':
      return (
        <RadiosField
          {...field}
          {...about}
          inline
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
      );
    case 'year':
      return <TextField {...field} {...about} width={5} />;
    case 'number':
      return <TextField {...field} {...about} width={10} inputMode="numeric" />;
    case 'person':
      return <SelectField {...field} {...about} placeholder="Nobody yet" options={people} />;
    case 'deliverable':
      return <SelectField {...field} {...about} placeholder="None" options={deliverables} />;
    case 'sort':
      return <SelectField {...field} {...about} placeholder="Choose one" options={SORTS} />;
    default:
      return <TextField {...field} {...about} />;
  }
}
