/** From what was handed in to the act by which a text is tabled. */
import type { DraftedText } from '../../standards/bracketed-text/bracketed-text.ts';
import { type ReadDraft, readDraft } from '../../standards/bracketed-text/read-text.ts';
import { isXmlDraft, readAknDraft } from '../../standards/drafted-akoma-ntoso/read-draft.ts';

/** Reads words in a language: as Akoma Ntoso where they are XML, else plainly or as Markdown. */
export function readHandedIn(words: string, language: string, saidXml = false): ReadDraft {
  return saidXml || isXmlDraft(words)
    ? readAknDraft(words, { language })
    : readDraft(words, { language });
}

/** What is said of a text beside its words. */
export interface Tabling {
  readonly text: string;
  readonly session: string;
  readonly actor: string;
  /** Where it is recorded from; empty: it is signed. */
  readonly source: string;
  /** Where they are not empty, they go before what the words say of themselves. */
  readonly title: string;
  readonly symbol: string;
}

/** The act as the API would take it. */
export function tabledJson(draft: DraftedText, tabling: Tabling) {
  const { actor, session, source, text } = tabling;
  const symbol = tabling.symbol || draft.symbol;
  return {
    type: 'meetings.table-text',
    register: `texts/${text}`,
    actor,
    basis: source === '' ? { kind: 'signed' } : { kind: 'recorded', source },
    payload: {
      title: { en: tabling.title || draft.title },
      ...(symbol === '' ? {} : { symbol }),
      session,
      language: draft.language,
      provisions: draft.provisions,
    },
  };
}
