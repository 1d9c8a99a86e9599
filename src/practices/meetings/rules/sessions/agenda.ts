/** The agenda of a session: which items are on it, and what is taken up when. */
import type { InstantText } from '../../../../kernel/dates.ts';
import type { OrderOfDay, ProposedItem } from '../../payloads/session-agenda.ts';
import type { Fact } from '../facts.ts';
import { does } from './said.ts';

export const ITEM_STANDINGS = [
  'proposed',
  'on-agenda',
  'left-off',
  'open',
  'adjourned',
  'concluded',
] as const;
export type ItemStanding = (typeof ITEM_STANDINGS)[number];

export interface ItemState {
  readonly item: string;
  /** As the agenda numbers it; null before it is on it. */
  readonly number: string | null;
  readonly standing: ItemStanding;
  readonly proposal: Fact<ProposedItem>;
  readonly movedAt: InstantText;
}

export interface AgendaState {
  readonly items: ReadonlyMap<string, ItemState>;
  readonly isAdopted: boolean;
  /** What is spoken of now; null: nothing in particular. */
  readonly current: string | null;
  /** The orders of each day, as they were set; the last one holds. */
  readonly days: ReadonlyMap<string, readonly Fact<OrderOfDay>[]>;
}

interface Growing {
  readonly items: Map<string, ItemState>;
  readonly days: Map<string, readonly Fact<OrderOfDay>[]>;
  isAdopted: boolean;
  current: string | null;
}

function move(state: Growing, item: string, standing: ItemStanding, movedAt: InstantText): void {
  const known = state.items.get(item);
  if (known !== undefined) state.items.set(item, { ...known, standing, movedAt });
}

/** Items that are under way or done stay so, whatever the agenda says of them anew. */
const isBegun = ({ standing }: ItemState): boolean =>
  standing === 'open' || standing === 'adjourned' || standing === 'concluded';

function adopt(state: Growing, numbers: ReadonlyMap<string, string>, at: InstantText): void {
  state.isAdopted = true;
  for (const known of state.items.values()) {
    const number = numbers.get(known.item) ?? null;
    const standing = isBegun(known) ? known.standing : number === null ? 'left-off' : 'on-agenda';
    state.items.set(known.item, { ...known, number, standing, movedAt: at });
  }
}

function take(state: Growing, fact: Fact): void {
  const { recordedAt: at } = fact;
  if (does(fact, 'propose-item')) {
    const { item } = fact.payload;
    if (state.items.has(item)) return;
    state.items.set(item, {
      item,
      number: null,
      standing: 'proposed',
      proposal: fact,
      movedAt: at,
    });
  } else if (does(fact, 'adopt-agenda')) {
    adopt(state, new Map(fact.payload.items.map(({ item, number }) => [item, number])), at);
  } else if (does(fact, 'set-order-of-day')) {
    const { on } = fact.payload;
    state.days.set(on, [...(state.days.get(on) ?? []), fact]);
  } else if (does(fact, 'take-up-item')) {
    if (state.current !== null) move(state, state.current, 'adjourned', at);
    state.current = fact.payload.item;
    move(state, fact.payload.item, 'open', at);
  } else if (does(fact, 'conclude-item')) {
    move(state, fact.payload.item, fact.payload.as, at);
    if (state.current === fact.payload.item) state.current = null;
  }
}

/** Folds the acts of a session. An item that makes way for another is adjourned. */
export function foldAgenda(facts: readonly Fact[]): AgendaState {
  const state: Growing = { items: new Map(), days: new Map(), isAdopted: false, current: null };
  for (const fact of facts) take(state, fact);
  return state;
}

const digitsFirst = new Intl.Collator('en', { numeric: true });

/** Items as the agenda has them: by number, then those without, in the order of proposal. */
export function inOrder({ items }: AgendaState): readonly ItemState[] {
  return [...items.values()].toSorted((one, other) => {
    if (one.number === null || other.number === null) {
      return Number(one.number === null) - Number(other.number === null);
    }
    return digitsFirst.compare(one.number, other.number);
  });
}
