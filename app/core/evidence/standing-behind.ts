import { z } from 'zod';
import { holdsRole, menderFor, ROLE_WORDS } from '../access/may';
import { lineSchema, textSchema } from '../answers/text';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { particularsOf } from '../gates/criteria/attested';
import type { CriterionData } from '../gates/framework';
import { gateNumberSchema, type GateNumber } from '../gates/gate-number';
import { restsOn } from '../gates/rests';
import { readMoney } from '../money/read-money';
import type { Project } from '../project/state';
import { notesField } from '../registers/fields';
import { isIsoDay } from '../time/iso-day';

/** What attesting and signing off have in common. */
export const behindInput = {
  criterion: lineSchema(100),
  gate: gateNumberSchema,
  note: notesField,
  /** Answers the criterion asks for by name. */
  particulars: z
    .record(lineSchema(100), textSchema(2_000), { error: 'Answer what the criterion asks for' })
    .refine((answers) => Object.keys(answers).length <= 20, 'Give up to 20 answers'),
};

/** A criterion a person may stand behind, with the digest of the facts that rests on; or why not. */
export interface Behind {
  readonly refusals: readonly Refusal[];
  readonly rests: string;
  /** Its particulars: what a redaction must leave, and what is said freely. */
  readonly particulars: Readonly<Record<string, string>>;
  readonly inWords: Readonly<Record<string, string>>;
}

interface Standing {
  readonly criterion: string;
  readonly gate: GateNumber;
  readonly particulars: Readonly<Record<string, string>>;
}

/** Whether a person may attest or sign off a criterion now: the right kind, the right gate, the owner's role, known particulars. */
export function standBehind(
  project: Project,
  { criterion: id, gate, particulars }: Standing,
  kind: 'evidence' | 'sign-off',
  context: Context,
): Behind {
  const criterion = context.external.framework.criteria.find((each) => each.id === id && each.on);
  const rests = criterion && restsOn(project, id, gate, context);
  // A computed criterion may rest on an attestation as well: no linked case claims the same saving.
  const asked = criterion?.kind === 'computed' ? 'evidence' : criterion?.kind;
  if (!criterion || rests === undefined || asked !== kind) {
    const what = kind === 'evidence' ? 'attested' : 'signed off';
    return {
      refusals: [
        refusal('no-such-row', `The framework has no criterion “${id}” that is ${what}.`, {
          field: 'criterion',
          fix: { screen: 'gate', gate },
        }),
      ],
      rests: '',
      particulars: {},
      inWords: {},
    };
  }
  return {
    refusals: [
      ...atItsGate(project, criterion, gate),
      ...byItsOwner(project, criterion, context),
      ...onlyAsked(id, particulars),
    ],
    rests,
    ...sorted(id, particulars, context),
  };
}

/** Parts choices, days, money and the framework's own words, which gates read, from what is said freely. */
function sorted(
  id: string,
  particulars: Standing['particulars'],
  context: Context,
): Pick<Behind, 'particulars' | 'inWords'> {
  const asked = particularsOf(id);
  const authorities = context.external.framework.authorityBands.map((band) => band.authority);
  const isFigure = ([name, answer]: readonly [string, string]): boolean =>
    asked.some((each) => each.name === name && each.choices !== undefined) ||
    isIsoDay(answer) ||
    readMoney(answer, { negatives: false }).ok ||
    authorities.includes(answer);
  const entries = Object.entries(particulars);
  return {
    particulars: Object.fromEntries(entries.filter(isFigure)),
    inWords: Object.fromEntries(entries.filter((entry) => !isFigure(entry))),
  };
}

function atItsGate(project: Project, criterion: CriterionData, gate: GateNumber): readonly Refusal[] {
  const about = {
    criterion: criterion.id,
    field: 'gate',
    fix: { screen: 'gate' as const, gate: criterion.gate },
  };
  if (gate !== criterion.gate) {
    return [refusal('contradiction', `“${criterion.id}” belongs to Gate ${criterion.gate}.`, about)];
  }
  return project.gates.records[gate].standing.state === 'approved' && !criterion.standing
    ? [refusal('not-legal-now', `Gate ${gate} is approved; its evidence is not given again.`, about)]
    : [];
}

const byItsOwner = (project: Project, criterion: CriterionData, context: Context): readonly Refusal[] =>
  holdsRole(context.external.directory, context.actor.person, criterion.owner, project, context.today)
    ? []
    : [
        refusal('not-permitted', `“${criterion.task}” is for ${ROLE_WORDS[criterion.owner]}.`, {
          criterion: criterion.id,
          fix: { screen: 'gate', gate: criterion.gate, field: criterion.id },
          by: [menderFor(criterion.owner, project)],
        }),
      ];

function onlyAsked(id: string, particulars: Readonly<Record<string, string>>): readonly Refusal[] {
  const asked = particularsOf(id);
  return Object.entries(particulars).flatMap(([name, answer]) => {
    const particular = asked.find((each) => each.name === name);
    const about = { criterion: id, field: `particulars.${name}` };
    if (!particular) return [refusal('contradiction', `“${id}” does not ask for “${name}”.`, about)];
    const known = !particular.choices || particular.choices.some((choice) => choice.value === answer);
    return known || answer.trim() === ''
      ? []
      : [refusal('contradiction', `${particular.label}: “${answer}” is not one of the choices.`, about)];
  });
}
