/** Reads votes of the past: what judging asks of them, and all of a body's for the questions. */
import { sql } from 'kysely';
import type { ActOf } from '../../kernel/act.ts';
import type { Asked, MemoryKind, Query } from '../../kernel/define-area.ts';
import { meetingsIn } from './load.ts';
import { registerOf } from './registers.ts';
import type { Archive } from './rules/archive.ts';
import { type RollCallTally, tallyOf } from './rules/history/tally.ts';
import type { Choice } from './payloads/decision-rule.ts';

const LAST_INSTANT = '9999-12-31T23:59:59.999Z';

/** The number by which the source knows a roll call. */
export function numberIn(payload: unknown): string {
  // Every act of this register is a roll call, by its judge, and was parsed by its schema.
  return (payload as { readonly number: string }).number;
}

/** Tells the archive which of the roll calls that acts record are on record already. */
export async function loadRollCallNumbers(
  query: Query,
  acts: readonly ActOf<unknown>[],
  archive: Archive,
): Promise<void> {
  const own = acts.filter(({ header }) => header.type === 'meetings.record-roll-call');
  if (own.length === 0) return;
  const registers = [...new Set(own.map(({ header }) => header.register ?? ''))];
  const numbers = [...new Set(own.map(({ payload }) => numberIn(payload)))];
  const rows = await meetingsIn(query)
    .selectFrom('meetings_roll_call')
    .select(['register', 'number'])
    .where('register', '=', sql<string>`any(${registers}::text[])`)
    .where('number', '=', sql<string>`any(${numbers}::text[])`)
    .execute();
  for (const { register, number } of rows) archive.addRollCall(register, number);
}

/** All numbers on record of a body's past, whoever asks: for an import that goes on. */
export async function loadNumbersOf(query: Query, body: string): Promise<ReadonlySet<string>> {
  const rows = await meetingsIn(query)
    .selectFrom('meetings_roll_call')
    .select('number')
    .where('register', '=', registerOf('votes', body))
    .execute();
  return new Set(rows.map(({ number }) => number));
}

/** What every roll call of a body adds up to, beside what its source states; by its number. */
export async function loadTallies(query: Query, body: string) {
  const rows = await meetingsIn(query)
    .selectFrom('meetings_roll_call')
    .select(['number', 'yes', 'no', 'abstain', 'detail'])
    .where('register', '=', registerOf('votes', body))
    .orderBy('ledger')
    .execute();
  const words = (text: string): string[] => (text === '' ? [] : text.split(' '));
  return rows.map(({ number, yes, no, abstain, detail }) => {
    // As the act wrote it, from a payload that its schema had parsed.
    const { stated = null, unresolved = [] } = detail as Detail;
    const cast = { yes: words(yes), no: words(no), abstain: words(abstain), unresolved };
    return { number, tally: tallyOf(cast), stated };
  });
}

/** A roll call as the questions see it. */
export interface PastRollCall {
  readonly act: string;
  readonly number: string;
  readonly session: string | null;
  readonly on: string;
  readonly symbol: string | null;
  readonly title: string;
  readonly issues: readonly string[];
  readonly matter: string | null;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly abstain: readonly string[];
  readonly absent: readonly string[];
  readonly unresolved: readonly { readonly name: string; readonly vote: Choice }[];
  readonly stated: RollCallTally | null;
  readonly note: string | null;
  readonly source: string | null;
}

const PAST: MemoryKind<readonly PastRollCall[]> = { name: 'meetings.past-roll-calls' };

/** One string for each actor, however many roll calls it voted in. */
function actorsOf(words: string, known: Map<string, string>): string[] {
  if (words === '') return [];
  return words.split(' ').map((word) => {
    const held = known.get(word);
    if (held !== undefined) return held;
    // A part of a string holds on to the whole of it.
    const own = structuredClone(word);
    known.set(own, own);
    return own;
  });
}

interface Detail {
  readonly stated?: RollCallTally;
  readonly unresolved?: PastRollCall['unresolved'];
  readonly note?: string;
}

async function loadPast({ query, knownAt }: Asked, body: string): Promise<PastRollCall[]> {
  const rows = await meetingsIn(query)
    .selectFrom('meetings_roll_call')
    .selectAll()
    .where('register', '=', registerOf('votes', body))
    .where('recorded_at', '<=', knownAt ?? LAST_INSTANT)
    .orderBy('taken_on')
    .orderBy('ledger')
    .execute();
  const known = new Map<string, string>();
  const all = rows.map((row): PastRollCall => {
    // As the act wrote it, from a payload that its schema had parsed.
    const { stated, unresolved, note } = row.detail as Detail;
    return {
      act: row.entry,
      number: row.number,
      session: row.session,
      on: row.taken_on,
      symbol: row.symbol,
      title: row.title,
      issues: row.issues,
      matter: row.matter,
      yes: actorsOf(row.yes, known),
      no: actorsOf(row.no, known),
      abstain: actorsOf(row.abstain, known),
      absent: actorsOf(row.absent, known),
      unresolved: unresolved ?? [],
      stated: stated ?? null,
      note: note ?? null,
      source: row.source,
    };
  });
  // An act that is for two audiences has a row for each; it is one roll call.
  return [...new Map(all.map((one) => [one.act, one])).values()];
}

/** A body's roll calls as the asker may see them, by date; kept until one more is recorded. */
export async function recallPast(asked: Asked, body: string): Promise<readonly PastRollCall[]> {
  const name = `${body} ${asked.knownAt ?? ''}`;
  const held = asked.memory.recall(PAST, name);
  if (held !== undefined) return held;
  const past = await loadPast(asked, body);
  asked.memory.keep(PAST, name, [registerOf('votes', body)], past);
  return past;
}
