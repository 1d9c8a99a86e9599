/** What acts in channels are judged by, kept up act by act through a batch. */
import type { ActorsKnown, ChannelFact, EventFact, NoticeFact } from './facts.ts';
import { numberKey } from './numbering.ts';
import type { Archive } from './threads.ts';

/** What was loaded for a batch. */
export interface Loaded {
  readonly channels: readonly ChannelFact[];
  readonly notices: readonly NoticeFact[];
  readonly events: readonly EventFact[];
  /** Numbers that were given, each as `numberKey` writes it. */
  readonly numbers: Iterable<string>;
  readonly actors: ActorsKnown;
}

/** The state of judging: acts that were accepted change what the next one is judged by. */
export class Docket implements Pick<Archive, 'notices' | 'events'> {
  readonly channels: Map<string, ChannelFact>;
  readonly notices: Map<string, NoticeFact>;
  readonly events = new Map<string, EventFact[]>();
  readonly #numbers: Set<string>;
  readonly actors: ActorsKnown;
  #place = Number.MAX_SAFE_INTEGER / 2;

  constructor({ channels, notices, events, numbers, actors }: Loaded) {
    this.channels = new Map(channels.map((fact) => [fact.channel, fact]));
    this.notices = new Map(notices.map((fact) => [fact.act, fact]));
    this.#numbers = new Set(numbers);
    this.actors = actors;
    for (const event of events) this.did(event);
  }

  /** A place after all that was loaded, for what is accepted in the batch. */
  nextPlace(): number {
    this.#place += 1;
    return this.#place;
  }

  isNumberTaken(channel: string, actor: string, number: string): boolean {
    return this.#numbers.has(numberKey(channel, actor, number));
  }

  issued(fact: NoticeFact): void {
    this.notices.set(fact.act, fact);
    const { number } = fact.notice;
    if (number !== undefined) this.#numbers.add(numberKey(fact.channel, fact.actor, number));
  }

  did(event: EventFact): void {
    const known = this.events.get(event.notice);
    if (known === undefined) this.events.set(event.notice, [event]);
    else known.push(event);
  }
}
