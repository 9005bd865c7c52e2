import type { Rag, RagByRule } from '~/core/gates/rag';
import { Tag, type Tone } from '~/ui/Tag';

const TONES: Readonly<Record<Rag, Tone>> = { red: 'bad', amber: 'warn', green: 'good' };
export const RAG_WORDS: Readonly<Record<Rag, string>> = { red: 'Red', amber: 'Amber', green: 'Green' };

/** The colour by rule, and the first of what makes it so. */
export function RagTag({ rag: { rag, because }, bare }: { rag: RagByRule; bare?: boolean }) {
  const [first, ...more] = because;
  return (
    <>
      <Tag tone={TONES[rag]}>{bare ? RAG_WORDS[rag] : `${RAG_WORDS[rag]} by rule`}</Tag>
      {bare ? null : (
        <>
          {' '}
          {first}
          {more.length > 0 ? ` and ${more.length} more` : ''}
        </>
      )}
    </>
  );
}
