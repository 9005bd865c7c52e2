import { useEffect, useState, type ComponentPropsWithRef } from 'react';
import { classNames } from './class-names';
import { describedBy, FieldShell, type FieldProps } from './field';

export interface TextAreaFieldProps extends FieldProps {
  defaultValue?: string;
  rows?: number;
  /** Characters allowed; said under the field, and counted down where scripts run. Never cuts what is typed. */
  maxLength?: number;
  textAreaProps?: ComponentPropsWithRef<'textarea'>;
}

const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

function Count({ id, max, used }: { id: string; max: number; used: number | undefined }) {
  const left = used === undefined ? undefined : max - used;
  const words =
    left === undefined
      ? `You can enter up to ${grouped(max)} characters`
      : left < 0
        ? `You have ${grouped(-left)} ${left === -1 ? 'character' : 'characters'} too many`
        : `You have ${grouped(left)} ${left === 1 ? 'character' : 'characters'} left`;
  return (
    <p
      id={`${id}-count`}
      className={classNames('app-count', left !== undefined && left < 0 && 'app-count--over')}
      aria-live="polite"
    >
      {words}
    </p>
  );
}

/** The text area of the page as it stands; none on the server. */
const boxOf = (id: string): HTMLTextAreaElement | undefined => {
  if (typeof document === 'undefined') return undefined;
  const found = document.getElementById(id);
  return found instanceof HTMLTextAreaElement ? found : undefined;
};

/** React puts a text area back to what the server sent as it takes the page over: what was typed by then stays. */
function useTypedBefore(id: string): void {
  const [typed] = useState(() => boxOf(id)?.value);
  useEffect(() => {
    const box = boxOf(id);
    if (box && typed !== undefined && box.value === box.defaultValue) box.value = typed;
  }, [id, typed]);
}

/** Several lines of text, with how many characters are left when there is a limit. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { name, id = name, hint, error, rows = 4, maxLength, textAreaProps } = props;
  const [used, setUsed] = useState<number>();
  useTypedBefore(id);
  return (
    <FieldShell {...props} id={id}>
      <textarea
        className={classNames('govuk-textarea', error && 'govuk-textarea--error')}
        id={id}
        name={name}
        rows={rows}
        defaultValue={props.defaultValue}
        aria-describedby={describedBy(id, { hint, error }, maxLength ? `${id}-count` : undefined)}
        aria-invalid={error ? true : undefined}
        onInput={maxLength ? (event) => setUsed(event.currentTarget.value.length) : undefined}
        {...textAreaProps}
      />
      {maxLength ? <Count id={id} max={maxLength} used={used} /> : null}
    </FieldShell>
  );
}
