import type { Role } from '~/core/access/directory';
import type { Fix } from '~/core/command/refusal';
import type { Result } from '~/core/gates/outcome';
import { shortDay } from '~/core/time/iso-day';
import { ROLE_TITLES } from '~/features/people/role-titles';
import { fixHref } from '~/features/projects/sections';
import { Callout } from '~/ui/Callout';
import { RowList, type ListRow } from '~/ui/RowList';
import type { Outcome } from '~/ui/Tag';

interface ToMend {
  readonly because: string;
  readonly fix: Fix;
  readonly who: string | undefined;
}

export interface NextGateProps {
  readonly next: {
    readonly gate: 0 | 1 | 2 | 3 | 4 | 5;
    readonly name: string;
    readonly date: string;
    readonly submittedOn: string | undefined;
    /** Of a submitted gate: each role that decides it, and who has approved for it. */
    readonly deciders: readonly {
      readonly role: Role;
      readonly by: string | undefined;
      readonly on: string | undefined;
    }[];
    readonly asked: number;
    readonly passing: number;
    readonly warns: number;
    readonly blocks: readonly {
      readonly id: string;
      readonly task: string;
      readonly result: Result;
      readonly because: string;
      readonly first: ToMend | undefined;
      readonly more: readonly ToMend[];
    }[];
  };
  projectRef: string;
}

const RESULTS: Readonly<Record<Result, Outcome>> = {
  'not-met': { tone: 'bad', text: 'Not met' },
  'cannot-tell': { tone: 'warn', text: 'Cannot tell' },
  met: { tone: 'good', text: 'Met' },
  waived: { tone: 'info', text: 'Waived' },
  'not-applicable': { tone: 'neutral', text: 'Not applicable' },
};

const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

function headingOf({ blocks, gate, submittedOn }: NextGateProps['next']): string {
  const count = blocks.length;
  if (submittedOn && count === 0) return `Gate ${gate} is being decided`;
  if (count === 0) return `Nothing stops Gate ${gate}`;
  const number = SMALL[count] ?? String(count);
  return `${number} ${count === 1 ? 'thing stops' : 'things stop'} Gate ${gate}`;
}

/** What stops the next gate, each thing with where it is mended and by whom. */
export function NextGate({ next, projectRef }: NextGateProps) {
  const { gate, name, date, submittedOn, deciders, asked, passing, warns, blocks } = next;
  const tone = blocks.length > 0 ? 'bad' : submittedOn ? 'info' : 'good';
  return (
    <Callout
      heading={headingOf(next)}
      tone={tone}
      id="next-gate"
      intro={
        <>
          {name} is planned for {date}.{submittedOn ? ` Submitted ${shortDay(submittedOn)}.` : ''} {passing}{' '}
          of {asked} criteria pass{warns > 0 ? `, ${warns} with a warning` : ''}.{' '}
          <a className="govuk-link" href={fixHref(projectRef, { screen: 'gate', gate })}>
            The checklist of Gate {gate}
          </a>
        </>
      }
    >
      {blocks.length > 0 ? <RowList rows={blocks.map((each) => blockRow(each, projectRef))} /> : null}
      {deciders.length > 0 ? (
        <RowList
          rows={deciders.map(({ role, by, on }) => ({
            key: role,
            tag: by ? { tone: 'good', text: 'Approved' } : { tone: 'info', text: 'To decide' },
            title: ROLE_TITLES[role],
            detail: by && on ? `${by}, ${shortDay(on)}` : 'Has not decided yet',
          }))}
        />
      ) : null}
    </Callout>
  );
}

function blockRow(block: NextGateProps['next']['blocks'][number], projectRef: string): ListRow {
  const { id, task, result, because, first, more } = block;
  return {
    key: id,
    tag: RESULTS[result],
    title: task,
    ...(first ? { href: fixHref(projectRef, first.fix) } : {}),
    detail: more.length > 0 && first ? <Obstacles all={[first, ...more]} projectRef={projectRef} /> : because,
    aside: first?.who,
  };
}

function Obstacles({ all, projectRef }: { all: readonly ToMend[]; projectRef: string }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {all.map(({ because, fix }, index) => (
        <li key={index}>
          <a className="govuk-link" href={fixHref(projectRef, fix)}>
            {because}
          </a>
        </li>
      ))}
    </ul>
  );
}
