import { EmptyState } from '~/ui/EmptyState';
import { Section } from '~/ui/Section';
import { DebtTable, type DebtView } from './DebtTable';

/** Every answer a project owes, what stops the nearest gate first. */
export function ProjectDebtsPage({ debts }: { debts: readonly DebtView[] }) {
  const tbc = debts.filter(({ kind }) => kind === 'tbc').length;
  const blank = debts.length - tbc;
  return (
    <Section
      title="Answers owed"
      note={debts.length === 0 ? 'none' : `${tbc} to be confirmed, ${blank} not answered`}
    >
      <p className="govuk-body">
        “To be confirmed” is a debt: somebody knows the answer is wanted and nobody has given it. An answer
        not given at all is owed too. Each is counted from the day it was first so, until somebody answers it
        or says none.
      </p>
      {debts.length === 0 ? (
        <EmptyState title="Nothing is owed">Every question of the record has an answer.</EmptyState>
      ) : (
        <DebtTable caption="What blocks the nearest gate first" debts={debts} />
      )}
    </Section>
  );
}
