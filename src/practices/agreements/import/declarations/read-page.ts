/** Reads a page of declarations against what a node knows: its registry and the acts on record. */
import type { Viewer } from '../../../../kernel/define-area.ts';
import { rule } from '../../../../kernel/law.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { loadWithNamed } from '../../load.ts';
import { titleIn } from '../../questions/shapes.ts';
import { historyFrom } from '../../rules/dossier.ts';
import { AGREEMENT_ID } from '../../payloads/agreement.ts';
import type { History } from '../../rules/history.ts';
import { type Recording, registryParticipants } from '../import-status-table.ts';
import { type ReadingReport, proposalsOn } from './proposals.ts';
import { readDeclarations } from './reading.ts';

/** So long may the text be that is read at once, in characters. */
export const PAGE_LENGTH_MAX = 400_000;

const SIZE_RULE = rule(
  'agreements.reading-size',
  'VCLT Art. 77(1)(c), (e); Concord, "Reading declarations"',
  'A text of declarations that is read at once is no longer than the limit.',
);
const KNOWN_RULE = rule(
  'agreements.reading-known',
  'VCLT Art. 77(1)(c), (e); Concord, "Reading declarations"',
  'Declarations are read for an agreement that the node has and the reader may see.',
);

/** What is known of an agreement to whom it reads for, its title first. */
export interface ReadPage extends ReadingReport {
  readonly agreement: string;
  readonly title: string;
}

interface Given {
  readonly agreement: string;
  readonly text: string;
  readonly viewer: Viewer;
  /** In which the title is given. */
  readonly locale: Locale;
}

async function historyKnown(
  store: Pick<Recording, 'read'>,
  agreement: string,
  viewer: Viewer,
): Promise<History | null> {
  // What is no name of an agreement, a NUL in it least of all, is not looked up.
  if (!AGREEMENT_ID.test(agreement)) return null;
  const admitted = await store.read(viewer, (query) => loadWithNamed(query, [agreement], null));
  const own = admitted.get(agreement);
  return own ? historyFrom(own) : null;
}

const noAgreement = (): Refusal =>
  refuse(KNOWN_RULE, said('There is no agreement of that name.'), {
    remedy: said('Look it up in the list of agreements.'),
  });

/** The title of an agreement, or why nothing can be read for it. */
export async function titleOf(
  store: Pick<Recording, 'read'>,
  { agreement, viewer, locale }: Omit<Given, 'text'>,
): Promise<string | Refusal> {
  const history = await historyKnown(store, agreement, viewer);
  return history === null ? noAgreement() : titleIn(locale, history.adoption);
}

/** The proposals for a text. Nothing is recorded; a person confirms them one by one. */
export async function readPage(
  store: Pick<Recording, 'read'>,
  given: Given,
): Promise<ReadPage | Refusal> {
  const { agreement, text, viewer, locale } = given;
  if (text.length > PAGE_LENGTH_MAX) {
    return refuse(
      SIZE_RULE,
      said('The text has more than {$pageLengthMax} characters.', {
        pageLengthMax: PAGE_LENGTH_MAX,
      }),
      {
        remedy: said('Read it in parts, each beginning with the heading of a participant.'),
      },
    );
  }
  const history = await historyKnown(store, agreement, viewer);
  if (history === null) return noAgreement();
  const participants = await registryParticipants(store);
  const page = readDeclarations(text, (name) => participants.resolve(name, undefined, undefined));
  const title = titleIn(locale, history.adoption);
  return { agreement, title, ...proposalsOn(page, history.events) };
}
