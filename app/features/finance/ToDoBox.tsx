import { RowList } from '~/ui/RowList';
import { Section } from '~/ui/Section';
import type { ToDo } from './types';

const rowsOf = (toDo: readonly ToDo[]) =>
  toDo.map(({ key, tag, title, detail, href }) => ({ key, tag, title, detail, href }));

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
      {finance.length > 0 ? (
        <RowList rows={rowsOf(finance)} />
      ) : (
        <p className="govuk-body">Nothing waits for finance.</p>
      )}
    </Section>
  );
  const forLead = (
    <Section key="lead" title="For the lead to do" id="lead-to-do" note={lead.length}>
      {lead.length > 0 ? (
        <RowList rows={rowsOf(lead)} />
      ) : (
        <p className="govuk-body">Nothing waits for the lead.</p>
      )}
    </Section>
  );
  return <>{leadFirst ? [forLead, forFinance] : [forFinance, forLead]}</>;
}
