import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names';

export type ButtonVariant = 'primary' | 'secondary' | 'warning' | 'quiet';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `quiet` reads as a link, for the lesser of several moves. */
  variant?: ButtonVariant;
  small?: boolean;
}

/** The classes of a button or of a link drawn as one. */
export function buttonClass(variant: ButtonVariant = 'primary', small = false): string {
  if (variant === 'quiet') return 'app-button--quiet';
  return classNames(
    'govuk-button',
    variant !== 'primary' && `govuk-button--${variant}`,
    small && 'app-button--small',
  );
}

/** A button; submits its form unless told otherwise. One primary button a form. */
export function Button({ variant, small, className, type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={classNames(buttonClass(variant, small), className)} {...rest} />;
}
