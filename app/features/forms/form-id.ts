/** 48 bits of FNV-1a over two passes, as 12 hex digits: to tell the forms of one page apart, no secret. */
function twelveDigits(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ (code + at), 0x85ebca6b) >>> 0;
  }
  return a.toString(16).padStart(8, '0') + (b & 0xffff).toString(16).padStart(4, '0');
}

/**
 * The command id of one form: made of the page's stamp (a fresh UUID) and the form's own key, so that every form of a
 * page has its own and the same form sent twice has the same.
 */
export const formCommandId = (stamp: string, command: string, form: string): string =>
  `${stamp.slice(0, 24)}${twelveDigits(`${stamp}/${command}/${form}`)}`;
