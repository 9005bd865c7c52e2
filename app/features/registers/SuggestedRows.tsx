import type { WhyNot } from '~/core/command/sent-back';
import { CommandForm, MayOrWhy } from '~/features/forms';
import { rowAnchor } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { ButtonLink } from '~/ui/ButtonLink';
import { Columns } from '~/ui/Columns';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { Cell, type ShownRegister, type ShownRow } from './RegisterSection';
import { WhyForm } from './WhyForm';
import { Quoted } from './Words';

export interface SuggestedRow extends ShownRow {
  /** The words of the document it came from. */
  readonly from: string;
  readonly whyNotConfirm: WhyNot | undefined;
  readonly whyNotWithdraw: WhyNot | undefined;
}

interface Props {
  register: ShownRegister;
  rows: readonly SuggestedRow[];
  projectRef: string;
}

/** Rows the text suggests, apart from the register: no gate reads them until a person confirms them. */
export function SuggestedRows({ register, rows, projectRef }: Props) {
  if (rows.length === 0) return null;
  return (
    <div className="govuk-!-margin-bottom-6">
      {rows.map((row) => (
        <Suggested key={row.id} register={register} row={row} projectRef={projectRef} />
      ))}
    </div>
  );
}

function Suggested({
  register,
  row,
  projectRef,
}: {
  register: ShownRegister;
  row: SuggestedRow;
  projectRef: string;
}) {
  const { columns, name } = register;
  const called = row.cells[0]?.text ?? '';
  const confirm = `confirm-${name}`;
  const told = row.cells.flatMap((cell, at) =>
    cell.text === '' && !cell.tag ? [] : [{ key: columns[at]?.header ?? '', value: <Cell cell={cell} /> }],
  );
  return (
    <article className="app-suggested" id={rowAnchor(row.id)} aria-label={`Suggested: ${called}`}>
      <p className="govuk-body govuk-!-margin-bottom-1">
        <Tag tone="warn">Suggested from the text, unconfirmed</Tag>
      </p>
      <Columns even side={<CameFrom row={row} called={called} />}>
        <SummaryList plain rows={told} />
      </Columns>
      <MayOrWhy
        whyNot={row.whyNotConfirm}
        id={`${confirm}-${row.id}`}
        label="Confirm"
        projectRef={projectRef}
      >
        <ButtonGroup>
          <CommandForm
            command={confirm}
            form={row.id}
            hidden={{ rowId: row.id }}
            label={`Confirm: ${called}`}
          >
            <Button small>
              Confirm<VisuallyHidden> {called}</VisuallyHidden>
            </Button>
          </CommandForm>
          <ButtonLink href={row.editHref} variant="secondary" small>
            Amend, then confirm<VisuallyHidden> {called}</VisuallyHidden>
          </ButtonLink>
        </ButtonGroup>
        <WhyForm
          command={`withdraw-${name}`}
          form={row.id}
          hidden={{ rowId: row.id }}
          label="Withdraw: it is not so"
          whyNot={row.whyNotWithdraw}
          projectRef={projectRef}
        />
      </MayOrWhy>
    </article>
  );
}

/** The document's own words a suggestion was read from, and who read it when. */
function CameFrom({ row, called }: { row: SuggestedRow; called: string }) {
  return (
    <>
      <p className="govuk-body app-muted govuk-!-margin-bottom-0">The words it came from:</p>
      <Quoted>{row.from}</Quoted>
      <p className="govuk-body-s">
        Read from it by {row.last.by},{' '}
        <a className="govuk-link" href={row.last.href}>
          {row.last.day}
          <VisuallyHidden>, the suggestion of {called}</VisuallyHidden>
        </a>
      </p>
    </>
  );
}
