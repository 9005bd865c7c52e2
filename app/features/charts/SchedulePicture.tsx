import type { IsoDay } from '~/core/time/iso-day';
import { NARROW, scheduleInWords, scheduleSheets, WIDE, type ScheduleGroup } from './schedule-geometry';
import { ScheduleKey } from './ScheduleKey';
import { ScheduleSheet } from './ScheduleSheet';

export interface SchedulePictureProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly today: IsoDay;
  readonly groups: readonly ScheduleGroup[];
  /** What the ghosts stand for: "Gate 3’s baseline", "the targets". */
  readonly promisedBy: string;
}

/**
 * Gates with what is needed for them, milestones and deliverables on one axis of financial years: partial dates with
 * soft edges, where each was promised as a ghost, how far it slipped, what is overdue, and today. Draws nothing without rows.
 */
export function SchedulePicture({ id, title, today, groups, promisedBy }: SchedulePictureProps) {
  const description = scheduleInWords(groups, today);
  const drawings = [
    { name: 'wide', layout: WIDE },
    { name: 'narrow', layout: NARROW },
  ] as const;
  if (groups.every(({ rows }) => rows.length === 0)) return null;
  return (
    <figure className="app-chart app-chart--broad">
      {drawings.map(({ name, layout }) => {
        const sheets = scheduleSheets(groups, today, layout);
        return sheets.map((sheet, at) => (
          <ScheduleSheet
            key={`${name}-${at}`}
            id={`${id}-${name}-${at}`}
            className={`app-chart__drawing app-chart__drawing--${name}`}
            title={sheets.length > 1 ? `${title}, sheet ${at + 1} of ${sheets.length}` : title}
            description={description}
            sheet={sheet}
            layout={layout}
          />
        ));
      })}
      <ScheduleKey id={id} promisedBy={promisedBy} />
    </figure>
  );
}
