import type { ReactNode } from 'react';
import { RowList, type ListRow } from './RowList';
import type { Tone } from './Tag';

export interface CalloutProps {
  heading: string;
  intro?: ReactNode;
  rows?: readonly ListRow[];
  tone?: Tone;
  children?: ReactNode;
  id?: string;
}

/** What matters most on the page, behind a coloured bar; its heading says what the colour means. */
export function Callout({ heading, intro, rows, tone = 'bad', children, id }: CalloutProps) {
  return (
    <section className={`app-callout app-callout--${tone}`} id={id}>
      <h2 className="app-callout__title">{heading}</h2>
      {intro ? <div className="app-callout__intro">{intro}</div> : null}
      {rows?.length ? <RowList rows={rows} /> : null}
      {children}
    </section>
  );
}
