import type { ReactNode } from 'react';
import { buttonClass, type ButtonVariant } from './Button';

export interface ButtonLinkProps {
  href: string;
  children: ReactNode;
  variant?: Exclude<ButtonVariant, 'quiet'>;
  small?: boolean;
}

/** A link drawn as a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, children, variant, small }: ButtonLinkProps) {
  return (
    <a href={href} className={buttonClass(variant, small)} draggable={false}>
      {children}
    </a>
  );
}
