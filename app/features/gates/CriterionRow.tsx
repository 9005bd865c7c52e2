import { SEVERITY_TAGS } from '~/features/findings/severity';
import { fixHref } from '~/features/projects/sections';
import { Words } from '~/features/registers/Words';
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

/** What kind of criterion it is, where that matters: while it does not pass, or never stops the gate. */
function levelWords({ level, authority, passes }: CriterionView): string | undefined {
  if (level === 'advisory') return 'Advisory';
  if (passes) return undefined;
  return level === 'waivable' ? `Waivable by ${authority ?? 'its authority'}` : 'Mandatory';
}

function Obstacles({ criterion, projectRef }: { criterion: CriterionView; projectRef: string }) {
  const { obstacles, because } = criterion;
  if (obstacles.length === 0) return <div>{because}</div>;
  const lines = obstacles.map((each) => (
    <>
      <span dir="auto">{each.because}</span>{' '}
      {each.fix.screen === 'gate' && each.fix.field === criterion.id ? null : (
        <a className="govuk-link app-nowrap" href={fixHref(projectRef, each.fix)}>
          Mend it
          <span className="govuk-visually-hidden">: {each.because}</span>
        </a>
      )}
      {each.who ? <span className="app-muted"> · {each.who}</span> : null}
    </>
  ));
  if (lines.length === 1) return <div>{lines[0]}</div>;
  return (
    <ul className="govuk-list govuk-list--bullet app-rows__detail govuk-!-margin-bottom-1">
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

/** What the case check finds of what the criterion reads or asks for. */
function Found({ findings }: Pick<CriterionView, 'findings'>) {
  if (findings.length === 0) return null;
  return (
    <div className="app-muted">
      The case check:{' '}
      {findings.map(({ key, severity, title, href }, index) => (
        <span key={key}>
          {index > 0 ? '; ' : ''}
          {SEVERITY_TAGS[severity].text.toLowerCase()},{' '}
          <a className="govuk-link" href={href}>
            <Words>{title}</Words>
          </a>
        </span>
      ))}
    </div>
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
    level,
    criterion.warns ? 'A warning only' : undefined,
    criterion.from < gate ? `asked since Gate ${criterion.from}` : undefined,
  ].filter(Boolean);
  // What was attested says more than that it was.
  const told = criterion.evidence?.given !== undefined && criterion.result === 'met';
  return (
    <li className="app-rows__row" id={criterion.id}>
      <div>
        <Tag tone={tag.tone}>{tag.text}</Tag>
      </div>
      <div>
        <div className="app-rows__title">{criterion.task}</div>
        <div className="app-rows__detail">
          {told ? null : <Obstacles criterion={criterion} projectRef={projectRef} />}
          <Found findings={criterion.findings} />
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
      {remarks.length > 0 ? <div className="app-rows__aside app-muted">{remarks.join(', ')}</div> : null}
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
