import { intervalOf, isWhollyPast } from '~/core/time/partial-date';
import { readPartialDate } from '~/core/time/read-date';
import { fields, list, many, optional } from '../decode-form';
import { changedRow, dateAnswer, dateBox, orNull } from '../form-rows';
import { day, line, text, wholeNumber } from '../form-fields';
import type { FormCommand } from './run-command';

const ROWS = 300;
const gate = () => wholeNumber({ from: 0, to: 5 });
const evidence = () => many((value) => ({ ok: true, value }), 50);
const deliverableId = line();
const milestoneId = line();
/** Left empty where the field is text that may be empty. */
const note = text();

const setSchedule = fields({
  gates: list(changedRow({ gate: gate() }, { target: dateAnswer() }), { max: 6 }),
  deliverables: list(changedRow({ deliverableId }, { start: dateAnswer(), finish: dateAnswer() }), {
    max: ROWS,
  }),
  milestones: list(changedRow({ milestoneId }, { target: dateAnswer() }), { max: ROWS }),
});

const forecast = fields({
  gates: list(changedRow({ gate: gate() }, { date: orNull(dateBox()) }), { max: 6 }),
  deliverables: list(changedRow({ deliverableId }, { start: orNull(dateBox()), finish: orNull(dateBox()) }), {
    max: ROWS,
  }),
  milestones: list(changedRow({ milestoneId }, { date: orNull(dateBox()) }), { max: ROWS }),
  why: text(),
});

const actuals = fields({
  deliverables: list(changedRow({ deliverableId }, { start: dateBox(), finish: dateBox() }), { max: ROWS }),
  milestones: list(changedRow({ milestoneId }, { date: dateBox() }), { max: ROWS }),
});

/** Refuses each changed date of a form that `wrong` holds of, at the very box it was typed in. */
const refusingDates =
  (wrong: (date: string, today: string) => boolean, message: string): FormCommand['prepare'] =>
  (value, { fields: sent }, { today }) => {
    const errors = [...sent].flatMap(([name, [typed = '']]) => {
      if (!sent.has(`${name}Was`) || typed.trim() === (sent.get(`${name}Was`)?.[0] ?? '').trim()) return [];
      const reading = readPartialDate(typed);
      return reading.ok && wrong(reading.value, today) ? [[name, message] as const] : [];
    });
    return Promise.resolve(
      errors.length > 0 ? { ok: false, errors: Object.fromEntries(errors) } : { ok: true, input: value },
    );
  };

const ahead = refusingDates(
  isWhollyPast,
  'A forecast cannot be wholly past: record what happened, or enter a later date',
);
const comeAbout = refusingDates(
  (date, today) => intervalOf(date).from > today,
  'What has happened cannot lie in the future',
);

/** The forms of the schedule; once done they lead back to the page without its form. */
export function scheduleForms(ref: string): Readonly<Record<string, FormCommand>> {
  const page = `/projects/${encodeURIComponent(ref)}/schedule`;
  const all: Readonly<Record<string, FormCommand>> = {
    'set-schedule': { fields: setSchedule },
    'forecast-dates': { fields: forecast, prepare: ahead },
    'record-actuals': { fields: actuals, prepare: comeAbout },
    'add-deliverable': {
      fields: fields({
        title: line(),
        start: dateAnswer(),
        finish: dateAnswer(),
        neededFor: optional(gate()),
        ownerId: optional(line()),
      }),
    },
    'amend-deliverable': {
      fields: fields({
        deliverableId,
        title: line(),
        neededFor: optional(gate()),
        ownerId: optional(line()),
      }),
    },
    'move-deliverable': { fields: fields({ deliverableId, to: gate(), why: text() }) },
    'complete-deliverable': {
      fields: fields({ deliverableId, finish: dateBox(), evidence: evidence(), note }),
    },
    'withdraw-deliverable': { fields: fields({ deliverableId, why: text() }) },
    'restore-deliverable': { fields: fields({ deliverableId }) },
    'add-milestone': {
      fields: fields({ title: line(), target: dateAnswer(), neededFor: optional(gate()) }),
    },
    'amend-milestone': { fields: fields({ milestoneId, title: line(), neededFor: optional(gate()) }) },
    'withdraw-milestone': { fields: fields({ milestoneId, why: text() }) },
    'restore-milestone': { fields: fields({ milestoneId }) },
    'record-go-live': { fields: fields({ date: day(), evidence: evidence(), note }) },
  };
  return Object.fromEntries(Object.entries(all).map(([name, form]) => [name, { ...form, then: () => page }]));
}
