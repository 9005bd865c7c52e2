import { dayOf, shortDay } from '~/core/time/iso-day';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "24 Oct 2023, 14:02", in London, of an ISO instant. */
export const formatInstant = (instant: string): string =>
  `${shortDay(dayOf(instant))}, ${clock.format(new Date(instant))}`;
