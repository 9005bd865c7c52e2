export type Tone = 'good' | 'bad' | 'warn' | 'info' | 'neutral';

/** An outcome: what it is called, and the tone it is drawn in. */
export interface Outcome {
  tone: Tone;
  text: string;
}

export interface TagProps {
  tone?: Tone;
  /** Carries the meaning by itself; the tone only helps the eye. */
  children: string;
}

/** A short outcome in a tinted box. */
export function Tag({ tone = 'neutral', children }: TagProps) {
  return <strong className={`govuk-tag app-tag app-tag--${tone}`}>{children}</strong>;
}
