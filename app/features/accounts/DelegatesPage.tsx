import type { WhyNot } from '~/core/command/sent-back';
import { formatDay } from '~/core/time/iso-day';
import { CommandForm, MayOrWhy, useTyped, type Marks } from '~/features/forms';
import { SignedInPage } from '~/features/shell/SignedInPage';
import { Button } from '~/ui/Button';
import { PageHeading } from '~/ui/PageHeading';
import { PartialDateField } from '~/ui/PartialDateField';
import { Section } from '~/ui/Section';
import { SelectField, type SelectOption } from '~/ui/SelectField';
import { Delegations, type ShownDelegation } from './Delegations';

export interface DelegatesPageProps {
  readonly today: string;
  readonly officers: readonly string[];
  readonly open: readonly ShownDelegation[];
  readonly past: readonly ShownDelegation[];
  readonly personMarks: Readonly<Record<string, Marks>>;
  readonly candidates: readonly SelectOption[];
  readonly whyNotName: WhyNot | undefined;
}

/** Who stands in for the Section 151 officer, and the form by which the officer names a delegate. */
export function DelegatesPage(props: DelegatesPageProps) {
  const { today, officers, open, past, personMarks, candidates, whyNotName } = props;
  return (
    <SignedInPage
      crumbs={[
        { text: 'My work', href: '/' },
        { text: 'Your account', href: '/account' },
        { text: 'Section 151 delegates' },
      ]}
    >
      <PageHeading
        title="Section 151 delegates"
        meta={officers.length > 0 ? `Officer: ${officers.join(', ')}` : 'There is no Section 151 officer'}
      />
      <p className="govuk-body">
        A delegate has the officer’s powers from the first to the last day, but names no delegates. Rules that
        keep people apart hold for delegates as for anybody.
      </p>
      <Delegations
        caption="Delegations in force and to come"
        rows={open}
        named
        marks={personMarks}
        empty={`Nobody stands in for the officer on ${formatDay(today)}, or is named to.`}
      />
      <Section title="Name a delegate" id="name-delegate">
        <MayOrWhy whyNot={whyNotName} id="name-delegate-button" label="Name a delegate" projectRef="">
          <NameForm candidates={candidates} today={today} />
        </MayOrWhy>
      </Section>
      {past.length > 0 ? (
        <Section title="Before" id="before" note={String(past.length)}>
          <Delegations caption="Delegations that are over" rows={past} named empty="" />
        </Section>
      ) : null}
    </SignedInPage>
  );
}

function NameForm({ candidates, today }: Pick<DelegatesPageProps, 'candidates' | 'today'>) {
  const typed = useTyped('name-delegate');
  return (
    <CommandForm command="name-delegate" label="Name a delegate">
      <SelectField
        {...typed.field('person')}
        label="Person"
        placeholder="Choose a person"
        options={candidates}
      />
      <PartialDateField
        {...typed.date('from')}
        label="First day"
        hint={`${formatDay(today)} or later: a delegation is never backdated`}
      />
      <PartialDateField {...typed.date('to')} label="Last day" hint="Less than a year after the first" />
      <Button>Name this delegate</Button>
    </CommandForm>
  );
}
