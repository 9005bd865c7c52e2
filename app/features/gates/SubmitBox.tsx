import { CommandForm, useTyped } from '~/features/forms';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { Box } from '~/ui/Box';
import { Button } from '~/ui/Button';
import { DisabledAction } from '~/ui/DisabledAction';
import { TextAreaField } from '~/ui/TextAreaField';
import type { GatePageProps } from './gate-view';

const lower = (title: string): string =>
  /^[A-Z]{2}|^Section/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);

/** Puts the gate before its deciders; while something stops it, says so and leads to what stops it. */
export function SubmitBox({ submit, gate, deciders, marks, checklist, also }: GatePageProps) {
  const typed = useTyped('submit-gate');
  if (submit === undefined) return null;
  const stops = checklist.stops.length + also.length > 0;
  const who = deciders.map((role) => lower(ROLE_TITLES[role])).join(' and ');
  return (
    <Box title="Submit for decision" id="submit" screenOnly>
      <p className="govuk-body">
        Freezes the pack and puts it before the {who}. From then on nothing the pack holds can change unless
        the submission is withdrawn.
      </p>
      {submit && !typed.cameBack ? (
        <DisabledAction
          id="submit-gate-button"
          label={`Submit Gate ${gate}`}
          reason={submit.because}
          {...(submit.who ? { who: `Who can: ${submit.who}.` } : {})}
          {...(stops ? { mend: { href: '#stops', text: 'What stops it' } } : {})}
        />
      ) : (
        <CommandForm command="submit-gate" hidden={{ gate }} label={`Submit Gate ${gate}`} marks={marks}>
          <TextAreaField {...typed.field('note')} label="Note to the deciders (optional)" rows={3} />
          <Button>Submit Gate {gate}</Button>
        </CommandForm>
      )}
    </Box>
  );
}
