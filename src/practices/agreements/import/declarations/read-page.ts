/** Reads a page of declarations against what a node knows: its registry and the agreement's acts. */
import type { Viewer } from '../../../../kernel/define-area.ts';
import { rule } from '../../../../kernel/law.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { loadWithNamed } from '../../load.ts';
import { historyFrom } from '../../rules/dossier.ts';
import type { History } from '../../rules/history.ts';
import { type Recording, registryParticipants } from '../import-status-table.ts';
import { type ReadingReport, proposalsOn } from './proposals.ts';
import { readDeclarations } from './reading.ts';

/** So long may the text be that is read at once, in characters. */
export const PAGE_LENGTH_MAX = 400_000;

export const READING_RULE = rule(
  'agreements.read-declarations',
  'VCLT Art. 77(1)(c), (e); Concord, "Reading declarations"',
  'A text of declarations is read for an agreement that the node has, and is not too long.',
);

/** What is known of an agreement to whom it reads for, its title first. */
export interface ReadPage extends ReadingReport {
  readonly agreement: string;
  readonly title: string;
}

async function historyKnown(
  store: Pick<Recording, 'read'>,
  agreement: string,
  viewer: Viewer,
): Promise<History | null> {
  const admitted = await store.read(viewer, (query) => loadWithNamed(query, [agreement], null));
  const own = admitted.get(agreement);
  return own ? historyFrom(own) : null;
}

const NO_AGREEMENT = 'There is no agreement of that name.';

/** The title of an agreement, or why nothing can be read for it. */
export async function titleOf(
  store: Pick<Recording, 'read'>,
  agreement: string,
  viewer: Viewer,
): Promise<string | Refusal> {
  const history = await historyKnown(store, agreement, viewer);
  if (history === null) return refuse(READING_RULE, NO_AGREEMENT);
  return Object.values(history.adoption.title)[0] ?? agreement;
}

/** The proposals for a text. Nothing is recorded; a person confirms them one by one. */
export async function readPage(
  store: Pick<Recording, 'read'>,
  given: { readonly agreement: string; readonly text: string; readonly viewer: Viewer },
): Promise<ReadPage | Refusal> {
  const { agreement, text, viewer } = given;
  if (text.length > PAGE_LENGTH_MAX) {
    return refuse(READING_RULE, `The text has more than ${PAGE_LENGTH_MAX} characters.`, {
      remedy: 'Read it in parts, each beginning with the heading of a participant.',
    });
  }
  const history = await historyKnown(store, agreement, viewer);
  if (history === null) return refuse(READING_RULE, NO_AGREEMENT);
  const participants = await registryParticipants(store);
  const page = readDeclarations(text, (name) => participants.resolve(name, undefined, undefined));
  const title = Object.values(history.adoption.title)[0] ?? agreement;
  return { agreement, title, ...proposalsOn(page, history.events) };
}
