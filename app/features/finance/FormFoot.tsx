import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import type { LineView, YearShown } from './line-types';

/** The button of a line's form, and the way out of it. */
export function FormFoot({
  view,
  children,
  warning,
}: {
  view: LineView;
  children: string;
  warning?: boolean;
}) {
  return (
    <ButtonGroup>
      <Button variant={warning ? 'warning' : 'primary'}>{children}</Button>
      <a className="govuk-link" href={view.path}>
        Cancel
      </a>
    </ButtonGroup>
  );
}

/** Years as the choices of a select. */
export const yearOptions = (cells: readonly YearShown[]) =>
  cells.map(({ fy, year }) => ({ value: String(fy), text: year }));

/** Years as the choices of checkboxes, each with its figure. */
export const yearBoxes = (cells: readonly YearShown[], figure: (cell: YearShown) => string | undefined) =>
  cells.map((cell) => ({
    value: String(cell.fy),
    label: [cell.year, figure(cell)].filter(Boolean).join(': '),
  }));
