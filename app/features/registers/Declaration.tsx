import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy, useTyped } from '~/features/forms';
import { Box } from '~/ui/Box';
import { Button } from '~/ui/Button';
import { RadiosField } from '~/ui/RadiosField';
import { Tag } from '~/ui/Tag';

export interface ShownDeclaration {
  readonly covers: boolean | undefined;
  readonly by: string | undefined;
  readonly whyNot: WhyNot | undefined;
}

/** The lead's word on whether the list of cost baselines covers the scope. */
export function Declaration({
  declaration,
  projectRef,
}: {
  declaration: ShownDeclaration;
  projectRef: string;
}) {
  const { covers, by, whyNot } = declaration;
  const typed = useTyped('declare-cost-baselines');
  const recorded = covers === undefined ? undefined : covers ? 'yes' : 'no';
  return (
    <Box id="covers">
      <h3 className="govuk-heading-s">
        Does the list cover the scope?{' '}
        {covers === undefined ? (
          <Tag tone="warn">Not declared</Tag>
        ) : (
          <Tag tone={covers ? 'good' : 'warn'}>{covers ? 'Yes' : 'No'}</Tag>
        )}
      </h3>
      {by ? <p className="govuk-body app-muted">Declared by {by}</p> : null}
      <MayOrWhy whyNot={whyNot} id="declare-button" label="Declare" projectRef={projectRef}>
        <CommandForm command="declare-cost-baselines" label="Declare whether the list covers the scope">
          <RadiosField
            {...typed.field('covers', recorded)}
            label="The cost baselines above cover all services in scope"
            hint="Gate 0 asks that you have said so, either way; Gate 2 asks that they do."
            inline
            options={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No, some are wanting' },
            ]}
          />
          <Button variant="secondary">Declare</Button>
        </CommandForm>
      </MayOrWhy>
    </Box>
  );
}
