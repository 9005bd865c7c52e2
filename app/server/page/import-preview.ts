import type { AppLoadContext } from '@remix-run/node';
import { isGiven } from '~/core/answers/answer';
import type { CaseDocument } from '~/core/case/case-document';
import { checkDocument } from '~/core/case-check/check-document';
import { TEXT_FIELDS } from '~/core/case/state';
import { givenOn } from '~/core/findings/open-findings';
import { formatMoney } from '~/core/money/format-money';
import { projectStream } from '~/core/project/stream';
import { importBusinessCase } from '~/core/project/open';
import { formatFy } from '~/core/time/financial-year';
import { formatPartial } from '~/core/time/partial-date';
import type { Actor } from '~/core/command/context';
import type { ShownRefusal } from '~/core/command/sent-back';
import { readDocument, UnreadableDocument } from '../import-document';
import { shownRefusal } from './shown-refusal';

export type DocumentReading =
  | { readonly ok: true; readonly document: CaseDocument; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reasons: readonly string[] };

/** Reads a document as a value: what cannot be read comes back as its reasons. */
export function readDocumentSafely(bytes: Uint8Array, name: string): DocumentReading {
  try {
    const { document, bytes: kept } = readDocument(bytes, name);
    return { ok: true, document, bytes: kept };
  } catch (error) {
    if (error instanceof UnreadableDocument) return { ok: false, reasons: error.reasons };
    throw error;
  }
}

type TextAnswer = NonNullable<CaseDocument['answers'][keyof CaseDocument['answers']]>;

const answerWords = (answer: TextAnswer): string =>
  isGiven(answer)
    ? answer.value
    : answer.state === 'tbc'
      ? 'TBC'
      : answer.state === 'blank'
        ? 'Not answered'
        : 'None, unconfirmed';

function moneyWords({ kind, timing, title, cells }: CaseDocument['moneyLines'][number]) {
  const amounts = cells.flatMap(({ fy, answer }) =>
    isGiven(answer) ? [`${formatFy(fy)} ${formatMoney(answer.value)}`] : [],
  );
  return { title, kind: `${timing} ${kind}`, amounts: amounts.length > 0 ? amounts.join(', ') : 'no figure' };
}

/** What was understood of a document and what found no place, with every reason why it would be refused. */
export async function previewOf(document: CaseDocument, actor: Actor, context: AppLoadContext) {
  const { tracker, today, newCommandId } = context;
  const external = await tracker.external();
  const decision = projectStream.decide(
    importBusinessCase,
    projectStream.empty(newCommandId()),
    { document },
    { now: tracker.now(), today, actor, ids: newCommandId, external },
  );
  const refusals: readonly ShownRefusal[] = decision.ok
    ? []
    : decision.refusals.map((each) => shownRefusal(each, external.directory));
  const { answers } = document;
  const { findings } = checkDocument(document, givenOn(external, today));
  return {
    name: document.name,
    ref: document.ref,
    refusals,
    answers: Object.entries(TEXT_FIELDS).flatMap(([field, { label }]) => {
      const answer = answers[field as keyof typeof TEXT_FIELDS];
      return answer ? [{ field, label, words: answerWords(answer) }] : [];
    }),
    findings: findings.map(({ rule, subject, severity, title, because, arithmetic }) => ({
      key: `${rule}-${subject}`,
      severity,
      title,
      because,
      arithmetic,
    })),
    money: document.moneyLines.map(moneyWords),
    gates: document.gates.map(({ gate, target }) => ({
      gate,
      date: isGiven(target) ? formatPartial(target.value) : 'TBC',
    })),
    counts: [
      { what: 'Deliverables', count: document.deliverables.length },
      { what: 'Risks', count: document.risks.length },
      { what: 'Non-cashable benefits', count: document.benefits.length },
      { what: 'Statements of what others decided', count: document.statements.length },
      { what: 'Assumptions, dependencies and constraints', count: document.assumptions.length },
      {
        what: 'Sums and organisations found in prose, to be confirmed',
        count: Object.values(document.suggested).reduce((sum, rows) => sum + rows.length, 0),
      },
    ],
    unplaced: document.unplaced.map(({ line, words, why }) => ({ line, words, why })),
    missing: document.missing,
  };
}
