import type { ReactNode } from 'react';
import type { WhyNot } from '~/core/command/sent-back';
import { usePast } from '~/features/as-at/past';
import { fixHref } from '~/features/projects/sections';
import { DisabledAction } from '~/ui/DisabledAction';

export interface MayOrWhyProps {
  /** From the loader: `loaded.whyNot('command')`; nothing when it can be done. */
  whyNot: WhyNot | undefined | null;
  id: string;
  /** What the button says. */
  label: string;
  projectRef: string;
  /** The form or button for those who can. */
  children: ReactNode;
}

/**
 * An action for those who can take it; for others the same words, why not, and who can. On a page of a past day, which
 * says once for all that nothing can be done there, it is left out.
 */
export function MayOrWhy({ whyNot, id, label, projectRef, children }: MayOrWhyProps) {
  const past = usePast();
  if (past) return null;
  if (!whyNot) return <>{children}</>;
  const { because, who, fix } = whyNot;
  return (
    <DisabledAction
      id={id}
      label={label}
      reason={because}
      {...(who ? { who: `Who can: ${who}.` } : {})}
      {...(fix && projectRef !== ''
        ? { mend: { href: fixHref(projectRef, fix), text: 'Where to mend it' } }
        : {})}
    />
  );
}
