import type { ReactNode } from 'react';
import type { WhyNot } from '~/core/command/sent-back';
import { FindingNotes, type FindingNote } from '~/features/findings/FindingNotes';
import { CommandForm, MayOrWhy } from '~/features/forms';
import { LastChangeCell, type LastChange } from '~/features/history/LastChangeCell';
import { rowAnchor } from '~/features/projects/sections';
import { Button } from '~/ui/Button';
import { ButtonGroup } from '~/ui/ButtonGroup';
import { ButtonLink } from '~/ui/ButtonLink';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Details } from '~/ui/Details';
import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { Tag, type Outcome } from '~/ui/Tag';
import { VisuallyHidden } from '~/ui/VisuallyHidden';
import { SuggestedRows, type SuggestedRow } from './SuggestedRows';
import { Words } from './Words';

export interface ShownCell {
  readonly text: string;
  readonly href?: string;
  readonly external?: boolean;
  readonly tag?: Outcome;
  readonly detail?: string;
}

export interface ShownRow {
  readonly id: string;
  readonly cells: readonly ShownCell[];
  readonly last: LastChange;
  readonly editHref: string;
}

export interface ShownRegister {
  readonly key: string;
  readonly name: string;
  readonly anchor: string;
  readonly title: string;
  readonly noun: string;
  /** Its rows in the plural: "cost baselines". */
  readonly words: string;
  readonly purpose: string;
  readonly columns: readonly { readonly header: string; readonly numeric?: boolean }[];
  readonly rows: readonly ShownRow[];
  readonly suggested: readonly SuggestedRow[];
  readonly withdrawn: readonly (ShownRow & { readonly said: string })[];
  readonly none: string | undefined;
  readonly wanting: readonly string[];
  readonly addHref: string;
  readonly whyNotRecord: WhyNot | undefined;
  readonly canBeNone: boolean;
  readonly whyNotNone: WhyNot | undefined;
}

/** A cell's words, its tag, and what goes with it; a thing not given says so. */
export function Cell({ cell }: { cell: ShownCell | undefined }) {
  if (!cell) return null;
  const { text, href, external, tag, detail } = cell;
  const words = text === '' ? null : <Words>{text}</Words>;
  return (
    <>
      {href ? (
        <a className="govuk-link" href={href} rel={external ? 'noreferrer noopener' : undefined}>
          {words}
        </a>
      ) : (
        words
      )}
      {words === null && !tag ? <span className="app-muted">not given</span> : null}
      {tag ? (
        <>
          {' '}
          <Tag tone={tag.tone}>{tag.text}</Tag>
        </>
      ) : null}
      {detail ? <div className="app-muted">{detail}</div> : null}
    </>
  );
}

function columnsOf(register: ShownRegister): readonly DataColumn<ShownRow>[] {
  const told = register.columns.map(({ header, numeric }, at): DataColumn<ShownRow> => ({
    key: header,
    header,
    ...(numeric ? { numeric } : {}),
    cell: (row) =>
      at === 0 ? (
        <span id={rowAnchor(row.id)} className="app-long">
          <Cell cell={row.cells[0]} />
        </span>
      ) : (
        <Cell cell={row.cells[at]} />
      ),
  }));
  return [
    ...told,
    {
      key: 'last',
      header: 'Last change',
      cell: (row) => <LastChangeCell last={row.last} of={row.cells[0]?.text ?? ''} />,
    },
    {
      key: 'act',
      header: 'Change',
      cell: (row) => (
        <a className="govuk-link" href={row.editHref}>
          Change<VisuallyHidden> {row.cells[0]?.text}</VisuallyHidden>
        </a>
      ),
    },
  ];
}

/** One register: its rows, those suggested from the text apart, and what can be added or confirmed. */
export function RegisterSection({
  register,
  findings,
  projectRef,
  children,
}: {
  register: ShownRegister;
  findings: readonly FindingNote[];
  projectRef: string;
  children?: ReactNode;
}) {
  const { key, anchor, title, purpose, rows, suggested, withdrawn, wanting } = register;
  return (
    <div id={anchor}>
      <Section title={title} note={rows.length === 0 ? undefined : rows.length} id={key}>
        <p className="govuk-hint">{purpose}</p>
        <FindingNotes findings={findings} />
        {rows.length > 0 ? (
          <DataTable
            caption={title}
            captionHidden
            columns={columnsOf(register)}
            rows={rows}
            rowKey={(row) => row.id}
            {...(wanting.length > 0 ? { note: `Wanting: ${wanting.join('; ')}.` } : {})}
          />
        ) : (
          <Nothing register={register} />
        )}
        <SuggestedRows register={register} rows={suggested} projectRef={projectRef} />
        <Acts register={register} projectRef={projectRef} />
        {withdrawn.length > 0 ? <Withdrawn rows={withdrawn} /> : null}
        {children}
      </Section>
    </div>
  );
}

function Nothing({ register }: { register: ShownRegister }) {
  const { words, none, suggested } = register;
  if (none) return <EmptyState title={none}>Recording one ends that.</EmptyState>;
  if (suggested.length > 0) {
    return (
      <p className="govuk-body">
        None is confirmed yet: read what the text suggests, and confirm, amend or withdraw it.
      </p>
    );
  }
  return (
    <EmptyState title={`No ${words} are recorded`}>
      Record one, or confirm that there are none: an empty register says neither.
    </EmptyState>
  );
}

function Acts({ register, projectRef }: { register: ShownRegister; projectRef: string }) {
  const { key, name, noun, words, addHref, whyNotRecord, canBeNone, whyNotNone } = register;
  const label = `Record a ${noun}`.replace(/^(Record a) ([aeiou])/, '$1n $2');
  return (
    <MayOrWhy whyNot={whyNotRecord} id={`record-${name}-button`} label={label} projectRef={projectRef}>
      <ButtonGroup>
        <ButtonLink href={addHref} variant="secondary">
          {label}
        </ButtonLink>
        {canBeNone && !whyNotNone ? (
          <CommandForm
            command="confirm-register-none"
            form={key}
            hidden={{ register: key }}
            label={`Confirm that there are no ${words}`}
          >
            <Button variant="quiet">Confirm that there are none</Button>
          </CommandForm>
        ) : null}
      </ButtonGroup>
    </MayOrWhy>
  );
}

function Withdrawn({ rows }: { rows: ShownRegister['withdrawn'] }) {
  return (
    <Details summary={`Withdrawn: ${rows.length}`}>
      <ul className="govuk-list govuk-list--bullet">
        {rows.map((row) => (
          <li key={row.id} id={rowAnchor(row.id)}>
            <Words>{row.cells[0]?.text ?? ''}</Words>
            <div className="app-muted">
              <a className="govuk-link" href={row.last.href}>
                <Words>{row.said}</Words>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </Details>
  );
}
