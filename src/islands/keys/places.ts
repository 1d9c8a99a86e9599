/** Places that one can go to, and which of them words name. */

export interface Place {
  readonly href: string;
  readonly title: string;
  /** What it is: an actor, an agreement, an act. */
  readonly kind?: string;
}

const PLACES_MAX = 12;

/** The links of a document, each address once. */
export function linksIn(page: Document, selector: string): Place[] {
  const links = [...page.querySelectorAll<HTMLAnchorElement>(selector)];
  return links.map((link) => ({
    href: link.getAttribute('href') ?? '',
    title: (link.textContent ?? '').trim(),
  }));
}

/** Without accents and marks, and in small letters. */
function plain(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The places whose names hold each of the words. */
export function matching(places: readonly Place[], words: string): Place[] {
  const wanted = plain(words).split(/\s+/);
  return places
    .filter(({ title }) => wanted.every((word) => plain(title).includes(word)))
    .slice(0, PLACES_MAX);
}

/** The kinds of acts, as the page lists them from which one is chosen. */
export async function kindsOfActs(): Promise<readonly Place[]> {
  const response = await fetch('/acts/new');
  if (!response.ok) return [];
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [kind] = page.title.split(' – ');
  return linksIn(page, 'main a[href^="/acts/new?"]').map((one) => ({
    ...one,
    ...(kind && { kind }),
  }));
}

const isPlace = (given: unknown): given is Place =>
  typeof given === 'object' &&
  given !== null &&
  String(Reflect.get(given, 'href')).startsWith('/') &&
  typeof Reflect.get(given, 'title') === 'string';

let asked: AbortController | undefined;

/** What the node suggests; nothing where it does not answer, or is asked again meanwhile. */
export async function suggested(address: string, words: string): Promise<readonly Place[]> {
  asked?.abort();
  asked = new AbortController();
  const query = new URLSearchParams({ q: words, lang: document.documentElement.lang });
  try {
    const response = await fetch(`${address}?${query.toString()}`, { signal: asked.signal });
    const answer: unknown = response.ok ? await response.json() : null;
    const results: unknown = answer === null ? [] : Reflect.get(Object(answer), 'results');
    return Array.isArray(results) ? results.filter(isPlace) : [];
  } catch {
    return [];
  }
}
