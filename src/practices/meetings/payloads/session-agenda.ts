/** Payloads of acts on the agenda of a session, and on what is taken up when. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import { Instant, Name, Note, OnBehalfOf, Titles } from './parts.ts';

export const ITEMS_MAX = 400;
const ItemNumber = z.string().min(1).max(20);

/** `meetings.propose-item` */
export const ProposedItem = z.strictObject({
  item: Name,
  title: Titles,
  onBehalfOf: OnBehalfOf,
  /** Why it should be on the agenda: an explanatory memorandum (UNGA rule 20). */
  memorandum: Note,
});
export type ProposedItem = z.output<typeof ProposedItem>;

/** `meetings.adopt-agenda`: the items on it, as they are numbered; it replaces the one before. */
export const AdoptedAgenda = z
  .strictObject({
    items: z
      .array(z.strictObject({ item: Name, number: ItemNumber }))
      .min(1)
      .max(ITEMS_MAX),
    note: Note,
  })
  .refine(
    ({ items }) =>
      new Set(items.map(({ item }) => item)).size === items.length &&
      new Set(items.map(({ number }) => number)).size === items.length,
    'each item and each number stands once',
  );
export type AdoptedAgenda = z.output<typeof AdoptedAgenda>;

/** `meetings.set-order-of-day`: what is to be taken up on a day, in order. */
export const OrderOfDay = z.strictObject({
  on: PlainDateText,
  entries: z.array(z.strictObject({ item: Name, at: Instant.optional(), note: Note })).max(60),
  note: Note,
});
export type OrderOfDay = z.output<typeof OrderOfDay>;

/** `meetings.take-up-item`: this is what is spoken of now. */
export const TakenUpItem = z.strictObject({ item: Name, note: Note });
export type TakenUpItem = z.output<typeof TakenUpItem>;
/** `meetings.conclude-item` */
export const ConcludedItem = z.strictObject({
  item: Name,
  as: z.enum(['concluded', 'adjourned']).default('concluded'),
  note: Note,
});
export type ConcludedItem = z.output<typeof ConcludedItem>;
