/** The dossiers of several agreements, of which one's clauses may read the parties to another. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import { readNotificationNumber } from '../payloads/depositary.ts';
import { type Admitted, Dossier, nothingAdmitted } from './dossier.ts';
import type { Chronicle } from './entry-into-force.ts';
import type { Facts, PartyFacts } from './facts.ts';
import { Library, type Words } from './texts/library.ts';
import {
  type Dossiers,
  type Status,
  concerned,
  dossiersOf,
  partiesOn,
  partyChanges,
  statusOn,
} from './status.ts';

interface Read {
  readonly chronicle: Chronicle;
  readonly dossiers: Dossiers;
}

/** Facts on the parties to agreements, read from what is known of each; null where nothing is. */
export function partyFacts(read: (agreement: string) => Read | null): PartyFacts {
  const partiesTo = (agreement: string, day: PlainDateText): readonly string[] => {
    const one = read(agreement);
    return one ? partiesOn(one.chronicle, day, one.dossiers) : [];
  };
  const statusTowards = (agreement: string, actor: string, day: PlainDateText): Status | null => {
    const one = read(agreement);
    return one && statusOn(actor, day, one.chronicle, one.dossiers);
  };
  return {
    partiesTo,
    statusTowards,
    isPartyTo: (agreement, actor, day) =>
      statusTowards(agreement, actor, day)?.standing === 'party',
    partySince: (agreement, actor, day) => {
      const found = statusTowards(agreement, actor, day);
      return found?.standing === 'party' ? found.since : null;
    },
    concernedBy: (agreement, day) => {
      const one = read(agreement);
      return one ? concerned(one.chronicle, day) : [];
    },
    partyChangesOf: (agreement) => {
      const one = read(agreement);
      return one ? partyChanges(one.chronicle, one.dossiers) : [];
    },
  };
}

/** A serial counts the notifications of a year over all agreements. */
function serialOf(number: string): string {
  const { serial, year } = readNotificationNumber(number);
  return `${serial} ${year}`;
}

/** Places from here on are not taken by any record. */
const UNRECORDED = 2 ** 52;

export class Docket {
  readonly #dossiers = new Map<string, Dossier>();
  readonly #admitted: ReadonlyMap<string, Admitted>;
  readonly #facts: Facts;
  /** Serials of notifications that are taken, each with its year. */
  readonly #numbers: Set<string>;
  readonly #library: Library;
  #taken = 0;
  /** What was read of agreements since the last act; keyed by their chronicles. */
  readonly #read = new Map<string, Read>();
  /** Agreements that were asked for and are not adopted. */
  readonly #missed = new Set<string>();
  /** Agreements being read, so that clauses that name one another in a circle come to an end. */
  readonly #reading = new Set<string>();

  constructor(
    admitted: ReadonlyMap<string, Admitted>,
    facts: Facts,
    numbers: Iterable<string> = [],
    library: Library = new Library(),
  ) {
    this.#library = library;
    this.#admitted = admitted;
    this.#numbers = new Set([...numbers].map(serialOf));
    this.#facts = { ...facts, ...partyFacts((agreement) => this.#readOf(agreement)) };
  }

  /** The dossier of an agreement, an empty one where nothing was admitted under it. */
  of(agreement: string): Dossier {
    const known = this.#dossiers.get(agreement);
    if (known) return known;
    const admitted = this.#admitted.get(agreement) ?? nothingAdmitted(agreement);
    const dossier = new Dossier(admitted, this.#facts);
    this.#dossiers.set(agreement, dossier);
    return dossier;
  }

  /** Whether the agreement is adopted. */
  has(agreement: string): boolean {
    return this.of(agreement).adoption !== null;
  }

  /** The dossiers of agreements that amend another, in the order of their adoption. */
  amending(parent: string): readonly Dossier[] {
    const ids = new Set([...this.#admitted.keys(), ...this.#dossiers.keys()]);
    const all = [...ids].map((agreement) => this.of(agreement));
    const day = (dossier: Dossier): string => dossier.adoption?.adoptedOn ?? '';
    return all
      .filter((dossier) => dossier.adoption?.parent === parent)
      .sort((one, other) => (day(one) < day(other) ? -1 : 1));
  }

  /** The words of a text by its act; null where they were not loaded. */
  words(act: string): Words | null {
    return this.#library.of(act);
  }

  /** Keeps the words of a text that was just admitted. */
  said(act: string, words: Words): void {
    this.#library.put(act, words);
  }

  /** The dossier, among those loaded or made, in which an act stands. */
  holding(act: string): Dossier | null {
    for (const agreement of new Set([...this.#admitted.keys(), ...this.#dossiers.keys()])) {
      const dossier = this.of(agreement);
      if (dossier.event(act) !== null) return dossier;
    }
    return null;
  }

  /** Whether the serial of a number is taken in its year, under whichever agreement. */
  isNumberTaken(number: string): boolean {
    return this.#numbers.has(serialOf(number));
  }

  /** Takes the number of a notification. */
  issued(number: string): void {
    this.#numbers.add(serialOf(number));
  }

  #readOf(agreement: string): Read | null {
    const known = this.#read.get(agreement);
    if (known) return known;
    if (this.#reading.has(agreement)) return null;
    this.#reading.add(agreement);
    const chronicle = this.of(agreement).chronicle();
    this.#reading.delete(agreement);
    if (!chronicle) {
      this.#missed.add(agreement);
      return null;
    }
    const read = { chronicle, dossiers: dossiersOf(chronicle) };
    this.#read.set(agreement, read);
    return read;
  }

  /** The place in the ledger of the next act of the batch: after all that is recorded. */
  nextPlace(): number {
    this.#taken += 1;
    return UNRECORDED + this.#taken;
  }

  /** Forgets what rested on an agreement under which something was done. */
  moved(agreement: string): void {
    // What no other's clauses asked for, nothing read rests on.
    if (this.#read.has(agreement) || this.#missed.delete(agreement)) this.#read.clear();
  }
}
