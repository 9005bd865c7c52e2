/** A criterion's id in words, for sentences of history that know no framework: 'funding-agreed' is "Funding agreed". */
export function criterionWords(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The name of a particular in words: 'callInExpired' is "Call in expired". */
export const particularWords = (name: string): string =>
  criterionWords(name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
