import { Bridge } from '~/features/charts/Bridge';
import type { BridgeStep } from '~/features/charts/bridge-geometry';
import { BridgeTable } from '~/features/charts/BridgeTable';
import { projectPath } from '~/features/projects/sections';
import { Section } from '~/ui/Section';

export interface BridgeShown {
  readonly measure: string;
  readonly steps: readonly BridgeStep[];
  readonly views: readonly { readonly key: string; readonly text: string; readonly current: boolean }[];
}

const TITLE = 'From proposed to banked';

/** Which bridge: the run rate, or one year. */
function Views({ views, projectRef }: Pick<BridgeShown, 'views'> & { projectRef: string }) {
  return (
    <nav aria-label="Which bridge" className="app-views app-no-print">
      <ul>
        {views.map(({ key, text, current }) => (
          <li key={key}>
            <a
              className="govuk-link"
              href={`${projectPath(projectRef, '/finance')}?bridge=${key}#bridge`}
              aria-current={current ? 'true' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What each hand made of the proposal until it was banked: the picture, and the table that is the thing itself. */
export function BridgeSection({ bridge, projectRef }: { bridge: BridgeShown; projectRef: string }) {
  const { measure, steps, views } = bridge;
  if (views.length === 0) return null;
  return (
    <Section title={TITLE} id="bridge" note={measure}>
      <Views views={views} projectRef={projectRef} />
      {steps.length === 0 ? (
        <p className="govuk-body">Every total is £0: there is nothing to bridge.</p>
      ) : (
        <>
          <Bridge id="finance-bridge" title={`${TITLE}: ${measure}`} steps={steps} measure={measure} />
          <BridgeTable caption={`${TITLE}: ${measure}`} steps={steps} />
        </>
      )}
    </Section>
  );
}
