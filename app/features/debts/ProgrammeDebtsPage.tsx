import { SignedInPage } from '~/features/shell/SignedInPage';
import { EmptyState } from '~/ui/EmptyState';
import { FilterBar } from '~/ui/FilterBar';
import { PageHeading } from '~/ui/PageHeading';
import { Pagination } from '~/ui/Pagination';
import { SelectField } from '~/ui/SelectField';
import { DebtTable, type DebtView } from './DebtTable';

export interface ProgrammeDebtsProps {
  counts: Readonly<Record<'tbc' | 'blank', number>>;
  kind?: 'tbc' | 'blank' | undefined;
  page: number;
  pages: number;
  total: number;
  /** How many rows come before this page's. */
  from: number;
  debts: readonly DebtView[];
}

const hrefOf = (kind: string | undefined, page: number): string => {
  const wanted = [kind ? `kind=${kind}` : '', page > 1 ? `page=${page}` : ''].filter((each) => each !== '');
  return wanted.length > 0 ? `/debts?${wanted.join('&')}` : '/debts';
};

/** Every answer that projects which go on still owe, the oldest first. */
export function ProgrammeDebtsPage({ counts, kind, page, pages, total, from, debts }: ProgrammeDebtsProps) {
  return (
    <SignedInPage crumbs={[{ text: 'Projects', href: '/projects' }, { text: 'Answers owed' }]}>
      <PageHeading
        title="Answers owed"
        meta={`${counts.tbc} to be confirmed and ${counts.blank} not answered, on projects that go on`}
      />
      <FilterBar label="Narrow the answers owed" action="/debts" {...(kind ? { clearHref: '/debts' } : {})}>
        <SelectField
          name="kind"
          label="It says"
          placeholder="Either"
          defaultValue={kind ?? ''}
          options={[
            { value: 'tbc', text: 'To be confirmed' },
            { value: 'blank', text: 'Not answered' },
          ]}
        />
      </FilterBar>
      {debts.length === 0 ? (
        <EmptyState title="Nothing is owed">
          {kind ? 'Nothing of this kind is owed.' : 'Every question of every project has an answer.'}
        </EmptyState>
      ) : (
        <DebtTable caption={`The oldest first: ${total}`} debts={debts} across />
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(each) => hrefOf(kind, each)}
        {...(pages > 1 ? { showing: `${from + 1} to ${from + debts.length} of ${total}` } : {})}
      />
    </SignedInPage>
  );
}
