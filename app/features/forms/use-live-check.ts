import { zodResolver } from '@hookform/resolvers/zod';
import type { ComponentPropsWithRef } from 'react';
import { get, useForm } from 'react-hook-form';
import type { z } from 'zod';

/** A form that is checked while it is filled in. */
export interface LiveCheck {
  /** Props of the input of this name. */
  input(name: string): ComponentPropsWithRef<'input'>;
  /** What is wrong with what stands in the field. */
  error(name: string): string | undefined;
  /** What stands in the field now; undefined before the page's scripts have taken it over. */
  typed(name: string): string | undefined;
}

type Names = Record<string, unknown>;

/**
 * Checks fields while they are typed in, by a schema of what was typed, and tells what stands in them; not as they are
 * left, where a message would push the button from under the click that left the field. It keeps nothing from being
 * sent: the server's word counts, with scripts and without. Fields keep what was typed before the scripts came, so the
 * form has no default values of its own.
 */
export function useLiveCheck(schema: z.ZodType<Names, Names>): LiveCheck {
  const { register, watch, formState } = useForm<Names>({
    mode: 'onChange',
    resolver: zodResolver(schema),
  });
  const { errors } = formState;
  return {
    input: (name) => register(name),
    error: (name) => (get(errors, name) as { message?: string } | undefined)?.message,
    typed: (name) => watch(name) as string | undefined,
  };
}
