import { fixHref } from '~/features/projects/sections';
import type { SelectOption } from '~/ui/SelectField';
import { Tag } from '~/ui/Tag';
import { Evidence } from './EvidenceForm';
import type { AttachmentChoice, CriterionView } from './gate-view';
import { resultTag } from './gate-words';
import { WaiveForm, WaiverNote } from './WaiveForm';

/** What the rows of a checklist share. */
export interface ChecklistContext {
  gate: number;
  projectRef: string;
  people: readonly SelectOption[];
  attachments: readonly AttachmentChoice[];
  waiverDays: number;
  /** Whether criteria can be acted on: the gate is in preparation. */
  acting: boolean;
}

const LEVEL_WORDS = {
  mandatory: 'Mandatory: nobody can waive it',
  waivable: 'Waivable',
  advisory: 'Advisory: it does not stop the gate',
} as const;

function levelWords({ level, authority, passes }: CriterionView): string | undefined {
  if (passes && level !== 'advisory') return undefined;
  return level === 'waivable' && authority ? `Waivable by ${authority}` : LEVEL_WORDS[level];
}

function Obstacles({ criterion, projectRef }: { criterion: CriterionView; projectRef: string }) {
  const { obstacles, because } = criterion;
  if (obstacles.length === 0) return <p className="govuk-!-margin-0">{because}</p>;
  const lines = obstacles.map((each) => (
    <>
      <span dir="auto">{each.because}</span>{' '}
      <a className="govuk-link" href={fixHref(projectRef, each.fix)}>
        {each.fix.screen === 'gate' && each.fix.field === criterion.id ? 'Do it here' : 'Mend it'}
        <span className="govuk-visually-hidden">: {each.because}</span>
      </a>
      {each.who ? <span className="app-muted"> · {each.who}</span> : null}
    </>
  ));
  if (lines.length === 1) return <p className="govuk-!-margin-0">{lines[0]}</p>;
  return (
    <ul className="govuk-list govuk-list--bullet app-rows__detail govuk-!-margin-bottom-1">
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

/** One criterion of a checklist: its outcome and why, who mends it where, and what can be done about it here. */
export function CriterionRow({
  criterion,
  context,
}: {
  criterion: CriterionView;
  context: ChecklistContext;
}) {
  const { gate, projectRef, people, attachments, waiverDays, acting } = context;
  const tag = resultTag(criterion);
  const level = levelWords(criterion);
  const remarks = [
    criterion.from < gate ? `Standing since Gate ${criterion.from}` : undefined,
    level,
    criterion.warns ? 'A warning; it does not stop the gate' : undefined,
  ].filter(Boolean);
  return (
    <li className="app-rows__row" id={criterion.id}>
      <div>
        <Tag tone={tag.tone}>{tag.text}</Tag>
      </div>
      <div>
        <h4 className="app-rows__title govuk-!-margin-0">{criterion.task}</h4>
        <div className="app-rows__detail">
          <Obstacles criterion={criterion} projectRef={projectRef} />
          {remarks.length > 0 ? <p className="govuk-!-margin-0">{remarks.join('. ')}.</p> : null}
        </div>
        {criterion.waiver ? (
          <WaiverNote waiver={criterion.waiver} acting={acting} projectRef={projectRef} />
        ) : null}
        {criterion.evidence ? (
          <Evidence
            criterion={criterion}
            evidence={criterion.evidence}
            attachments={attachments}
            projectRef={projectRef}
            acting={acting}
          />
        ) : null}
        <WaiveForm
          criterion={criterion}
          gate={gate}
          people={people}
          waiverDays={waiverDays}
          projectRef={projectRef}
        />
      </div>
    </li>
  );
}

/** Criteria one under the other. */
export function CriterionRows({
  criteria,
  context,
}: {
  criteria: readonly CriterionView[];
  context: ChecklistContext;
}) {
  return (
    <ul className="app-rows">
      {criteria.map((criterion) => (
        <CriterionRow key={criterion.id} criterion={criterion} context={context} />
      ))}
    </ul>
  );
}
