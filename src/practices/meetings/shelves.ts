/** What of this practice a search finds: bodies, sessions, papers, decisions, texts and votes. */
import type { Asked, Titled } from '../../kernel/define-area.ts';
import type { Findable, Shelf } from '../../kernel/findable.ts';
import { locales } from '../../ui/text/locale.ts';
import { createText } from '../../ui/text/text.ts';
import { factOfRow, onePerAct } from './load-facts.ts';
import { meetingsIn } from './load.ts';
import { rollCallText } from './pages/history/roll-call-words.ts';
import { EstablishedBody } from './payloads/body.ts';
import { PutQuestion } from './payloads/decision.ts';
import { TabledText } from './payloads/negotiating-text.ts';
import { ProposedItem } from './payloads/session-agenda.ts';
import { IssuedDocument } from './payloads/session-documents.ts';
import { ConvenedSession } from './payloads/session.ts';
import { nameIn } from './registers.ts';
import type { Fact } from './rules/facts.ts';
import { historyText } from './text/history/history-text.ts';

type Found = Omit<Findable, 'recordedAt' | 'from'>;

const spaced = (name: string): string => name.replaceAll('-', ' ');

/** A title that the record has in some languages. */
const titled = (title: Titled): Titled => ({ ...title });

function ofBody({ payload, register }: Fact): Found {
  const id = nameIn('body', register);
  const { title } = EstablishedBody.parse(payload);
  const href = `/meetings/bodies/${id}`;
  return { kind: 'body', id, href, title: titled(title), names: [spaced(id)] };
}

function ofSession({ payload, register }: Fact): Found {
  const id = nameIn('session', register);
  const { title, symbolPrefix, place = '' } = ConvenedSession.parse(payload);
  const names = [spaced(id), ...(symbolPrefix === undefined ? [] : [symbolPrefix])];
  const href = `/meetings/sessions/${id}`;
  return { kind: 'session', id, href, title: titled(title), names, words: place };
}

function ofItem({ payload, register }: Fact): Found {
  const session = nameIn('session', register);
  const { item, title } = ProposedItem.parse(payload);
  const href = `/meetings/sessions/${session}#agenda`;
  return { kind: 'item', id: `${session} ${item}`, href, title: titled(title) };
}

function ofDocument({ payload, register }: Fact): Found {
  const session = nameIn('session', register);
  const { symbol, title } = IssuedDocument.parse(payload);
  const href = `/meetings/sessions/${session}/documents#documents`;
  const names = [symbol];
  return { kind: 'document', id: `${session} ${symbol}`, href, title: titled(title), names };
}

function ofQuestion({ payload, register }: Fact): Found {
  const session = nameIn('session', register);
  const { decision, title } = PutQuestion.parse(payload);
  const href = `/meetings/sessions/${session}/decisions/${decision}`;
  const names = [spaced(decision)];
  return { kind: 'decision', id: `${session} ${decision}`, href, title: titled(title), names };
}

function ofText({ payload, register }: Fact): Found {
  const id = nameIn('text', register);
  const { symbol, title } = TabledText.parse(payload);
  const names = [spaced(id), ...(symbol === undefined ? [] : [symbol])];
  return { kind: 'text', id, href: `/meetings/texts/${id}`, title: titled(title), names };
}

const READ = new Map<string, (fact: Fact) => Found>([
  ['meetings.establish-body', ofBody],
  ['meetings.convene', ofSession],
  ['meetings.propose-item', ofItem],
  ['meetings.issue-document', ofDocument],
  ['meetings.put-question', ofQuestion],
  ['meetings.table-text', ofText],
]);

async function factsOf({ query }: Asked): Promise<readonly Fact[]> {
  const rows = await meetingsIn(query)
    .selectFrom('meetings_fact')
    .selectAll()
    .where('type', 'in', [...READ.keys()])
    .orderBy('ledger')
    .execute();
  return onePerAct(rows.map(factOfRow));
}

const meetingShelf: Shelf = {
  name: 'meetings',
  async load(asked) {
    const found = (await factsOf(asked)).flatMap((fact): Findable[] => {
      const one = READ.get(fact.type)?.(fact);
      const { effectiveOn, issuedAt, recordedAt } = fact;
      return one ? [{ ...one, from: effectiveOn ?? issuedAt.slice(0, 10), recordedAt }] : [];
    });
    // What was put down twice under one name is found as it was put down last.
    return [...new Map(found.map((one) => [`${one.kind} ${one.id}`, one])).values()];
  },
};

/** `A/RES/72/31` is also written without its organ, and with the series alone: `R/72/31`. */
function symbolsOf(symbol: string | null): string[] {
  if (symbol === null) return [];
  const parts = symbol.split('/');
  const bare = parts.slice(1);
  const series = bare[0]?.slice(0, 1) ?? '';
  const short = bare.length > 2 ? [[series, ...bare.slice(1)].join('/')] : [];
  return [symbol, ...short];
}

const texts = locales.map((locale) => createText(locale, [historyText]));

/** The title as its page has it: with its topics, in each language, where it is a mere symbol. */
function voteTitle(row: Parameters<typeof rollCallText>[1]): Titled {
  const en = row.title;
  if (en !== row.number && en !== row.symbol) return { en };
  const titles = texts.map((text) => [text.locale, rollCallText(text, row)] as const);
  return { en, ...Object.fromEntries(titles) };
}

const voteShelf: Shelf = {
  name: 'votes',
  async load({ query }) {
    const rows = await meetingsIn(query)
      .selectFrom('meetings_roll_call')
      .select(['entry', 'body', 'number', 'symbol', 'title', 'issues', 'taken_on', 'recorded_at'])
      .orderBy('ledger')
      .execute();
    const perAct = new Map(rows.map((row) => [row.entry, row]));
    return [...perAct.values()].map((row): Findable => {
      return {
        kind: 'vote',
        id: `${row.body} ${row.number}`,
        href: `/meetings/votes/${row.body}/${encodeURIComponent(row.number)}`,
        title: voteTitle(row),
        names: symbolsOf(row.symbol),
        words: row.taken_on,
        from: row.taken_on,
        recordedAt: row.recorded_at,
      };
    });
  },
};

export const meetingShelves: readonly Shelf[] = [meetingShelf, voteShelf];
