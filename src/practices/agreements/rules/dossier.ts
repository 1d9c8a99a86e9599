/** What acts on one agreement are judged by, kept so that each further act costs little. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { Adoption } from '../payloads/agreement.ts';
import type { Scene } from './classes.ts';
import { type Consent, consentsOf, refusalsOf } from './consents.ts';
import { type Chronicle, chronicleOf } from './entry-into-force.ts';
import { editsTerms, voidedBy } from './mirrored/edits.ts';
import type { Facts } from './facts.ts';
import { Happenings } from './happenings.ts';
import {
  type AgreementEvent,
  type CorrectionFact,
  type History,
  historyOf,
  inOrder,
  standingCorrections,
} from './history.ts';
import { type Opening, openingsOf } from './openings.ts';
import { agreementsNamedIn } from './reading.ts';
import { type Saying, keyOf, sayingOf } from './saying.ts';

/** The acts of one register as they were admitted, before corrections are applied. */
export interface Admitted {
  readonly agreement: string;
  adoption: { readonly payload: Adoption; readonly by: string } | null;
  readonly events: AgreementEvent[];
  readonly corrections: CorrectionFact[];
}

/** A register that holds nothing yet. */
export function nothingAdmitted(agreement: string): Admitted {
  return { agreement, adoption: null, events: [], corrections: [] };
}

/** The history that follows from what was admitted; null before adoption. */
export function historyFrom(admitted: Admitted): History | null {
  const { agreement, adoption, events, corrections } = admitted;
  if (!adoption) return null;
  const given = {
    agreement,
    adoption: adoption.payload,
    adoptedBy: adoption.by,
  };
  return historyOf(given, events, corrections);
}

/** Keeps the events of one person in order; most come last. */
function insert(events: AgreementEvent[], event: AgreementEvent): void {
  let at = events.length;
  for (let before = events[at - 1]; before && inOrder(before, event) > 0; before = events[at - 1]) {
    at -= 1;
  }
  events.splice(at, 0, event);
}

const NO_EVENTS: readonly AgreementEvent[] = [];

export class Dossier {
  readonly facts: Facts;
  readonly #admitted: Admitted;
  /** Acts as they were said, whatever corrections made of them. */
  readonly #said = new Map<string, string>();
  /** What stands after corrections. */
  #history: History | null = null;
  #standing = new Map<string, AgreementEvent>();
  #byPerson = new Map<string, AgreementEvent[]>();
  #happenings: Happenings;
  #openings: readonly Opening[] = [];
  #consents = new Map<string, readonly Consent[]>();
  #chronicle: Chronicle | null = null;

  constructor(admitted: Admitted, facts: Facts) {
    this.facts = facts;
    this.#happenings = new Happenings(facts);
    this.#admitted = admitted;
    for (const event of admitted.events) this.#remember(event);
    this.#fileAgain();
  }

  #remember(event: AgreementEvent): void {
    if (event.source !== null) this.#said.set(keyOf(sayingOf(event, event.source)), event.act);
  }

  #file(event: AgreementEvent): void {
    this.#standing.set(event.act, event);
    const person = this.facts.personOf(event.actor);
    this.#consents.delete(person);
    const own = this.#byPerson.get(person);
    if (own) insert(own, event);
    else this.#byPerson.set(person, [event]);
    if (event.kind === 'record-event') this.#consents.delete(this.#happenings.file(event) ?? '');
  }

  #fileAgain(): void {
    const history = historyFrom(this.#admitted);
    this.#history = history;
    this.#standing = new Map();
    this.#byPerson = new Map();
    this.#happenings = new Happenings(this.facts);
    this.#consents = new Map();
    this.#chronicle = null;
    // Before adoption there is no history, but texts and full powers there may be.
    for (const event of history?.events ?? this.#admitted.events) this.#file(event);
    this.#openings = history ? openingsOf(history.adoption, history.events) : [];
  }

  /** The adoption, as it stands after corrections. */
  get adoption(): Adoption | null {
    return this.#history?.adoption ?? null;
  }

  /** The adoption, as it was said. */
  get adoptionSaid(): Adoption | null {
    return this.#admitted.adoption?.payload ?? null;
  }

  /** The act of adoption. */
  get adoptedBy(): string | null {
    return this.#admitted.adoption?.by ?? null;
  }

  /** Whether anything was admitted to the register. */
  get hasActs(): boolean {
    return this.#admitted.adoption !== null || this.#admitted.events.length > 0;
  }

  /** An event that stands, by its act. */
  event(act: string): AgreementEvent | null {
    return this.#standing.get(act) ?? null;
  }

  /** All events that stand. */
  events(): Iterable<AgreementEvent> {
    return this.#standing.values();
  }

  /** Whether an act was admitted as an event, though it may have been struck out. */
  wasEvent(act: string): boolean {
    return this.#admitted.events.some((event) => event.act === act);
  }

  /** A correction, and whether it stands. */
  correction(act: string): { readonly fact: CorrectionFact; readonly stands: boolean } | null {
    const fact = this.#admitted.corrections.find((one) => one.act === act);
    if (!fact) return null;
    return { fact, stands: standingCorrections(this.#admitted.corrections).includes(fact) };
  }

  /** Whether an act was admitted to the register; one that was struck out counts. */
  holds(act: string): boolean {
    return act === this.adoptedBy || this.wasEvent(act) || this.correction(act) !== null;
  }

  /** The act by which the same was said from the same source, whatever became of it. */
  saidBefore(saying: Saying): string | null {
    return this.#said.get(keyOf(saying)) ?? null;
  }

  /** What one legal person did under the agreement, in order of date. */
  eventsOf(actor: string): readonly AgreementEvent[] {
    return this.#byPerson.get(this.facts.personOf(actor)) ?? NO_EVENTS;
  }

  /** The consents of one legal person. */
  consentsOf(actor: string): readonly Consent[] {
    if (!this.#history) return [];
    const person = this.facts.personOf(actor);
    const known = this.#consents.get(person);
    if (known) return known;
    const events = [...(this.#byPerson.get(person) ?? NO_EVENTS), ...this.recordedOf(actor)];
    const periods = this.#history.adoption.finalClauses.withdrawal?.periods;
    const inForceOn = periods ? (this.chronicle()?.decision.on ?? null) : null;
    const consents = consentsOf({ ...this.#history, events }, this.facts, inForceOn);
    // What periods end depends on what others did, of whom this dossier keeps no account here.
    if (!periods) this.#consents.set(person, consents);
    return consents;
  }

  /** What is recorded of one person under keys that clauses may wait for, in order of date. */
  recordedOf(actor: string): readonly AgreementEvent[] {
    return this.#happenings.of(actor);
  }

  /** Whether an event was done under terms that are no more. */
  isVoided(event: AgreementEvent): boolean {
    return this.#history !== null && voidedBy(event, this.#history) !== null;
  }

  /** The record of an event that the clauses may wait for. */
  happening(event: string): AgreementEvent | undefined {
    return this.#happenings.get(event);
  }

  /** When it is open for signature. */
  openings(): readonly Opening[] {
    return this.#openings;
  }

  get scene(): Scene {
    const first = (person: string): PlainDateText | undefined =>
      this.#byPerson.get(person)?.find((event) => event.kind === 'sign')?.on;
    const [standing, { facts }] = [this.#standing, this];
    return {
      facts,
      adoptedOn: this.adoption?.adoptedOn ?? '',
      signedOn: first,
      happenedOn: (event) => this.#happenings.get(event)?.on,
      // Few clauses ask for them, and each act is judged by a scene.
      get refusals() {
        return refusalsOf([...standing.values()], facts);
      },
    };
  }

  /**
   * The chronicle as it stands, computed when a rule asks for it. One that reads the parties to
   * another agreement is not kept, since those change without this dossier's knowing.
   */
  chronicle(): Chronicle | null {
    if (this.#chronicle) return this.#chronicle;
    const history = historyFrom(this.#admitted);
    if (!history) return null;
    const chronicle = chronicleOf(history, this.facts);
    const own = agreementsNamedIn(history.adoption.finalClauses).length === 0;
    if (own) this.#chronicle = chronicle;
    return chronicle;
  }

  adopt(payload: Adoption, by: string): void {
    this.#admitted.adoption = { payload, by };
    this.#fileAgain();
  }

  add(event: AgreementEvent): void {
    this.#admitted.events.push(event);
    this.#remember(event);
    this.#file(event);
    this.#chronicle = null;
    if (this.adoption?.mirrored === true && editsTerms(event)) this.#fileAgain();
    if (event.kind === 'open-for-signature' && this.#history) {
      this.#openings = openingsOf(this.#history.adoption, [...this.#standing.values()]);
    }
  }

  correct(correction: CorrectionFact): void {
    this.#admitted.corrections.push(correction);
    this.#fileAgain();
  }
}
