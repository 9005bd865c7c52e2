import type { CriterionData } from '../framework';
import type { GateNumber } from '../gate-number';

type Level = CriterionData['level'];
type Kind = CriterionData['kind'];
type Owner = CriterionData['owner'];

/** What a criterion's row says beyond its gate, id, kind, level, owner and words. */
interface More {
  readonly standing?: boolean;
  readonly authority?: Owner;
  readonly parameters?: Readonly<Record<string, number>>;
}

/** One row of the framework's criteria. */
export const row = (
  gate: GateNumber,
  id: string,
  kind: Kind,
  level: Level,
  owner: Owner,
  task: string,
  wording: string,
  more: More = {},
): CriterionData => ({
  id,
  gate,
  wording,
  task,
  kind,
  level,
  standing: more.standing ?? false,
  owner,
  ...(more.authority ? { authority: more.authority } : {}),
  parameters: { ...more.parameters },
  on: true,
  evaluator: 1,
});

export const STANDING = { standing: true } as const;
