/**
 * Pulls a collection of another server, page by page, within bounds. The requester connects to no
 * address that its policy leaves out, and follows nothing that leads elsewhere.
 */
import type { Answer, Requester } from '../../federation/guarded-request.ts';
import { rule } from '../../kernel/law.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { StixObject } from '../../standards/stix/read-stix.ts';
import { TAXII_TYPE } from '../../standards/taxii/media-type.ts';
import { type GivenPage, readGivenPage } from '../../standards/taxii/read-envelope.ts';

export const PAGES_MAX = 500;
export const PAGE_BYTES_MAX = 8 * 1024 * 1024;
export const PULLED_OBJECTS_MAX = 20_000;
const [ASKED_LIMIT, NEXT_LENGTH_MAX] = [500, 2000];

export const PULL_RULE = rule(
  'taxii.pull',
  'TAXII 2.1, section 3.5',
  'A collection is pulled page by page, and each page goes on from the one before.',
);

export interface Source {
  /** The address of the collection, below an API root. */
  readonly url: string;
  /** What stands in the header Authorization, where the server asks for it. */
  readonly authorization: string | null;
  readonly addedAfter: string | null;
}

export interface Pulled {
  readonly objects: readonly StixObject[];
  /** When the last of them was added there, where the server said so. */
  readonly addedLast: string | null;
  readonly pages: number;
  /** Whether there is more, which the bounds left for another time. */
  readonly more: boolean;
}

/** The address of a page of objects, or the refusal where the collection has none. */
function pageUrl({ url, addedAfter }: Source, next: string | null): URL | Refusal {
  if (!URL.canParse(url)) return refuse(PULL_RULE, said('It is no address of a collection.'));
  const page = new URL('objects/', url.endsWith('/') ? url : `${url}/`);
  page.searchParams.set('limit', String(ASKED_LIMIT));
  // A collection is copied whole: versions that are no longer the last are part of it.
  page.searchParams.set('match[version]', 'all');
  if (addedAfter !== null) page.searchParams.set('added_after', addedAfter);
  if (next !== null) page.searchParams.set('next', next);
  return page;
}

async function askPage(
  requester: Requester,
  source: Source,
  next: string | null,
): Promise<{ page: GivenPage; answer: Answer } | Refusal> {
  const url = pageUrl(source, next);
  if (isRefusal(url)) return url;
  const { authorization } = source;
  const answer = await requester.ask({
    method: 'GET',
    url: url.href,
    headers: { accept: TAXII_TYPE, ...(authorization === null ? {} : { authorization }) },
    bounds: { bodyBytesMax: PAGE_BYTES_MAX },
  });
  if (isRefusal(answer)) return answer;
  if (answer.status !== 200) {
    return refuse(
      PULL_RULE,
      said('The server answered with {$status}.', { status: answer.status }),
      {
        remedy: said('See whether the address is that of a collection that you may read.'),
      },
    );
  }
  const page = readGivenPage(answer.body, PAGE_BYTES_MAX);
  return isRefusal(page) ? page : { page, answer };
}

function addedLastIn({ headers }: Answer): string | null {
  const last = headers['x-taxii-date-added-last'];
  return typeof last === 'string' && last.length <= 40 ? last : null;
}

/** Why a page does not lead on, though it says that there is more; null where it does. */
function chainFault(next: string | null, seen: ReadonlySet<string>): Refusal | null {
  if (next === null) {
    return refuse(PULL_RULE, said('A page says that there is more, but not how to go on.'));
  }
  if (next.length <= NEXT_LENGTH_MAX && !seen.has(next)) return null;
  return refuse(PULL_RULE, said('The pages lead in a circle.'));
}

/** Pulls what was added since; a server that leads nowhere or in a circle is refused. */
export async function pullCollection(
  requester: Requester,
  source: Source,
): Promise<Pulled | Refusal> {
  const objects: StixObject[] = [];
  const seen = new Set<string>();
  let addedLast: string | null = null;
  let next: string | null = null;
  for (let pages = 1; ; pages++) {
    const asked = await askPage(requester, source, next);
    if (isRefusal(asked)) return asked;
    objects.push(...asked.page.objects);
    addedLast = addedLastIn(asked.answer) ?? addedLast;
    const { more } = asked.page;
    const isFull = pages === PAGES_MAX || objects.length >= PULLED_OBJECTS_MAX;
    if (!more || isFull) return { objects, addedLast, pages, more };
    const fault = chainFault(asked.page.next, seen);
    if (fault) return fault;
    next = asked.page.next;
    seen.add(next ?? '');
  }
}
