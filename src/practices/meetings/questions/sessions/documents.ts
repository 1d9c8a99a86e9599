/** The documents of a session, with their sponsors. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DISTRIBUTIONS, DOCUMENT_KINDS } from '../../payloads/session-documents.ts';
import {
  type DocumentState,
  PROPOSAL_STANDINGS,
  SPONSORING,
  isProposal,
  proposalOf,
} from '../../rules/sessions/documents.ts';
import { LINKS, partsOf } from '../../rules/sessions/symbols.ts';
import { titleIn } from '../shapes.ts';
import {
  OfSession,
  SessionHead,
  type SessionReading,
  orNull,
  readSession,
  titleOfItem,
} from './reading.ts';

const links = Object.values(LINKS);

export const DocumentRow = z.object({
  symbol: z.string(),
  /** The symbol of the chain in which it stands, and how it stands in it. */
  stem: z.string(),
  link: z.enum(links).nullable(),
  of: z.string().nullable(),
  title: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  item: z.string().nullable(),
  itemTitle: z.string().nullable(),
  text: z.string().nullable(),
  /** Whether the symbol is that of a version of the text, which it then shows as it was. */
  isVersion: z.boolean(),
  amends: z.string().nullable(),
  distribution: z.enum(DISTRIBUTIONS),
  languages: z.array(z.object({ language: z.string(), digest: z.string().nullable() })),
  /** What became of a draft; null where it is none. */
  standing: z.enum(PROPOSAL_STANDINGS).nullable(),
  sponsors: z.array(
    z.object({ actor: z.string(), name: z.string(), as: z.enum(SPONSORING), act: z.string() }),
  ),
  /** The last revision, where there is one after it. */
  revisedBy: z.string().nullable(),
  issuedAt: z.string(),
  act: z.string(),
});
export type DocumentRow = z.output<typeof DocumentRow>;

/** The last revision of what a document is, or of what it revises; null where it is the last. */
function revisionAfter({ session }: SessionReading, symbol: string): string | null {
  const own = partsOf(symbol);
  const base = own?.link === 'revision' ? own.of : symbol;
  const last = [...session.documents.bySymbol.keys()].findLast((one) => {
    const parts = partsOf(one);
    return parts?.link === 'revision' && parts.of === base;
  });
  return last === undefined || last === symbol ? null : last;
}

/** Whether a text has a version of the symbol, or was tabled under it. */
function isVersionOf({ archive }: SessionReading, name: string, symbol: string): boolean {
  const text = archive.text(name);
  if (text === null) return false;
  const symbols = [text.opening.payload.symbol, ...text.versions.map((one) => one.symbol)];
  return symbols.includes(symbol);
}

function rowOf(
  reading: SessionReading,
  { fact, stem, symbol }: DocumentState,
  locale: OfSession['locale'],
): DocumentRow {
  const { amends, distribution, item, kind, languages, text, title } = fact.payload;
  const parts = partsOf(symbol);
  return {
    symbol,
    stem,
    link: orNull(parts?.link),
    of: orNull(parts?.of),
    title: titleIn(locale, title),
    kind,
    item: orNull(item),
    itemTitle: titleOfItem(reading.session, item, locale),
    text: orNull(text),
    isVersion: text !== undefined && isVersionOf(reading, text, symbol),
    amends: orNull(amends),
    distribution,
    languages: languages.map(({ document, language }) => ({
      language,
      digest: orNull(document?.digest),
    })),
    ...sponsoring(reading, { fact, symbol }),
    revisedBy: revisionAfter(reading, symbol),
    issuedAt: fact.recordedAt,
    act: fact.act,
  };
}

/** Where a draft stands, and with whom; nothing of what is none. */
function sponsoring(
  reading: SessionReading,
  { fact, symbol }: Pick<DocumentState, 'fact' | 'symbol'>,
): Pick<DocumentRow, 'standing' | 'sponsors'> {
  const { documents: all } = reading.session;
  const proposal = isProposal(fact.payload) ? proposalOf(all, symbol) : null;
  if (proposal === null) return { standing: null, sponsors: [] };
  const sponsors = proposal.sponsors.map(({ act, actor, as }) => {
    return { actor, name: reading.nameOf(actor), as, act };
  });
  return { standing: proposal.standing, sponsors };
}

export const documents = defineQuestion({
  name: 'meetings.documents',
  title: 'Which documents does a session have?',
  input: OfSession,
  output: z.object({ head: SessionHead, rows: z.array(DocumentRow) }),
  example: { session: 'first-session' },
  async answer(asked, input) {
    const reading = await readSession(asked, input);
    if (isRefusal(reading)) return reading;
    const all = [...reading.session.documents.bySymbol.values()];
    return {
      head: reading.head,
      rows: all.map((one) => rowOf(reading, one, input.locale)),
    };
  },
});
