import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';

/** The button of a form of the schedule, and the way out of it. */
export function FormFoot({ path, children }: { path: string; children: string }) {
  return (
    <ButtonGroup>
      <Button>{children}</Button>
      <a className="govuk-link" href={path}>
        Cancel
      </a>
    </ButtonGroup>
  );
}
