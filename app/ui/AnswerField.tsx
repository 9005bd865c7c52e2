import type { ReactNode } from 'react';
import { Choice, choiceId } from './choice';
import { FieldsetShell, type FieldProps } from './field';

export type AnswerKind = 'given' | 'none' | 'tbc' | 'blank';

export interface AnswerFieldProps extends FieldProps {
  /** The name the choice is sent under; `<name>.kind` by default. */
  kindName?: string;
  /** The choice made; with an empty one none is, until somebody chooses. */
  defaultValue?: AnswerKind | '';
  /** The input asked for while the answer is given; name it `<name>.value`. */
  children: ReactNode;
  /** Which choices are offered; all four by default. */
  kinds?: readonly AnswerKind[];
  /** Other words for a choice, "None, confirmed" say. */
  words?: Partial<Record<AnswerKind, ReactNode>>;
}

const WORDS: Record<AnswerKind, string> = {
  given: 'Given',
  none: 'None',
  tbc: 'To be confirmed',
  blank: 'Not answered',
};

const KINDS: readonly AnswerKind[] = ['given', 'none', 'tbc', 'blank'];

/**
 * A question with four answers, of which "given" asks for more. The inner input is folded away by CSS alone
 * until "given" is chosen, and always shown where CSS cannot tell. The first choice carries the field's id.
 */
export function AnswerField(props: AnswerFieldProps) {
  const { name, id = name, kindName = `${name}.kind`, defaultValue = 'blank', children } = props;
  const { kinds = KINDS, words = {} } = props;
  return (
    <FieldsetShell {...props} id={id} className="app-answer">
      <div className="govuk-radios govuk-radios--inline govuk-radios--small">
        {kinds.map((kind, index) => (
          <Choice
            key={kind}
            kind="radios"
            id={choiceId(id, index)}
            name={kindName}
            option={{ value: kind, label: words[kind] ?? WORDS[kind] }}
            checked={kind === defaultValue}
            className={kind === 'given' ? 'app-answer__given' : undefined}
          />
        ))}
      </div>
      <div className="app-answer__inner">{children}</div>
    </FieldsetShell>
  );
}
