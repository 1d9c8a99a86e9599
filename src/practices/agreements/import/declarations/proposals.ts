/** What is proposed to a person for each statement read, beside what the record has already. */
import { z } from 'zod';
import type { AgreementEvent } from '../../rules/history.ts';
import { isWithinProvision } from '../../provision.ts';
import type { PageRead, StatementRead } from './reading.ts';

/** An act on record that a statement may answer: a reservation objected to, one withdrawn. */
export const Candidate = z.strictObject({
  act: z.string(),
  type: z.enum(['reserve', 'declare', 'object']),
  actor: z.string(),
  on: z.string(),
  provisions: z.array(z.string()),
  /** The beginning of what was said. */
  words: z.string(),
  /** Whether what the statement cites points at it. */
  fits: z.boolean(),
});
export type Candidate = z.output<typeof Candidate>;

export const Proposal = z.strictObject({
  /** Place of the statement in the text: its name on the page. */
  from: z.int(),
  to: z.int(),
  participant: z.string(),
  actor: z.string().nullable(),
  ordinal: z.int(),
  under: z.array(z.string()),
  text: z.string(),
  kind: z.string(),
  effect: z.enum(['excludes', 'modifies']),
  provisions: z.array(z.string()),
  towards: z.array(z.string()),
  definite: z.boolean().nullable(),
  moment: z.string().nullable(),
  /** The day that the text gives, or that of the participant's deposit or signature on record. */
  on: z.string().nullable(),
  language: z.string(),
  confidence: z.int().min(0).max(100),
  reasons: z.array(
    z.strictObject({
      kind: z.string(),
      points: z.int(),
      words: z.string(),
      from: z.enum(['text', 'heading', 'section', 'others', 'nothing']),
    }),
  ),
  candidates: z.array(Candidate),
  /** The act by which the same words of the same actor are on record. */
  recordedAs: z.string().nullable(),
});
export type Proposal = z.output<typeof Proposal>;

export const ReadingReport = z.strictObject({
  statements: z.array(Proposal),
  skipped: z.array(
    z.strictObject({ from: z.int(), to: z.int(), reason: z.string(), words: z.string() }),
  ),
  /** Participants under whose name there is nothing. */
  silent: z.array(z.string()),
});
export type ReadingReport = z.output<typeof ReadingReport>;

const SAID = new Set<AgreementEvent['kind']>(['reserve', 'declare', 'object']);
const CANDIDATES_MAX = 40;
const WORDS_SHOWN_MAX = 120;

/** Words of an act on record, in its first language. */
function wordsOf({ detail }: AgreementEvent): string {
  const { text } = detail;
  if (!Array.isArray(text)) return '';
  const first: unknown = text[0];
  if (typeof first !== 'object' || first === null || !('text' in first)) return '';
  return typeof first.text === 'string' ? first.text : '';
}

function provisionsOf({ detail }: AgreementEvent): string[] {
  const { provisions } = detail;
  return Array.isArray(provisions) ? provisions.filter((one) => typeof one === 'string') : [];
}

const sameWords = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

const touch = (one: string, other: string): boolean =>
  isWithinProvision(one, other) || isWithinProvision(other, one);

const isOfType = (event: AgreementEvent): event is AgreementEvent & Pick<Candidate, 'type'> =>
  SAID.has(event.kind);

function candidateOf(event: AgreementEvent, read: StatementRead): Candidate {
  const { kind } = event;
  const provisions = provisionsOf(event);
  const cites = read.provisions.some((one) => provisions.some((other) => touch(one, other)));
  return {
    act: event.act,
    type: kind === 'declare' || kind === 'object' ? kind : 'reserve',
    actor: event.actor,
    on: event.on,
    provisions,
    words: wordsOf(event).slice(0, WORDS_SHOWN_MAX),
    fits: read.provisions.length === 0 || provisions.length === 0 || cites,
  };
}

/** Whether the statement may be about what the event recorded. */
function mayAnswer(event: AgreementEvent, read: StatementRead): boolean {
  if (read.kind === 'withdrawal') return isOfType(event) && event.actor === read.actor;
  if (read.kind !== 'objection' || event.kind !== 'reserve') return false;
  return read.towards.length === 0 || read.towards.includes(event.actor);
}

/** Acts that the actor answered on record already, so that they are not proposed again. */
function answeredBy(actor: string | null, events: readonly AgreementEvent[]): Set<unknown> {
  const own = events.filter((event) => event.actor === actor && event.kind !== 'reserve');
  return new Set(
    own.flatMap(({ detail }) => [
      detail['reservation'],
      detail['objection'],
      detail['declaration'],
    ]),
  );
}

function candidatesFor(read: StatementRead, events: readonly AgreementEvent[]): Candidate[] {
  const answered = answeredBy(read.actor, events);
  const found = events
    .filter((event) => mayAnswer(event, read) && !answered.has(event.act))
    .map((event) => candidateOf(event, read));
  return found.sort((a, b) => Number(b.fits) - Number(a.fits)).slice(0, CANDIDATES_MAX);
}

/** The day of the signature or of the deposit, as the statement says when it was made. */
function dayOnRecord(read: StatementRead, events: readonly AgreementEvent[]): string | null {
  // What answers another is made on a day of its own, which only the text can give.
  if (read.kind === 'objection' || read.kind === 'withdrawal') return null;
  const wanted = read.moment === 'signature' ? 'sign' : 'deposit';
  const own = events.find((event) => event.actor === read.actor && event.kind === wanted);
  return own?.on ?? null;
}

function recordedAs(read: StatementRead, events: readonly AgreementEvent[]): string | null {
  const words = sameWords(read.text);
  const found = events.find(
    (event) =>
      event.actor === read.actor && 'text' in event.detail && sameWords(wordsOf(event)) === words,
  );
  return found?.act ?? null;
}

function proposalOf(read: StatementRead, events: readonly AgreementEvent[]): Proposal {
  const { section: _section, ...rest } = read;
  return {
    ...rest,
    under: [...read.under],
    provisions: [...read.provisions],
    towards: [...read.towards],
    reasons: [...read.reasons],
    on: read.on ?? dayOnRecord(read, events),
    candidates: candidatesFor(read, events),
    recordedAs: read.actor === null ? null : recordedAs(read, events),
  };
}

/** The proposals for a page; `events` are those of the agreement's history. Nothing is recorded. */
export function proposalsOn(page: PageRead, events: readonly AgreementEvent[]): ReadingReport {
  return {
    statements: page.statements.map((read) => proposalOf(read, events)),
    skipped: page.skipped.map(({ from, to, reason }) => {
      return { from, to, reason, words: page.text.slice(from, to).slice(0, WORDS_SHOWN_MAX) };
    }),
    silent: [...page.silent],
  };
}
