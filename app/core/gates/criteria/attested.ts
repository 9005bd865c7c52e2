import { digestOf } from '../../answers/digest';
import type { Attestation, SignOff } from '../../evidence/state';
import { standing } from '../../project/row';
import type { Project } from '../../project/state';
import type { Obstacle, Verdict } from '../outcome';
import { criterion, notApplicable, obstacle, verdict, type CriterionCode, type Reach } from './criterion';

/** What an attestation or sign-off must say beside its note, by name; shown as fields on the gate's page. */
export interface Particular {
  readonly name: string;
  readonly label: string;
  /** What an answer looks like. */
  readonly hint?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
}

/** The standing attestation of a criterion, as its evaluator may know it. */
export interface AttestedFact {
  readonly by: string;
  readonly day: string;
  readonly particulars: Readonly<Record<string, string>>;
  readonly attachments: number;
  readonly seen: boolean;
  readonly stillRests: boolean;
}

/** How an E or S criterion is put together: the subject an attestation rests on, what it must say, and any rule beyond. */
export interface AttestedCriterion<X> {
  readonly id: string;
  readonly sign?: boolean;
  /** The plain facts the attestation rests on: it lapses when they change. */
  subject(project: Project, reach: Reach): unknown;
  readonly particulars?: readonly Particular[];
  /** More facts for the rule beyond. */
  extra?(project: Project, reach: Reach): X;
  /** A reason why the framework itself says it does not apply. */
  notApplicable?(extra: X): string | undefined;
  /** What else fails, once it is attested. */
  beyond?(fact: AttestedFact, extra: X, today: string): readonly string[];
  /** What fails before anything is attested, such as a role nobody holds. */
  before?(extra: X): readonly Obstacle[];
}

const newest = <T extends Attestation | SignOff>(all: readonly T[], id: string): T | undefined =>
  all.filter((each) => each.criterion === id && !each.withdrawn).at(-1);

/** The digest of the facts an attestation of this criterion rests on now. */
const subjectDigest = <X>(each: AttestedCriterion<X>, project: Project, reach: Reach): string =>
  digestOf(each.subject(project, reach) ?? null);

const SUBJECTS = new Map<string, (project: Project, reach: Reach) => string>();
const PARTICULARS = new Map<string, readonly Particular[]>();

/** What the attestation of a criterion must say; none for criteria that nobody attests. */
export const particularsOf = (criterionId: string): readonly Particular[] =>
  PARTICULARS.get(criterionId) ?? [];

/** Whether somebody attests or signs this criterion. */
export const isAttested = (criterionId: string): boolean => SUBJECTS.has(criterionId);

/** The digest an attestation or sign-off made now would keep; undefined for a criterion nobody attests. */
export const attestationRests = (criterionId: string, project: Project, reach: Reach): string | undefined =>
  SUBJECTS.get(criterionId)?.(project, reach);

/** Attachments an attestation names that still stand. */
const standingAttachments = (project: Project, ids: readonly string[]): number =>
  standing(project.evidence.attachments).filter((each) => ids.includes(each.id)).length;

/** The facts of the newest standing attestation or sign-off of a criterion. */
export function attestedFact(
  project: Project,
  id: string,
  sign: boolean,
  rests: string,
): AttestedFact | null {
  if (sign) {
    const signed = newest(project.evidence.signOffs, id);
    return signed
      ? {
          by: signed.by,
          day: signed.day,
          particulars: signed.particulars,
          attachments: 0,
          seen: true,
          stillRests: signed.rests === rests,
        }
      : null;
  }
  const attested = newest(project.evidence.attestations, id);
  return attested
    ? {
        by: attested.by,
        day: attested.day,
        particulars: attested.particulars,
        attachments: standingAttachments(project, attested.attachments),
        seen: attested.seen !== undefined,
        stillRests:
          attested.rests === rests &&
          standingAttachments(project, attested.attachments) === attested.attachments.length,
      }
    : null;
}

/** Lets a computed criterion ask for an attestation as well; gives the digest it rests on. */
export function claimAttestation(
  id: string,
  subject: (project: Project, reach: Reach) => unknown,
): (project: Project, reach: Reach) => string {
  const rests = (project: Project, reach: Reach) => digestOf(subject(project, reach) ?? null);
  SUBJECTS.set(id, rests);
  return rests;
}

/** Makes the code of a criterion that somebody attests or signs. */
export function attested<X>(each: AttestedCriterion<X>): CriterionCode<unknown> {
  SUBJECTS.set(each.id, (project, reach) => subjectDigest(each, project, reach));
  PARTICULARS.set(each.id, each.particulars ?? []);
  const sign = each.sign === true;
  return criterion({
    id: each.id,
    facts(project, reach) {
      const rests = subjectDigest(each, project, reach);
      return {
        rests,
        attested: attestedFact(project, each.id, sign, rests),
        extra: (each.extra?.(project, reach) ?? null) as X,
      };
    },
    evaluate(facts, _parameters, today): Verdict {
      const inapplicable = each.notApplicable?.(facts.extra);
      if (inapplicable) return notApplicable(inapplicable);
      const fix = { screen: 'gate', field: each.id } as const;
      const missing = each.before?.(facts.extra) ?? [];
      const fact = facts.attested;
      if (!fact) {
        const words = sign ? 'Nobody has signed this off.' : 'Nobody has attested this.';
        return verdict([...missing, obstacle(words, fix, 'owner')], '');
      }
      const problems = [...missing];
      if (!fact.stillRests) {
        problems.push(
          obstacle(
            `What the ${sign ? 'sign-off' : 'attestation'} rests on has changed since; give it again.`,
            fix,
            'owner',
          ),
        );
      }
      if (!fact.seen) problems.push(obstacle('Attested; somebody else has yet to mark it seen.', fix, 'pmo'));
      const unsaid = (each.particulars ?? []).filter(
        (one) => !one.optional && !fact.particulars[one.name]?.trim(),
      );
      for (const one of unsaid) problems.push(obstacle(`It does not say: ${one.label}.`, fix, 'owner'));
      if (unsaid.length === 0) {
        for (const words of each.beyond?.(fact, facts.extra, today) ?? [])
          problems.push(obstacle(words, fix, 'owner'));
      }
      return verdict(problems, sign ? 'Signed off.' : 'Attested, and seen by somebody else.');
    },
  }) as CriterionCode<unknown>;
}
