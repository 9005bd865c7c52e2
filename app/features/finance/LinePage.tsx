import { FindingNotes } from '~/features/findings/FindingNotes';
import { projectPath, rowAnchor, fixHref } from '~/features/projects/sections';
import { Columns } from '~/ui/Columns';
import { Details } from '~/ui/Details';
import { Difference } from '~/ui/Difference';
import { InsetText } from '~/ui/InsetText';
import { PlainText } from '~/ui/PlainText';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { Tag } from '~/ui/Tag';
import { CellTable } from './CellTable';
import { LineForm } from './LineForm';
import type { ActionShown, Group, LineView } from './line-types';

/** One money line: its figures, what changed, the form asked for, and what else can be done. */
export function LinePage({ view }: { view: LineView }) {
  const { title, tags, words, adoption, marks, edit, rows, years } = view;
  return (
    <div id={rowAnchor(view.id)}>
      <p className="govuk-body">
        <a className="govuk-link" href={`${projectPath(marks.ref, '/finance')}#${rowAnchor(view.id)}`}>
          All money lines
        </a>
      </p>
      <h2 className="govuk-heading-m">
        <span dir="auto">{title}</span>{' '}
        {tags.map((tag) => (
          <span key={tag.text}>
            <Tag tone={tag.tone}>{tag.text}</Tag>{' '}
          </span>
        ))}
      </h2>
      <p className="govuk-body">
        {words}.{' '}
        <a className="govuk-link" href={adoption.href}>
          {adoption.text}
        </a>
        .
      </p>
      <FindingNotes findings={view.findings} />
      <Columns side={<Side view={view} />}>
        <CellTable caption={`${title}: figures as written`} years={years} rows={rows} />
        <Changed view={view} />
        {edit ? (
          <Section title={edit.title} id="edit">
            <LineForm view={view} edit={edit} />
          </Section>
        ) : null}
        <SaidWith view={view} />
      </Columns>
    </div>
  );
}

function Side({ view }: { view: LineView }) {
  return (
    <>
      <Actions view={view} />
      <Section title="Terms" id="terms">
        <SummaryList plain rows={view.terms} />
        <p className="govuk-body">
          <a className="govuk-link" href={view.termsHref}>
            When the terms were last set
          </a>
        </p>
      </Section>
      <PartYear view={view} />
      <Section title="Evidence" id="evidence" note={view.evidence.length}>
        {view.evidence.length === 0 ? (
          <p className="govuk-body">
            Nothing is attached yet. Upload it in{' '}
            <a className="govuk-link" href={fixHref(view.marks.ref, { screen: 'documents' })}>
              Documents
            </a>
            , then attach it here.
          </p>
        ) : (
          <ul className="govuk-list govuk-list--bullet">
            {view.evidence.map(({ value, label }) => (
              <li key={value}>
                <a
                  className="govuk-link"
                  href={fixHref(view.marks.ref, { screen: 'documents', row: value })}
                  dir="auto"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function PartYear({ view: { profile, path, edit, actions } }: { view: LineView }) {
  const rephasing = actions.find((each) => each.edit === 're-phase' && !each.whyNot);
  const mayPropose = actions.some((each) => each.edit === 'propose' && !each.whyNot);
  if (!profile) return null;
  return (
    <Section title="Part-year effect" id="part-year">
      {'wanting' in profile ? (
        <p className="govuk-body">{profile.wanting}</p>
      ) : (
        <>
          <p className="govuk-body">{profile.sentence}</p>
          <p className="govuk-body">
            {profile.conventionAssumed ? 'Written as increments' : 'Written in the line’s convention'}:{' '}
            {profile.years.map(({ year, text }) => `${year} ${text}`).join(', ')}.
          </p>
          <p className="govuk-body app-muted">
            {profile.perMonth} {profile.counting}
          </p>
          {rephasing && edit?.edit !== 're-phase' ? (
            <p className="govuk-body">
              <a className="govuk-link" href={`${path}?edit=re-phase#edit`}>
                See this profile beside the figures as they are, and accept it
              </a>
            </p>
          ) : null}
          {rephasing || edit?.edit === 'propose' || !mayPropose ? null : (
            <p className="govuk-body">
              <a className="govuk-link" href={`${path}?edit=propose&rephase=yes#edit`}>
                Re-phase: put this profile into the proposal
              </a>
            </p>
          )}
        </>
      )}
    </Section>
  );
}

const GROUPS: readonly { readonly group: Group; readonly title: string }[] = [
  { group: 'finance', title: 'Finance' },
  { group: 'lead', title: 'Lead' },
  { group: 'service', title: 'The service' },
];

function Actions({ view: { actions, path, edit } }: { view: LineView }) {
  const can = actions.filter(({ whyNot }) => !whyNot);
  const cannot = actions.filter(({ whyNot }) => whyNot);
  return (
    <Section title="What you can do" id="actions">
      {can.length === 0 ? <p className="govuk-body">Nothing on this line is for you to change now.</p> : null}
      {GROUPS.map(({ group, title }) => {
        const own = can.filter((each) => each.group === group);
        return own.length === 0 ? null : (
          <ul className="govuk-list" key={group} aria-label={title}>
            {own.map((each) => (
              <li key={each.edit}>
                {each.edit === edit?.edit ? (
                  <strong>{each.title}</strong>
                ) : (
                  <a className="govuk-link" href={`${path}?edit=${each.edit}#edit`}>
                    {each.title}
                  </a>
                )}
              </li>
            ))}
          </ul>
        );
      })}
      {cannot.length > 0 ? (
        <Details summary={`What you cannot do, and who can (${cannot.length})`}>
          <dl className="app-behind">
            {cannot.map((each) => (
              <Cannot key={each.edit} action={each} />
            ))}
          </dl>
        </Details>
      ) : null}
    </Section>
  );
}

function Cannot({ action: { title, whyNot } }: { action: ActionShown }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {whyNot?.because} {whyNot?.who ? `Who can: ${whyNot.who}.` : ''}
      </dd>
    </div>
  );
}

function Changed({ view: { stale } }: { view: LineView }) {
  if (stale.length === 0) return null;
  return (
    <Section title="What changed since last validated" id="changed" level={3}>
      {stale.map(({ fy, year, given, facts }) => (
        <div key={fy}>
          <p className="govuk-body">
            {year}: validated {given}.
            {facts.every(({ same }) => same)
              ? ' Something was changed and changed back; that makes it stale all the same.'
              : ''}
          </p>
          <Difference
            caption={`${year}, since it was validated`}
            captionHidden
            headers={{ before: 'When validated', after: 'Now' }}
            rows={facts}
          />
        </div>
      ))}
    </Section>
  );
}

function SaidWith({ view: { said } }: { view: LineView }) {
  if (said.length === 0) return null;
  return (
    <Section title="Said with the figures" id="said" level={3}>
      {said.map(({ key, what, words, by, href }) => (
        <div key={key}>
          <p className="govuk-body">
            <strong>{what}</strong>,{' '}
            <a className="govuk-link" href={href}>
              {by}
            </a>
          </p>
          <InsetText>
            <PlainText text={words} />
          </InsetText>
        </div>
      ))}
    </Section>
  );
}
