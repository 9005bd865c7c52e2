import type { Answer } from '../answers/answer';
import { plainAnswer, wordsOfAnswer } from '../answers/worded';
import { descriptionForEvent } from '../benefits/events-terms';
import type { CaseDocument } from '../case/case-document';
import { answersForEvent } from '../case/events-answers';
import { TEXT_FIELDS, type CaseSection, type TextField } from '../case/state';
import { cellsForEvent } from '../finance/events-lines';
import type { FrameworkVersion } from '../gates/framework';
import type { NewEvent } from '../journal/event';
import type { Fy } from '../time/financial-year';
import { happened } from './events';

/** What an import needs beside the document. */
export interface ImportContext {
  readonly ref: string;
  readonly framework: FrameworkVersion;
  readonly horizon: readonly Fy[];
  readonly ids: () => string;
}

/** Every event of taking a document in, in the order of the form; nothing in them is anybody's act. */
export const eventsOfDocument = (document: CaseDocument, context: ImportContext): readonly NewEvent[] => [
  happened('project-opened', {
    ref: context.ref,
    framework: { id: context.framework.id, version: context.framework.version },
    horizon: [...context.horizon],
    words: {},
  }),
  documentEvent(document, context.ids),
  ...textEvents(document),
  ...qualificationEvents(document),
  ...moneyEvents(document, context),
  ...benefitEvents(document, context.ids),
  ...riskEvents(document, context.ids),
  ...registerEvents(document, context.ids),
  ...scheduleEvents(document, context.ids),
  ...suggestedEvents(document, context.ids),
];

function documentEvent(document: CaseDocument, ids: () => string): NewEvent {
  const { name, sha256, programme, statements, stated, unplaced, missing } = document;
  return happened('document-recorded', {
    sha256,
    statementIds: statements.map(() => ids()),
    words: { name, ...(programme === undefined ? {} : { programme }), statements, stated, unplaced, missing },
  });
}

function textEvents({ answers }: CaseDocument): readonly NewEvent[] {
  const fields = Object.keys(TEXT_FIELDS) as TextField[];
  const sections = [...new Set(fields.map((field) => TEXT_FIELDS[field].section))] as CaseSection[];
  return sections.flatMap((section) => {
    const found: (readonly [TextField, Answer<string>])[] = [];
    for (const field of fields) {
      const answer = answers[field];
      if (TEXT_FIELDS[field].section === section && answer && answer.state !== 'blank')
        found.push([field, answer]);
    }
    return found.length === 0 ? [] : [happened('fields-answered', answersForEvent(section, found, true))];
  });
}

/** The documents' own words by name, those that there are. */
function wordsBy<K extends string>(
  answers: Readonly<Record<K, Answer<unknown> | undefined>>,
): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  for (const name of Object.keys(answers) as K[]) {
    const answer = answers[name];
    const words = answer && wordsOfAnswer(answer);
    if (words !== undefined) found[name] = words;
  }
  return found;
}

function qualificationEvents({ qualification }: CaseDocument): readonly NewEvent[] {
  const { financialBenefits, effort, impact } = qualification;
  if (!financialBenefits && !effort && !impact) return [];
  return [
    happened('qualification-rated', {
      ...(financialBenefits ? { financialBenefits: plainAnswer<number>(financialBenefits) } : {}),
      ...(effort ? { effort: plainAnswer<number>(effort) } : {}),
      ...(impact ? { impact: plainAnswer<number>(impact) } : {}),
      fromDocument: true,
      words: wordsBy({ financialBenefits, effort, impact }),
    }),
  ];
}

/** The framework's category that the document's own note names, if just one is. */
function categoryNamed(
  framework: FrameworkVersion,
  note: Answer<string> | undefined,
  kind: string,
): string | undefined {
  if (note?.state !== 'given') return undefined;
  const text = note.value.toLowerCase();
  const named = framework.categories.filter(
    (category) => category.kind === kind && text.includes(category.title.toLowerCase()),
  );
  return named.length === 1 ? named[0]?.id : undefined;
}

function moneyEvents(document: CaseDocument, { framework, ids }: ImportContext): readonly NewEvent[] {
  return document.moneyLines.map((line) => {
    const { cells, words } = cellsForEvent(line.cells);
    const category = categoryNamed(framework, document.answers.savingsNote, line.kind);
    return happened('money-line-recorded', {
      lineId: ids(),
      kind: line.kind,
      timing: line.timing,
      ...(category === undefined ? {} : { category }),
      cells,
      evidence: [],
      fromDocument: true,
      words: { title: line.title, cells: words },
    });
  });
}

const benefitEvents = ({ benefits }: CaseDocument, ids: () => string): readonly NewEvent[] =>
  benefits.map(({ category, description, realisation }) =>
    happened('benefit-recorded', {
      benefitId: ids(),
      category,
      realisation,
      fromDocument: true,
      ...descriptionForEvent(description),
    }),
  );

const riskEvents = ({ risks }: CaseDocument, ids: () => string): readonly NewEvent[] =>
  risks.map(({ ref, risk, mitigation, ...figures }) =>
    happened('risk-recorded', {
      riskId: ids(),
      ref,
      ...figures,
      fromDocument: true,
      words: { risk, ...(mitigation === undefined ? {} : { mitigation }) },
    }),
  );

const registerEvents = (
  { linkedCases, assumptions }: CaseDocument,
  ids: () => string,
): readonly NewEvent[] => [
  ...linkedCases.map((name) =>
    happened('linked-case-recorded', { rowId: ids(), fromDocument: true, suggested: false, words: { name } }),
  ),
  ...assumptions.map(({ kind, statement }) =>
    happened('assumption-recorded', {
      rowId: ids(),
      kind,
      fromDocument: true,
      suggested: false,
      words: { statement },
    }),
  ),
];

function scheduleEvents({ gates, deliverables }: CaseDocument, ids: () => string): readonly NewEvent[] {
  const dates =
    gates.length === 0
      ? []
      : [
          happened('schedule-set', {
            gates: gates.map(({ gate, target }) => ({ gate, target: plainAnswer(target) })),
            deliverables: [],
            milestones: [],
            fromDocument: true,
            words: {
              gates: Object.fromEntries(
                gates.flatMap(({ gate, target }) => {
                  const words = wordsOfAnswer(target);
                  return words === undefined ? [] : [[String(gate), words]];
                }),
              ),
            },
          }),
        ];
  return [
    ...dates,
    ...deliverables.map(({ title, start, finish }) =>
      happened('deliverable-recorded', {
        deliverableId: ids(),
        start: plainAnswer(start),
        finish: plainAnswer(finish),
        fromDocument: true,
        words: { title, ...wordsBy({ start, finish }) },
      }),
    ),
  ];
}

const suggestedEvents = ({ name, suggested }: CaseDocument, ids: () => string): readonly NewEvent[] => [
  ...suggested.costBaselines.map(({ service, provider, amount, from }) =>
    happened('cost-baseline-recorded', {
      rowId: ids(),
      amount,
      fromDocument: true,
      suggested: true,
      words: { service, ...(provider === undefined ? {} : { provider }), source: name, suggestedFrom: from },
    }),
  ),
  ...suggested.benchmarks.map(({ organisation, annualCost, population, costApproximate, from }) =>
    happened('benchmark-recorded', {
      rowId: ids(),
      ...(annualCost === undefined ? {} : { annualCost }),
      ...(population === undefined ? {} : { population }),
      costApproximate,
      likeForLike: false,
      fromDocument: true,
      suggested: true,
      words: { organisation, source: name, suggestedFrom: from },
    }),
  ),
  ...suggested.populations.map(({ place, residents, from }) =>
    happened('population-recorded', {
      rowId: ids(),
      residents,
      fromDocument: true,
      suggested: true,
      words: { place, suggestedFrom: from },
    }),
  ),
];
