import { formatDay } from '~/core/time/iso-day';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { projectPath } from '~/features/projects/sections';
import { Columns } from '~/ui/Columns';
import { InsetText } from '~/ui/InsetText';
import { PlainText } from '~/ui/PlainText';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { ChangedSince } from './ChangedSince';
import { ApprovalText } from './Cycles';
import { ENDING_TAGS } from './gate-words';
import { PackFigures, PackOutcomes, PackPromises, PackRisks } from './PackTables';
import type { PackPageProps } from './pack-view';

const KIND_NOTES = {
  preview: 'This is the pack as a submission would freeze it now. Nothing is frozen yet.',
  submitted: undefined,
  past: 'This is the pack of an earlier submission, as its deciders saw it. The record has gone on since.',
} as const;

/** A gate's pack: the figures, the criteria, risks, conditions, waivers and people, with its mark; made to be printed. */
export function PackPage(props: PackPageProps) {
  const { marks, gate, name, kind, frozen, outcomes, money, risks, conditions, waivers, changed } = props;
  const note = KIND_NOTES[kind];
  return (
    <>
      <div className="app-heading">
        <div className="app-heading__words">
          <h2 className="app-heading__title">
            <span className="app-heading__reference">Gate {gate}</span> {name}: the pack
          </h2>
          <div className="app-heading__meta">
            {frozen ? `Submitted by ${frozen.by} on ${formatDay(frozen.on)}` : 'Not submitted'}
            <span className="app-no-print">
              {' · '}
              <a className="govuk-link" href={projectPath(marks.ref, `/gates/${gate}`)}>
                Back to Gate {gate}
              </a>
            </span>
          </div>
        </div>
      </div>
      {note ? <InsetText>{note}</InsetText> : null}
      <Columns side={<PackSide {...props} />}>
        <PackOutcomes outcomes={outcomes} />
        <ChangedSince changed={changed} now={kind === 'preview' ? 'Now' : 'In this pack'} />
      </Columns>
      <PackFigures money={money} />
      <PackRisks risks={risks} />
      <PackPromises conditions={conditions} waivers={waivers} />
    </>
  );
}

function PackSide({ digest, frozen, framework, roles, attachments, cycle, kind }: PackPageProps) {
  return (
    <>
      <Section title="What this is">
        <SummaryList
          plain
          rows={[
            {
              key: 'Frozen',
              value: frozen
                ? `${formatDay(frozen.on)} by ${frozen.by} (recorded ${frozen.at.slice(0, 16).replace('T', ' ')} UTC)`
                : 'Not yet',
            },
            { key: 'Mark', value: <code>{(digest.match(/.{1,8}/g) ?? []).join(' ')}</code> },
            ...(frozen?.version === undefined ? [] : [{ key: 'Record', value: `version ${frozen.version}` }]),
            ...(framework ? [{ key: 'Framework', value: `version ${framework.version}` }] : []),
          ]}
        />
        {frozen?.note ? (
          <>
            <h3 className="app-section__title app-section__title--3">Note to the deciders, by {frozen.by}</h3>
            <PlainText text={frozen.note} />
          </>
        ) : null}
        <p className="govuk-body-s">
          The mark is a digest of everything the pack holds. An approval names it; if anything the pack holds
          moved, the mark would differ and the approval would not count.
        </p>
      </Section>
      {cycle ? <Ending cycle={cycle} kind={kind} /> : null}
      <Section title="Who is who">
        {roles.length === 0 ? (
          <p className="govuk-body">Nobody has accepted a role.</p>
        ) : (
          <SummaryList
            plain
            rows={roles.map(({ role, person, active }, index) => ({
              key: ROLE_TITLES[role],
              value: active ? person : `${person} (account closed)`,
              id: `role-${index}`,
            }))}
          />
        )}
      </Section>
      <Section title="Attachments" note={String(attachments.length)}>
        {attachments.length === 0 ? (
          <p className="govuk-body">Nothing is attached.</p>
        ) : (
          <ul className="govuk-list govuk-list--bullet">
            {attachments.map(({ id, name }) => (
              <li key={id} dir="auto">
                {name}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function Ending({
  cycle,
  kind,
}: {
  cycle: NonNullable<PackPageProps['cycle']>;
  kind: PackPageProps['kind'];
}) {
  const { ended, approvals } = cycle;
  return (
    <Section title={kind === 'past' ? 'How it ended' : 'The decision'}>
      <p className="govuk-body">
        <Tag tone={ENDING_TAGS[ended.how].tone}>{ENDING_TAGS[ended.how].text}</Tag> {formatDay(ended.on)},{' '}
        {ended.by}
      </p>
      {approvals.length === 0 && ended.why ? <PlainText text={ended.why} /> : null}
      {approvals.map((approval) => (
        <ApprovalText key={`${approval.role}-${approval.on}`} approval={approval} />
      ))}
    </Section>
  );
}
