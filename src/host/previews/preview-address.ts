/** Which addresses have a preview, and where it is. */
import type { Page } from '../../ui/page.ts';

export const PREVIEW_PATH = '/preview.png';
const ADDRESS_CHARACTERS_MAX = 600;

const isNamed = (part: string): boolean => part.startsWith(':');

/** Whether a path is one of a page's: part by part, a named part being anything. */
function isAt(path: string, page: string): boolean {
  const [parts, wanted] = [path.split('/'), page.split('/')];
  return (
    parts.length === wanted.length &&
    wanted.every((part, at) => (isNamed(part) ? parts[at] !== '' : part === parts[at]))
  );
}

/** Whether an address is that of a page: nothing else is asked on a stranger's behalf. */
export function asksPage(address: string, pages: readonly Pick<Page, 'path'>[]): boolean {
  if (!address.startsWith('/') || address.length > ADDRESS_CHARACTERS_MAX) return false;
  const url = URL.parse(address, 'http://node.invalid');
  if (url === null || url.host !== 'node.invalid') return false;
  return pages.some(({ path }) => isAt(url.pathname, path));
}

/** The preview of a page at a path, with what of its query says what it shows. */
export function previewHref(path: string, search: URLSearchParams, locale: string): string {
  const query = new URLSearchParams(search);
  for (const name of ['lang', 'picture']) query.delete(name);
  const of = query.size === 0 ? path : `${path}?${query.toString()}`;
  return `${PREVIEW_PATH}?${new URLSearchParams({ of, lang: locale }).toString()}`;
}
