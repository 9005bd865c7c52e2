import { shortDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { RAG_WORDS, RagTag } from '~/features/projects/RagTag';
import { Button } from '~/ui/Button';
import { Details } from '~/ui/Details';
import { RadiosField } from '~/ui/RadiosField';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { TextAreaField } from '~/ui/TextAreaField';
import { TextField } from '~/ui/TextField';
import type { ConfidenceView, TolerancesView } from './gates-view';
import { countOf } from './gate-words';

const percent = (hundredths: number): string => `${hundredths / 100}%`;

/** How far dates and money may move without a change request, and the sponsor's form to set it. */
export function Tolerances({ tolerances, projectRef }: { tolerances: TolerancesView; projectRef: string }) {
  const typed = useTyped('set-tolerances');
  const { timeMonths, cost, benefit, setBy, set } = tolerances;
  const label = 'Set the tolerances';
  return (
    <Section
      title="Tolerances"
      note={setBy ? `set by ${setBy.by} on ${shortDay(setBy.on)}` : 'the programme’s defaults'}
      id="tolerances"
    >
      <SummaryList
        plain
        rows={[
          { key: 'Time', value: countOf(timeMonths, 'month') },
          { key: 'Cost', value: percent(cost) },
          { key: 'Benefit', value: percent(benefit) },
        ]}
      />
      <Details summary={label} open={typed.cameBack}>
        <MayOrWhy whyNot={set} id="set-tolerances-button" label={label} projectRef={projectRef}>
          <CommandForm command="set-tolerances" label={label}>
            <TextField
              {...typed.field('timeMonths', String(timeMonths))}
              label="Time, whole months"
              width={3}
              inputMode="numeric"
            />
            <TextField
              {...typed.field('cost', String(cost / 100))}
              label="Cost"
              suffix="%"
              width={4}
              inputMode="decimal"
            />
            <TextField
              {...typed.field('benefit', String(benefit / 100))}
              label="Benefit"
              suffix="%"
              width={4}
              inputMode="decimal"
            />
            <Button variant="secondary">{label}</Button>
          </CommandForm>
        </MayOrWhy>
      </Details>
    </Section>
  );
}

const RATINGS = (['red', 'amber', 'green'] as const).map((value) => ({ value, label: RAG_WORDS[value] }));

/** The colour by rule with its reasons, and beside it what people declare. */
export function Confidence({ confidence, projectRef }: { confidence: ConfidenceView; projectRef: string }) {
  const typed = useTyped('declare-confidence');
  const { byRule, declared, declare } = confidence;
  const label = 'Declare your confidence';
  return (
    <Section title="Confidence" id="confidence">
      <p className="govuk-body govuk-!-margin-bottom-1">
        <RagTag rag={{ ...byRule, because: [] }} />
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {byRule.because.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className="govuk-body">
        {declared ? (
          <>
            Declared <strong>{RAG_WORDS[declared.rating].toLowerCase()}</strong> by {declared.by} on{' '}
            {shortDay(declared.on)}: <span dir="auto">{declared.why}</span>
          </>
        ) : (
          'Nobody has declared delivery confidence beside it.'
        )}
      </p>
      <Details summary={label} open={typed.cameBack}>
        <MayOrWhy whyNot={declare} id="declare-confidence-button" label={label} projectRef={projectRef}>
          <CommandForm command="declare-confidence" label={label}>
            <RadiosField
              {...typed.field('rating', declared?.rating)}
              label="Delivery confidence"
              options={RATINGS}
              inline
            />
            <TextAreaField {...typed.field('why')} label="Why" rows={3} />
            <Button variant="secondary">{label}</Button>
          </CommandForm>
        </MayOrWhy>
      </Details>
    </Section>
  );
}
