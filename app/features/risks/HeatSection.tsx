import type { HeatRisk } from '~/features/charts/heat-geometry';
import { HeatMap, type HeatMapProps } from '~/features/charts/HeatMap';
import { HeatPicture } from '~/features/charts/HeatPicture';
import { rowAnchor } from '~/features/projects/sections';
import { Words } from '~/features/registers/Words';
import { DataTable, type DataColumn } from '~/ui/DataTable';
import { Details } from '~/ui/Details';
import { Section } from '~/ui/Section';
import { Tag, type Outcome } from '~/ui/Tag';

interface MovedRow {
  readonly id: string;
  readonly ref: string;
  readonly risk: string;
  readonly then: string | undefined;
  readonly now: string | undefined;
  readonly open: boolean;
  readonly tag: Outcome;
  readonly why: string | undefined;
}

/** Where risks lie and how they moved since the last approved gate. */
export interface MovementShown {
  readonly since: string;
  /** Whether there is a gate's pack to compare with. */
  readonly compared: boolean;
  readonly thenHeader: string;
  readonly description: string;
  readonly risks: readonly HeatRisk[];
  readonly rows: readonly MovedRow[];
}

export interface HeatSectionProps {
  readonly map: Omit<HeatMapProps, 'caption'>;
  readonly movement: MovementShown;
  readonly schemeName: string;
}

const Place = ({ words, without }: { words: string | undefined; without: string }) =>
  words ?? <span className="app-muted">{without}</span>;

function columns({ compared, thenHeader }: MovementShown): readonly DataColumn<MovedRow>[] {
  return [
    {
      key: 'ref',
      header: 'Ref',
      nowrap: true,
      cell: ({ id, ref, open }) =>
        open ? (
          <a className="govuk-link" href={`#${rowAnchor(id)}`}>
            {ref}
          </a>
        ) : (
          ref
        ),
    },
    {
      key: 'risk',
      header: 'Risk',
      cell: ({ risk }) => (
        <div className="app-long">
          <Words>{risk}</Words>
        </div>
      ),
    },
    ...(compared
      ? [
          {
            key: 'then',
            header: thenHeader,
            cell: ({ then, tag }: MovedRow) => (
              <Place words={then} without={tag.text === 'New' ? 'not there yet' : 'no score'} />
            ),
          },
        ]
      : []),
    {
      key: 'now',
      header: 'Now',
      cell: ({ now, open }) => <Place words={now} without={open ? 'no score' : 'no longer open'} />,
    },
    ...(compared
      ? [
          {
            key: 'moved',
            header: 'Movement',
            cell: ({ tag, why }: MovedRow) => (
              <>
                <Tag tone={tag.tone}>{tag.text}</Tag>{' '}
                {why ? (
                  <span className="app-muted">
                    <Words>{why}</Words>
                  </span>
                ) : null}
              </>
            ),
          },
        ]
      : []),
  ];
}

/** The heat map with each risk's movement: the picture, the table that says it in words, and the map as a table. */
export function HeatSection({ map, movement, schemeName }: HeatSectionProps) {
  const { since, compared, description, risks, rows } = movement;
  const title = compared ? `Open risks, and how they moved ${since}` : 'Open risks by likelihood and impact';
  return (
    <Section title="Heat map" note={compared ? since : schemeName} id="heat-map">
      {compared ? null : <p className="govuk-body">{since}</p>}
      <HeatPicture id="heat" title={title} description={description} {...map} risks={risks} />
      {rows.length > 0 ? (
        <DataTable
          caption={title}
          captionHidden
          columns={columns(movement)}
          rows={rows}
          rowKey={({ id }) => id}
          note={schemeName}
        />
      ) : null}
      <div className="app-no-print">
        <Details summary="The map as a table, with links to the risks">
          <HeatMap caption="Open risks, by their refs" {...map} />
        </Details>
      </div>
    </Section>
  );
}
