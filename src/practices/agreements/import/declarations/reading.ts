/**
 * Reads a page of declarations and reservations into statements: who, what kind, which provisions,
 * towards whom, how surely. Pure; what is read is a proposal until a person confirms it.
 */
import { pattern } from './pattern.ts';
import type { ProvisionId } from '../../provision.ts';
import { type Block, type Section, blocksOf } from './blocks.ts';
import { type KindRead, type Reason, kindReasons, weigh } from './kinds.ts';
import { type Moment, dayOf, languageOf, momentOf } from './moments.ts';
import { type Cited, citedIn, exactOnly } from './provisions.ts';
import type { ReadKind } from './signal.ts';
import { SIGNALS } from './signals.ts';
import { type Skipped, type Span, asMatched, withPlainLines } from './spans.ts';
import { type Passage, passagesOf } from './statements.ts';
import { type Resolve, notRecognized, objectedTo, precludes } from './towards.ts';

/** So many statements of one page are read; the others are named as passed over. */
export const STATEMENTS_READ_MAX = 2000;
/** So much of a statement is looked at for what it cites; none is this long but by mistake. */
const WORDS_READ_MAX = 24_000;

export interface StatementRead extends Span {
  /** As the heading over it names it; empty where none does. */
  readonly participant: string;
  /** The actor that bears the name, where that is certain. */
  readonly actor: string | null;
  /** Place among what the participant said on the page, from 1. */
  readonly ordinal: number;
  readonly section: Section;
  readonly under: readonly string[];
  /** As it stands on the page, its lines ended by LF. */
  readonly text: string;
  readonly kind: ReadKind;
  /** Of a reservation: whether provisions are excluded or modified. */
  readonly effect: 'excludes' | 'modifies';
  readonly provisions: readonly ProvisionId[];
  /** Actors whose reservations are objected to, or who are not recognized. */
  readonly towards: readonly string[];
  /** Of an objection: whether the agreement stays out of force between the two; null: unsaid. */
  readonly definite: boolean | null;
  readonly moment: Moment | null;
  /** The day that stands over it. */
  readonly on: string | null;
  readonly language: string;
  /** 0 to 100. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

export interface PageRead {
  /** The text that all places refer to. */
  readonly text: string;
  readonly statements: readonly StatementRead[];
  readonly skipped: readonly Skipped[];
  /** Names of participants that bear no text of their own. */
  readonly silent: readonly string[];
}

/** What follows in a relative clause tells of the provision, and cites others by the way. */
const TELLS_OF = pattern(
  'i',
  String.raw`\b(?:which|wherein|whereby|according to which|under which|where|as provided|`,
  String.raw`stipulat\w+|provid(?:es|ing)|disputes?|that (?:are|is) not settled|prescribed|`,
  String.raw`adopted pursuant)\b`,
);
const SENTENCE = /(?<=[\p{Ll}\d)"'\]]{2}[.;])\s+(?=["(]?\p{Lu})/u;

/** Of a reservation: the sentences that reserve, each up to where it explains. */
function heartOf(words: string, kind: ReadKind): string[] {
  const own = SIGNALS.filter((signal) => signal.kind === kind);
  const sentences = words.split(SENTENCE);
  const hearts = sentences.filter((one) => own.some(({ pattern }) => pattern.test(one)));
  return hearts.length > 0 ? hearts : sentences;
}

function beforeExplaining(sentence: string, cited: readonly Cited[]): Cited[] {
  const first = cited.find((one) => !one.enabling) ?? cited[0];
  if (!first) return [];
  const tells = new RegExp(TELLS_OF.source, 'gi');
  const stop = [...sentence.matchAll(tells)].find(({ index }) => index > first.from);
  return stop ? cited.filter((one) => one.from < stop.index) : [...cited];
}

const HAS_HEART: ReadonlySet<ReadKind> = new Set(['reservation', 'objection', 'interpretative']);
const KEEPS_ENABLING: ReadonlySet<ReadKind> = new Set(['optional', 'notification', 'territorial']);

function provisionsOf(words: string, under: readonly string[], kind: ReadKind): ProvisionId[] {
  const above = under.join('. ');
  const whole = citedIn(words, above);
  if (kind === 'non-recognition' || kind === 'withdrawal') return exactOnly(idsOf(whole));
  if (!HAS_HEART.has(kind)) return exactOnly(chosen(whole, kind));
  // What stands before is read along, so that "that article" is known.
  const cited = heartOf(words, kind).flatMap((sentence) => {
    const before = words.slice(0, words.indexOf(sentence));
    return beforeExplaining(sentence, citedIn(sentence, `${above} ${before}`.trim())).filter(
      (one) => one.from >= 0,
    );
  });
  const ofHeading = whole.filter((one) => one.from < 0);
  const found = chosen(cited, kind);
  if (found.length > 0) return exactOnly(found);
  return exactOnly(chosen(ofHeading.length > 0 ? ofHeading : whole, kind));
}

const idsOf = (cited: readonly Cited[]): ProvisionId[] => cited.map((one) => one.id);

function chosen(cited: readonly Cited[], kind: ReadKind): ProvisionId[] {
  if (KEEPS_ENABLING.has(kind)) return idsOf(cited);
  const concerned = cited.filter((one) => !one.enabling);
  return idsOf(concerned.length > 0 ? concerned : cited);
}

const EXCLUDES = pattern(
  'i',
  String.raw`not (?:\w+ ){0,3}(?:bound|accept|recogni[sz]e|apply|be applied)|exclud|`,
  String.raw`exception of|does not recogni`,
);

function towardsOf(words: string, kind: ReadKind, actor: string | null, resolve: Resolve) {
  if (kind === 'objection') return objectedTo(words, actor, resolve);
  return kind === 'non-recognition' ? notRecognized(words, actor, resolve) : [];
}

/** What lowers trust in the whole, though the kind be certain. */
const LACKS = { provision: 8, target: 12, participant: 6 };

function trustIn(read: KindRead, lacking: readonly (keyof typeof LACKS)[]): number {
  return Math.max(
    0,
    lacking.reduce((left, one) => left - LACKS[one], read.confidence),
  );
}

interface Drafted {
  readonly passage: Passage;
  readonly block: Block;
  readonly words: string;
  readonly reasons: readonly Reason[];
}

/** Share of a page that has to be of one kind before it speaks for the doubtful of the page. */
const OTHERS_SHARE_PERCENT = 40;
const OTHERS_POINTS = 52;
const OTHERS_FROM_MIN = 8;
const SURE_FROM = 70;

/** Where most of a page does the same under the same clause, one that says little does so too. */
function likeOthers(drafts: readonly Drafted[]): Reason | null {
  const sure = drafts.map((one) => weigh(one.reasons)).filter((one) => one.confidence >= SURE_FROM);
  if (sure.length < OTHERS_FROM_MIN) return null;
  for (const [kind, same] of Map.groupBy(sure, (one) => one.kind)) {
    if (kind !== 'optional' || same.length * 100 < sure.length * OTHERS_SHARE_PERCENT) continue;
    return { kind, points: OTHERS_POINTS, words: `${same.length}/${sure.length}`, from: 'others' };
  }
  return null;
}

function lackingOf(kind: ReadKind, found: Pick<StatementRead, 'provisions' | 'towards' | 'actor'>) {
  const lacking: (keyof typeof LACKS)[] = [];
  if (found.actor === null) lacking.push('participant');
  if (kind === 'reservation' && found.provisions.length === 0) lacking.push('provision');
  const wantsTarget = kind === 'objection' || kind === 'non-recognition';
  if (wantsTarget && found.towards.length === 0) lacking.push('target');
  return lacking;
}

function readOne(draft: Drafted, text: string, common: Reason | null, resolve: Resolve) {
  const { passage, block, words, reasons } = draft;
  const read = weigh(common === null ? reasons : [...reasons, common]);
  const { kind } = read;
  const actor = block.participant === '' ? null : resolve(block.participant);
  const found = {
    actor,
    provisions: provisionsOf(words, passage.under, kind),
    towards: towardsOf(words, kind, actor, resolve),
  };
  return {
    from: passage.from,
    to: passage.to,
    participant: block.participant,
    section: block.section,
    under: passage.under,
    text: text.slice(passage.from, passage.to),
    kind,
    effect: EXCLUDES.test(words) ? ('excludes' as const) : ('modifies' as const),
    ...found,
    definite: kind === 'objection' ? precludes(words) : null,
    moment: momentOf(words, passage.under, block.note),
    on: passage.day === '' ? null : dayOf(passage.day),
    language: languageOf(words),
    confidence: trustIn(read, lackingOf(kind, found)),
    reasons: read.reasons,
  };
}

/** Reads a page. `resolve` says who bears a name; nothing is guessed where it does not know. */
export function readDeclarations(page: string, resolve: Resolve): PageRead {
  const text = withPlainLines(page);
  const { blocks, skipped: headings } = blocksOf(text, (line) => resolve(line) !== null);
  const skipped: Skipped[] = [...headings];
  const drafts: Drafted[] = [];
  for (const block of blocks) {
    const found = passagesOf(text, block);
    skipped.push(...found.skipped);
    for (const passage of found.passages) {
      if (drafts.length >= STATEMENTS_READ_MAX) {
        skipped.push({ from: passage.from, to: passage.to, reason: 'too-many' });
        continue;
      }
      const words = asMatched(text.slice(passage.from, passage.to).slice(0, WORDS_READ_MAX));
      const reasons = kindReasons(words, passage.under, block.section);
      drafts.push({ passage, block, words, reasons });
    }
  }
  const common = likeOthers(drafts);
  const places = new Map<string, number>();
  const statements = drafts.map((draft): StatementRead => {
    const ordinal = (places.get(draft.block.participant) ?? 0) + 1;
    places.set(draft.block.participant, ordinal);
    return { ...readOne(draft, text, common, resolve), ordinal };
  });
  const speaking = new Set(blocks.map((block) => block.participant));
  const named = headings.filter((one) => one.reason === 'participant');
  const silent = named
    .map((one) => text.slice(one.from, one.to).replace(/^#+\s*/, ''))
    .filter((name) => ![...speaking].some((one) => one !== '' && name.startsWith(one)));
  return { text, statements, skipped: skipped.sort((a, b) => a.from - b.from), silent };
}
