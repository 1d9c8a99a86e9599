/** Events recorded of an agreement, or of one person under it, for which its clauses may wait. */
import type { Facts } from './facts.ts';
import { type AgreementEvent, inOrder, ofAll } from './history.ts';

const NONE: readonly AgreementEvent[] = [];

export class Happenings {
  readonly #facts: Facts;
  readonly #ofAll = new Map<string, AgreementEvent>();
  readonly #ofPersons = new Map<string, AgreementEvent[]>();

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  /** Takes in an event; the person of whom it tells, or null where it tells of the agreement. */
  file(event: AgreementEvent): string | null {
    if (ofAll(event)) {
      this.#ofAll.set(String(event.detail['event']), event);
      return null;
    }
    const person = this.#facts.personOf(String(event.detail['of']));
    const before = this.#ofPersons.get(person) ?? [];
    this.#ofPersons.set(person, [...before, event].sort(inOrder));
    return person;
  }

  /** What is recorded of the agreement under a key. */
  get(key: string): AgreementEvent | undefined {
    return this.#ofAll.get(key);
  }

  /** What is recorded of one person, in order of date. */
  of(actor: string): readonly AgreementEvent[] {
    return this.#ofPersons.get(this.#facts.personOf(actor)) ?? NONE;
  }
}
