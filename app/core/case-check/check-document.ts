import type { CaseDocument } from '../case/case-document';
import { asImported } from '../project/as-imported';
import type { IsoDay } from '../time/iso-day';
import { cannotTellIn, checkCase } from './check';
import type { Finding, Given } from './rule';

/** What the case check says of a document before anybody imports it. */
export interface DocumentChecked {
  readonly findings: readonly Finding[];
  readonly cannotTell: readonly { readonly rule: string; readonly because: string }[];
}

/** Checks the record a document would begin on a day. */
export function checkDocument(
  document: CaseDocument,
  given: Given & { readonly today: IsoDay },
): DocumentChecked {
  const project = asImported(document, given.framework, given.today);
  return { findings: checkCase(project, given), cannotTell: cannotTellIn(project, given) };
}
