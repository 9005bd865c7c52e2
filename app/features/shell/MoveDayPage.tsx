import { formatDay, type IsoDay } from '~/core/time/iso-day';
import { CommandForm, useTyped } from '~/features/forms';
import { Button } from '~/ui/Button';
import { PageHeading } from '~/ui/PageHeading';
import { PartialDateField } from '~/ui/PartialDateField';
import { SignedInPage } from './SignedInPage';

/** In a demonstration: the business day, and the form that moves it forwards. */
export function MoveDayPage({ today }: { today: IsoDay }) {
  const typed = useTyped('move-day');
  return (
    <SignedInPage crumbs={[{ text: 'My work', href: '/' }, { text: 'Move to another day' }]}>
      <PageHeading title="Move to another day" />
      <p className="govuk-body">
        This is a demonstration, so the tracker’s day can be moved. It is <strong>{formatDay(today)}</strong>{' '}
        for everybody. The day moves forwards only, and every move is recorded.
      </p>
      <CommandForm command="move-day" label="Move to another day">
        <PartialDateField {...typed.date('to')} label="Move to" hint={`A day after ${formatDay(today)}`} />
        <Button>Move to this day</Button>
      </CommandForm>
    </SignedInPage>
  );
}
