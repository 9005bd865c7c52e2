import { refusal } from '../command/refusal';
import { formatMoney } from '../money/format-money';
import { penceSchema } from '../money/pence';
import { standing } from '../project/row';
import { register } from './definition';
import { choiceField, notesField, proseField, titleField } from './fields';
import type { LinkedCase, Option } from './state';

/** Cases this one is linked to: by name until resolved to a project. */
export const linkedCaseRegister = register<LinkedCase>()({
  name: 'linked-case',
  key: 'linkedCases',
  noun: 'Linked case',
  who: ['lead', 'pmo'],
  figures: {},
  words: { name: titleField },
  row: (own) => own,
  headline: (row) => row.name,
  shown: (row) => ({ Name: row.name, Project: row.projectRef }),
});

/** The options appraised. At most one is preferred: preferring another says in an event of its own that the first no longer is. */
export const optionRegister = register<Option>()({
  name: 'option',
  key: 'options',
  noun: 'Option',
  who: ['lead', 'pmo'],
  figures: {
    isBusinessAsUsual: choiceField,
    isPreferred: choiceField,
    cost: penceSchema.optional(),
  },
  words: { title: titleField, description: notesField, reason: notesField },
  entered: { description: proseField },
  row: (own) => own,
  headline: (row) => row.title,
  shown: (row) => ({
    Title: row.title,
    Description: row.description,
    'Business as usual': row.isBusinessAsUsual ? 'yes' : 'no',
    Preferred: row.isPreferred ? 'yes' : 'no',
    Reason: row.reason,
    Cost: row.cost === undefined ? undefined : formatMoney(row.cost),
  }),
  check: (_project, terms) =>
    terms.isPreferred && terms.reason.trim() === ''
      ? [
          refusal('narrative-required', 'Say why this option is preferred.', {
            field: 'reason',
            fix: { screen: 'registers', field: 'reason' },
          }),
        ]
      : [],
  before: (project, terms, rowId) =>
    terms.isPreferred
      ? standing(project.registers.options)
          .filter((option) => option.isPreferred && option.id !== rowId)
          .map((option) => ({ type: 'option-unpreferred', v: 1, body: { rowId: option.id } }))
      : [],
});
