import { CommandForm, useTyped } from '~/features/forms';
import { FormFoot } from './FormFoot';
import { YearBoxes } from './YearBoxes';
import type { LineView } from './line-types';

/** The lead's proposal for several years at once, opened with the part-year profile where that is asked for. */
export function ProposeForm({ view }: { view: LineView }) {
  const typed = useTyped('propose-figures');
  const { profile, rephase, cells, path } = view;
  const years = profile && !('wanting' in profile) ? profile.years : undefined;
  return (
    <CommandForm command="propose-figures" hidden={{ lineId: view.id }} label="Propose figures">
      {years && rephase ? (
        <p className="govuk-body">
          The boxes hold the part-year profile. Nothing is proposed until you send it;{' '}
          <a className="govuk-link" href={`${path}?edit=propose#edit`}>
            start from the figures as they are
          </a>
          .
        </p>
      ) : null}
      {years && !rephase ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`${path}?edit=propose&rephase=yes#edit`}>
            Re-phase: put the part-year profile into the boxes
          </a>
        </p>
      ) : null}
      <YearBoxes
        typed={typed}
        caption="Proposed"
        nowHeader="Now, £"
        years={cells.map(({ fy, year, proposed, proposedBox }) => {
          const phased = years?.find((each) => each.fy === fy)?.plain;
          return {
            fy,
            year,
            now: proposed,
            was: proposedBox,
            box:
              rephase && phased !== undefined && !(phased === '0' && /^(none|-)?$/.test(proposedBox))
                ? phased
                : proposedBox,
          };
        })}
        note="An amount such as 200,000, 200k or (200); or “none”; or “TBC”. An empty box is not answered. What you leave as it is stays; what you change makes its validation stale."
      />
      <FormFoot view={view}>Propose these figures</FormFoot>
    </CommandForm>
  );
}
