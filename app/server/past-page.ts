import type { IsoDay } from '~/core/time/iso-day';
import { AS_AT, showsADay } from './as-at';

/** Views of a page that are there for a form. */
const FOR_A_FORM = /[?;&](?:edit|add|back|rephase)=/;

const ANCHOR = /<a\b[^>]*?\shref="([^"]*)"[^>]*>/g;
const ANCHOR_WITH_WORDS = /<a\b[^>]*?\shref="([^"]*)"[^>]*>.*?<\/a>/gs;
/** Something folded away that holds nothing: the form it held is not on a page of a past day. */
const EMPTY_FOLD =
  /<details\b[^>]*><summary\b[^>]*>(?:(?!<\/summary>).)*<\/summary><div class="govuk-details__text"><\/div><\/details>/gs;
const SEARCH_FORM = /<form\b[^>]*\smethod="get"[^>]*>/g;

/**
 * The address of a link on a page of a past day: the same day wherever days are shown, the present where the link says
 * so by an empty day, and anything else as it is. Addresses are as they stand in the page, `&` written `&amp;`.
 */
export function hrefOn(href: string, day: IsoDay): string {
  const [, path = '', query = '', anchor = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
  const pairs = query.slice(1).split('&amp;').filter(Boolean);
  const others = pairs.filter((pair) => !pair.startsWith(`${AS_AT}=`));
  const own = pairs.find((pair) => pair.startsWith(`${AS_AT}=`));
  if (own !== undefined && own !== `${AS_AT}=`) return href;
  const whole = (kept: readonly string[]) =>
    `${path}${kept.length > 0 ? `?${kept.join('&amp;')}` : ''}${anchor}`;
  if (own !== undefined) return whole(others);
  const elsewhere = path === '' ? query === '' : !showsADay(path);
  return elsewhere ? href : whole([...others, `${AS_AT}=${day}`]);
}

/**
 * A page as drawn, made a page of a past day: its links and search forms keep the day, and links to views that are
 * there for a form are left out, with what is folded away and empty. It works on what React writes, which quotes attributes in one way, and the page must
 * carry no scripts: they would draw it as it was.
 */
export function pageOn(html: string, day: IsoDay): string {
  return html
    .replace(ANCHOR_WITH_WORDS, (link, href: string) => (FOR_A_FORM.test(href) ? '' : link))
    .replace(EMPTY_FOLD, '')
    .replace(ANCHOR, (tag, href: string) =>
      tag.replace(` href="${href}"`, () => ` href="${hrefOn(href, day)}"`),
    )
    .replace(SEARCH_FORM, (tag) => {
      const path = / action="([^"?]*)/.exec(tag)?.[1] ?? '/projects';
      if (tag.includes('data-own-day') || !showsADay(path)) return tag;
      return `${tag}<input type="hidden" name="${AS_AT}" value="${day}"/>`;
    });
}
