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
import { OfSession, SessionHead, type SessionReading, itemTitle, readSession } from './reading.ts';

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

function rowOf(
  reading: SessionReading,
  { fact, stem, symbol }: DocumentState,
  locale: OfSession['locale'],
): DocumentRow {
  const {
    amends = null,
    distribution,
    item = null,
    kind,
    languages,
    text = null,
    title,
  } = fact.payload;
  const { session } = reading;
  const proposal = isProposal(fact.payload) ? proposalOf(session.documents, symbol) : null;
  const parts = partsOf(symbol);
  return {
    symbol,
    stem,
    link: parts?.link ?? null,
    of: parts?.of ?? null,
    title: titleIn(locale, title),
    kind,
    item,
    itemTitle: item === null ? null : itemTitle(session, item, locale),
    text,
    amends,
    distribution,
    languages: languages.map(({ document, language }) => ({
      language,
      digest: document?.digest ?? null,
    })),
    standing: proposal?.standing ?? null,
    sponsors: (proposal?.sponsors ?? []).map(({ act, actor, as }) => ({
      actor,
      name: reading.nameOf(actor),
      as,
      act,
    })),
    revisedBy: revisionAfter(reading, symbol),
    issuedAt: fact.recordedAt,
    act: fact.act,
  };
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
