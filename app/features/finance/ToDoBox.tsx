import { Details } from '~/ui/Details';
import { RowList } from '~/ui/RowList';
import { Section } from '~/ui/Section';
import type { ToDo } from './types';

const FIRST = 4;

const rowsOf = (toDo: readonly ToDo[]) =>
  toDo.map(({ key, tag, title, detail, href }) => ({ key, tag, title, detail, href }));

/** The first few things, and the rest folded away. */
function ToDoRows({ toDo, nothing }: { toDo: readonly ToDo[]; nothing: string }) {
  if (toDo.length === 0) return <p className="govuk-body">{nothing}</p>;
  const first = toDo.length <= FIRST + 1 ? toDo : toDo.slice(0, FIRST);
  const rest = toDo.slice(first.length);
  return (
    <>
      <RowList rows={rowsOf(first)} />
      {rest.length > 0 ? (
        <Details summary={`${rest.length} more`}>
          <RowList rows={rowsOf(rest)} />
        </Details>
      ) : null}
    </>
  );
}

/** What waits for finance and for the lead; the first is the list of whoever looks. */
export function ToDoBox({
  finance,
  lead,
  leadFirst,
}: {
  finance: readonly ToDo[];
  lead: readonly ToDo[];
  leadFirst: boolean;
}) {
  const forFinance = (
    <Section key="finance" title="For finance to do" id="validate" note={finance.length}>
      <ToDoRows toDo={finance} nothing="Nothing waits for finance." />
    </Section>
  );
  const forLead = (
    <Section key="lead" title="For the lead to do" id="lead-to-do" note={lead.length}>
      <ToDoRows toDo={lead} nothing="Nothing waits for the lead." />
    </Section>
  );
  return <>{leadFirst ? [forLead, forFinance] : [forFinance, forLead]}</>;
}
