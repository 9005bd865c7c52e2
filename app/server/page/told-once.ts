import { listed } from '~/core/answers/listed';

const YEAR = /\b\d\d\/\d\d\b/;

/** Sentences that say the same of several financial years, told once with the years listed; others as they are. */
export function toldOnce(sentences: readonly string[]): readonly string[] {
  const years = new Map<string, string[]>();
  for (const sentence of new Set(sentences)) {
    const same = sentence.replace(YEAR, '{year}');
    const year = YEAR.exec(sentence)?.[0];
    years.set(same, [...(years.get(same) ?? []), ...(year === undefined ? [] : [year])]);
  }
  return [...years].map(([same, of]) => same.replace('{year}', listed(of)));
}
