/** A page's dates in the addresses that it links to: who reads as of a day goes on as of it. */
import type { PageRequest } from './page.ts';

/** The dates of a page, as its address has them. */
export function datesIn({ search }: Pick<PageRequest, 'search'>): Record<string, string> {
  return Object.fromEntries(
    ['asOf', 'knownAt'].flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value] as const] : [];
    }),
  );
}

/** The part of an address by which a page's dates go on to the next; empty where it has none. */
export function datesOf(request: Pick<PageRequest, 'search'>): string {
  const query = new URLSearchParams(datesIn(request));
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** The same question for machines. */
export function questionHref(
  question: string,
  input: Readonly<Record<string, string>>,
  request: Pick<PageRequest, 'asOf' | 'search'>,
  format: 'csv' | 'json',
): string {
  const query = new URLSearchParams({ ...input, asOf: request.asOf, format });
  const knownAt = request.search.get('knownAt');
  if (knownAt) query.set('knownAt', knownAt);
  return `/api/${question.replace('.', '/')}?${query.toString()}`;
}
