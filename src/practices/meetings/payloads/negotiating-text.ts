/**
 * A text under negotiation, and changes to it. What is tabled has provisions with words that may
 * hold brackets; each run of plain words has a name by its place, which never changes, so that
 * proposals made at the same moment all keep their places.
 */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { BRACKETED_FORMAT } from '../../../kernel/text-formats.ts';
import {
  type Alternative as DraftedAlternative,
  type Inline as DraftedInline,
  PROVISION_KINDS,
} from '../../../standards/bracketed-text/bracketed-text.ts';
import { Actors, DocumentSymbol, LanguageCode, Name, Note, OnBehalfOf, Titles } from './parts.ts';

export const PROVISIONS_MAX = 2000;
export const RUN_CHARACTERS_MAX = 20_000;
export const PLACEHOLDER_CHARACTERS_MAX = 200;

const Attributed = {
  by: Actors.optional(),
  supportedBy: Actors.optional(),
  opposedBy: Actors.optional(),
};

/** Words, a bracket with one or more alternatives, or a place that is still to be filled. */
export const Inline: z.ZodType<DraftedInline> = z.lazy(() =>
  z.union([
    z.string().min(1).max(RUN_CHARACTERS_MAX),
    z.strictObject({ alternatives: z.array(Alternative).min(1).max(40) }),
    z.strictObject({ placeholder: z.string().min(1).max(PLACEHOLDER_CHARACTERS_MAX) }),
  ]),
);
/** One wording of a bracket: words, or words with whose they are and who is for and against. */
export const Alternative: z.ZodType<DraftedAlternative> = z.lazy(() =>
  z.union([
    z.array(Inline).max(200),
    z.strictObject({ words: z.array(Inline).max(200), ...Attributed }),
  ]),
);
/** A form takes them as a text with square brackets. */
const AS_TEXT = { format: BRACKETED_FORMAT };
export const Words = z.array(Inline).min(1).max(1000).meta(AS_TEXT);

export const TabledProvision = z.strictObject({
  /** Its name in the text, which it keeps: `op-3-a`. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  kind: z.enum(PROVISION_KINDS),
  /** The provision that it stands under. */
  parent: z.string().max(64).optional(),
  /** As it is printed; absent: by the numbering of its kind. */
  number: z.string().max(40).optional(),
  /** Its own words, of an article its heading; an option may have none but in what is under it. */
  words: z.array(Inline).max(1000).meta(AS_TEXT),
});
export type TabledProvision = z.output<typeof TabledProvision>;

/** `meetings.table-text`: opens `texts/<text>`; its author keeps it. */
export const TabledText = z.strictObject({
  title: Titles,
  symbol: DocumentSymbol.optional(),
  /** The session in which it is negotiated: its members and officers are heeded. */
  session: Name,
  language: LanguageCode.default('en'),
  sponsors: Actors.default([]),
  provisions: z.array(TabledProvision).min(1).max(PROVISIONS_MAX),
  note: Note,
});
export type TabledText = z.output<typeof TabledText>;

/**
 * A place between two characters of a run. Runs are words and placeholders; those that were tabled
 * are named `<provision>.<n>`, those that a change brought `<act>.<n>`, counted from 0 in the order
 * of reading, through brackets and their alternatives in depth. A placeholder has as many
 * characters as its name; a change to a part of it is one to the whole.
 */
export const Place = z.strictObject({
  run: z.string().max(140),
  /** Characters (UTF-16 code units) before it. */
  offset: z.int().min(0).max(RUN_CHARACTERS_MAX),
});
export type Place = z.output<typeof Place>;

const provision = z.string().max(140);

/** What a change would do. New provisions are named `<act>`. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('insert'), at: Place, words: Words }),
  z.strictObject({ kind: z.literal('delete'), from: Place, to: Place }),
  z.strictObject({ kind: z.literal('replace'), from: Place, to: Place, words: Words }),
  z.strictObject({
    kind: z.literal('insert-provision'),
    /** The provision after which it stands, and after all under that; null: before all. */
    after: provision.nullable(),
    parent: provision.optional(),
    provisionKind: z.enum(PROVISION_KINDS),
    words: Words,
  }),
  z.strictObject({ kind: z.literal('delete-provision'), provision }),
  /** An alternative to a whole provision. */
  z.strictObject({ kind: z.literal('replace-provision'), provision, words: Words }),
]);
export type Change = z.output<typeof Change>;

/** `meetings.propose-change` */
export const ProposedChange = z.strictObject({
  change: Change,
  onBehalfOf: OnBehalfOf,
  reason: Note,
});
export type ProposedChange = z.output<typeof ProposedChange>;

/**
 * What is spoken of: a change by its act; a bracket or placeholder in words that were tabled or
 * that a change brought, `<provision>:<n>` or `<act>:<n>`, counted from 0 in the order of reading
 * and in depth; options that follow each other, `<first option>:options`.
 */
export const OpenIssue = z.string().min(1).max(140);
const alternative = z.int().min(0).max(40).optional();

/** `meetings.stand-on-change`: supports, opposes, or says nothing any more. */
export const StandOnChange = z.strictObject({
  issue: OpenIssue,
  stance: z.enum(['support', 'oppose', 'none']),
  /** Of a bracket with alternatives, which of them, counted from 0; absent: the bracket. */
  alternative,
  onBehalfOf: OnBehalfOf,
  note: Note,
});
export type StandOnChange = z.output<typeof StandOnChange>;
/** `meetings.join-change`: proposes it too, beside those who do. */
export const JoinedChange = z.strictObject({ change: ActId, onBehalfOf: OnBehalfOf, note: Note });
export type JoinedChange = z.output<typeof JoinedChange>;
/** `meetings.take-over-change`: what was withdrawn is proposed again by another. */
export const TakenOverChange = JoinedChange;
export type TakenOverChange = JoinedChange;
/** `meetings.withdraw-change`, by who proposed it; of several, the others go on with it. */
export const WithdrawnChange = z.strictObject({ change: ActId, reason: Note });
export type WithdrawnChange = z.output<typeof WithdrawnChange>;
/** `meetings.settle-change`: agreed ad referendum, by who presides over the text. */
export const SettledChange = z.strictObject({
  issue: OpenIssue,
  as: z.enum(['accepted', 'rejected', 'reopened']),
  /** Of a bracket with alternatives, which of them, counted from 0. */
  alternative,
  note: Note,
});
export type SettledChange = z.output<typeof SettledChange>;
/**
 * `meetings.appoint-facilitator`: who says what is agreed in this text, beside those who preside.
 * Named again with an earlier last day, the appointment ends then.
 */
export const AppointedFacilitator = z.strictObject({
  holder: ActorId,
  until: PlainDateText.optional(),
  note: Note,
});
export type AppointedFacilitator = z.output<typeof AppointedFacilitator>;
/** `meetings.issue-version`: what the text says now, under a symbol. */
export const IssuedVersion = z.strictObject({
  symbol: DocumentSymbol,
  /** The last act of the text that it holds; absent: all there are. */
  through: ActId.optional(),
  /** Whether it ends the negotiation of the text: nothing is proposed to it any more. */
  isFinal: z.boolean().optional(),
  note: Note,
});
export type IssuedVersion = z.output<typeof IssuedVersion>;
