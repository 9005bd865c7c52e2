import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay } from './iso-day';
import { formatPartial, isPartialDate } from './partial-date';
import { readDateParts, readPartialDate } from './read-date';

const partials = fc
  .tuple(fc.integer({ min: 0, max: 40_541 }), fc.constantFrom(4, 7, 10))
  .map(([n, length]) => addDays('1990-01-01', n).slice(0, length));

describe('reading a date', () => {
  it.each([
    ['Sept 2024', '2024-09', 'Sep 2024'],
    ['Sep 2024', '2024-09', 'Sep 2024'],
    ['September 2024', '2024-09', 'Sep 2024'],
    ['sept. 2024', '2024-09', 'Sep 2024'],
    ['SEP 2024', '2024-09', 'Sep 2024'],
    ['Oct 2023 ', '2023-10', 'Oct 2023'],
    ['Oct\u00a02023', '2023-10', 'Oct 2023'],
    ['Oct-2023', '2023-10', 'Oct 2023'],
    ['9/2024', '2024-09', 'Sep 2024'],
    ['15/9/2024', '2024-09-15', '15 Sep 2024'],
    ['03/04/2024', '2024-04-03', '3 Apr 2024'],
    ['15.9.2024', '2024-09-15', '15 Sep 2024'],
    ['15-09-2024', '2024-09-15', '15 Sep 2024'],
    ['2024-09-15', '2024-09-15', '15 Sep 2024'],
    ['2024/9/5', '2024-09-05', '5 Sep 2024'],
    ['2024-09', '2024-09', 'Sep 2024'],
    ['2024', '2024', '2024'],
    ['15 September 2024', '2024-09-15', '15 Sep 2024'],
    ['1 Oct 2023', '2023-10-01', '1 Oct 2023'],
    ['1st  Oct, 2023', '2023-10-01', '1 Oct 2023'],
    ['October 1, 2023', '2023-10-01', '1 Oct 2023'],
    ['29 Feb 2024', '2024-02-29', '29 Feb 2024'],
  ])('takes %j as %s', (text, value, words) => {
    expect(readPartialDate(text)).toEqual({ ok: true, value, understood: words });
  });

  it.each([
    ['31 Feb 2024', 'February 2024 has 29 days'],
    ['29/2/2023', 'February 2023 has 28 days'],
    ['2024-04-31', 'April 2024 has 30 days'],
    ['0 Oct 2023', 'The day must be 1 or more'],
    ['2024-13', 'There is no month 13: use 1 to 12'],
    ['9/15/2024', 'There is no month 15: use 1 to 12'],
    ['2024-00', 'There is no month 0: use 1 to 12'],
    ['1989', 'The year must be from 1990 to 2100'],
    ['1 Jan 2101', 'The year must be from 1990 to 2100'],
    ['9999', 'The year must be from 1990 to 2100'],
    ['15.9.24', 'Write the year with four digits, such as 2024'],
    ['15/9/24', 'Write the year with four digits, such as 2024'],
    ['Oct 23', 'Write the year with four digits, such as 2024'],
    ['1 Oct 23', 'Write the year with four digits, such as 2024'],
    ['1 October', 'Add the year, with four digits'],
    ['October', 'Add the year, with four digits'],
    ['', 'Enter a date'],
    ['   ', 'Enter a date'],
    ['Oct\t2023', 'Remove the hidden control characters'],
    ['2024\u0000', 'Remove the hidden control characters'],
    ['TBC', 'Enter a date such as 15 Sep 2024, Sep 2024 or 2024'],
    ['Octember 2024', 'Enter a date such as 15 Sep 2024, Sep 2024 or 2024'],
    ['15/9-2024', 'Enter a date such as 15 Sep 2024, Sep 2024 or 2024'],
    ['23/24', 'Enter a date such as 15 Sep 2024, Sep 2024 or 2024'],
    ['２０２４', 'Enter a date such as 15 Sep 2024, Sep 2024 or 2024'],
    ['2024-09-15T10:00:00Z', 'Enter a date such as 15 Sep 2024, Sep 2024 or 2024'],
  ])('refuses %j: %s', (text, message) => {
    expect(readPartialDate(text)).toEqual({ ok: false, message });
  });

  it('gives back what was formatted, and shows it as it was', () => {
    fc.assert(
      fc.property(partials, (p) => {
        expect(readPartialDate(formatPartial(p))).toEqual({
          ok: true,
          value: p,
          understood: formatPartial(p),
        });
        expect(readPartialDate(p)).toMatchObject({ ok: true, value: p });
        if (p.length === 10) expect(readPartialDate(formatDay(p))).toMatchObject({ ok: true, value: p });
      }),
    );
  });

  it('never throws, and takes nothing that is no partial date', () => {
    const scraps = fc.constantFrom(
      '2024',
      '31',
      'Feb',
      '/',
      '-',
      '.',
      ' ',
      '13',
      '0',
      'th',
      ',',
      '99',
      '\n',
      'é',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(scraps, { maxLength: 7 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const reading = readPartialDate(written);
        if (reading.ok) expect(isPartialDate(reading.value)).toBe(true);
        else expect(reading.message).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('reading the split date input', () => {
  it.each([
    ['15', '9', '2024', '2024-09-15'],
    [' 5 ', 'Sept', ' 2024 ', '2024-09-05'],
    ['', '09', '2024', '2024-09'],
    ['', 'october', '2023', '2023-10'],
    ['', '', '2024', '2024'],
  ])('takes %j %j %j', (day, month, year, value) => {
    expect(readDateParts({ day, month, year })).toEqual({
      ok: true,
      value,
      understood: formatPartial(value),
    });
  });

  it.each([
    ['', '', '', { day: 'Enter a date' }],
    ['31', '2', '2024', { day: 'February 2024 has 29 days' }],
    ['32', '', '2024', { day: 'The day must be 31 or less', month: 'Add the month' }],
    ['15', '', '2024', { month: 'Add the month' }],
    ['15', '9', '', { year: 'Add the year, with four digits' }],
    ['', '13', '2024', { month: 'There is no month 13: use 1 to 12' }],
    ['', 'Octember', '2024', { month: 'Enter a month, such as 9 or September' }],
    ['x', '9', '2024', { day: 'The day must be a number, such as 15' }],
    ['1.5', '9', '2024', { day: 'The day must be a number, such as 15' }],
    ['15', '9', '24', { year: 'Write the year with four digits, such as 2024' }],
    ['15', '9', 'year', { year: 'Write the year with four digits, such as 2024' }],
    ['15', '9', '20244', { year: 'Write the year with four digits, such as 2024' }],
    ['15', '9', '1989', { year: 'The year must be from 1990 to 2100' }],
    ['30', '2', '', { day: 'February has 29 days', year: 'Add the year, with four digits' }],
    ['15', '9\u0000', '2024', { month: 'Remove the hidden control characters' }],
  ])('refuses %j %j %j at its box', (day, month, year, errors) => {
    const reading = readDateParts({ day, month, year });
    expect(reading).toEqual({ ok: false, message: Object.values(errors).join('. '), errors });
  });
});
