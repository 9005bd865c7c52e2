import { z } from 'zod';
import { saysTheSame } from '../answers/worded';
import { accept, acceptUnless } from '../command/command';
import { refusal } from '../command/refusal';
import { bindingBaseline } from '../gates/baseline';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import { formatFy, fyRange, fySchema } from '../time/financial-year';
import { cellsField, enteredFigure, fysField, lineIdField, MOST_YEARS, whyField } from './inputs';
import { cellOf, claimedSavings, sayAnswer } from './line';
import { baselineBinds, leadDoesNot, ownWork, standingLine, yearFaults } from './obstacles';

export const proposeFigures = projectCommand({
  name: 'propose-figures',
  title: 'Propose figures',
  purpose:
    "Proposes one or several years' figures of a line, in its convention; re-phasing is done with it too.",
  who: ['lead'],
  input: z.object({
    lineId: lineIdField,
    cells: cellsField(z.object({ fy: fySchema, answer: enteredFigure })),
  }),
  reads: ['finance'],
  decide(project, { lineId, cells }) {
    const { line, refusals: missing } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals: missing };
    const moved = cells.filter(({ fy, answer }) => !saysTheSame(cellOf(line, fy).proposed.answer, answer));
    const beyondConfirming = moved.some(
      ({ fy, answer }) =>
        answer.state !== 'none' || cellOf(line, fy).proposed.answer.state !== 'none-unconfirmed',
    );
    const refusals = [
      ...yearFaults(
        project,
        cells.map((each) => each.fy),
      ),
      ...(beyondConfirming && bindingBaseline(project)
        ? [baselineBinds('a proposed figure moves', lineId)]
        : []),
    ];
    if (refusals.length === 0 && moved.length === 0) return accept();
    return acceptUnless(refusals, () => [happened('figures-proposed', { lineId, cells: moved })]);
  },
});

export const confirmNoneFigures = projectCommand({
  name: 'confirm-none-figures',
  title: 'Confirm none',
  purpose: "Confirms that a document's “-” means none, for one or several years of a line.",
  who: ['lead'],
  input: z.object({ lineId: lineIdField, fys: fysField }),
  reads: ['finance'],
  decide(project, { lineId, fys }) {
    const { line, refusals: missing } = standingLine(project, lineId);
    if (!line) return { ok: false, refusals: missing };
    const answerIn = (fy: number) => cellOf(line, fy).proposed.answer;
    const open = fys.filter((fy) => answerIn(fy).state !== 'none');
    const refusals = [
      ...yearFaults(project, fys, 'fys'),
      ...open
        .filter((fy) => answerIn(fy).state !== 'none-unconfirmed')
        .map((fy) =>
          refusal(
            'contradiction',
            `${formatFy(fy)} is ${sayAnswer(answerIn(fy))}, not an unconfirmed none; propose none instead.`,
            { field: 'fys', fix: { screen: 'finance', row: lineId } },
          ),
        ),
    ];
    if (refusals.length === 0 && open.length === 0) return accept();
    return acceptUnless(refusals, () => [happened('nones-confirmed', { lineId, fys: open })]);
  },
});

export const extendHorizon = projectCommand({
  name: 'extend-horizon',
  title: 'Extend horizon',
  purpose:
    'Sets the first and last financial year of the figures; the horizon never shrinks and has no gaps.',
  who: ['lead', 'pmo'],
  input: z.object({ first: fySchema, last: fySchema }),
  reads: ['finance'],
  decide(project, { first, last }) {
    const { horizon } = project.money;
    const wanted = fyRange(first, last);
    const lost = horizon.filter((fy) => !wanted.includes(fy));
    const refusals = [
      ...(first > last
        ? [
            refusal('contradiction', `${formatFy(first)} comes after ${formatFy(last)}.`, {
              field: 'first',
            }),
          ]
        : lost.length > 0
          ? [
              refusal(
                'contradiction',
                `The horizon is never shortened; ${lost.map(formatFy).join(', ')} would fall out of it.`,
                { field: lost.some((fy) => fy < first) ? 'first' : 'last' },
              ),
            ]
          : []),
      ...(wanted.length > MOST_YEARS
        ? [refusal('limit-reached', `The horizon has at most ${MOST_YEARS} years.`, { field: 'last' })]
        : []),
    ];
    if (refusals.length === 0 && wanted.length === horizon.length) return accept();
    return acceptUnless(refusals, () => [happened('horizon-extended', { horizon: wanted })]);
  },
});

export const declareNonCashable = projectCommand({
  name: 'declare-non-cashable',
  title: 'Declare the case non-cashable',
  purpose:
    'The lead declares that the case claims no saving; it holds once finance agrees, until a saving is added.',
  who: ['lead'],
  input: z.object({ why: whyField }),
  reads: ['finance'],
  decide(project, { why }) {
    const savings = claimedSavings(project);
    const refusals = [
      ...savings.map((line) =>
        refusal('contradiction', `“${line.title}” claims a saving; withdraw it first.`, {
          fix: { screen: 'finance', row: line.id },
        }),
      ),
      ...(project.money.nonCashable
        ? [refusal('already-so', 'The case is already declared non-cashable.')]
        : []),
    ];
    return acceptUnless(refusals, () => [happened('non-cashable-declared', { words: { why } })]);
  },
});

export const agreeNonCashable = projectCommand({
  name: 'agree-non-cashable',
  title: 'Agree that the case is non-cashable',
  purpose: "Finance agrees to the lead's declaration that the case claims no saving.",
  who: ['finance'],
  input: z.object({}),
  reads: ['finance'],
  decide(project, _input, context) {
    const { nonCashable } = project.money;
    if (nonCashable?.agreed) return accept();
    const refusals = [
      ...leadDoesNot(project, context, 'agree to this'),
      ...(nonCashable?.declared.by === context.actor.person
        ? [ownWork(context, 'agree', 'declared it')]
        : []),
      ...(nonCashable
        ? []
        : [
            refusal('not-legal-now', 'The lead has not declared the case non-cashable.', {
              fix: { screen: 'finance', field: 'nonCashable' },
              by: [{ role: 'lead' }],
            }),
          ]),
    ];
    return acceptUnless(refusals, () => [happened('non-cashable-agreed', {})]);
  },
});

/** Commands that propose figures and set what they cover. */
export const proposalCommands = [
  proposeFigures,
  confirmNoneFigures,
  extendHorizon,
  declareNonCashable,
  agreeNonCashable,
];
