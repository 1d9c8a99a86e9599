/** What acts on one agreement are judged by, kept so that each further act costs little. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { Adoption } from '../payloads.ts';
import type { Scene } from './classes.ts';
import { type Consent, consentsOf } from './consents.ts';
import { type Chronicle, chronicleOf } from './entry-into-force.ts';
import type { Facts } from './facts.ts';
import { type AgreementEvent, type CorrectionFact, type History, historyOf } from './history.ts';

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

export class Dossier {
  readonly facts: Facts;
  readonly #admitted: Admitted;
  readonly #acts: Set<string>;
  #byPerson = new Map<string, AgreementEvent[]>();
  #chronicle: Chronicle | null = null;

  constructor(admitted: Admitted, facts: Facts) {
    this.facts = facts;
    this.#admitted = admitted;
    this.#acts = new Set([...admitted.events, ...admitted.corrections].map((one) => one.act));
    this.#fileAgain();
  }

  #file(event: AgreementEvent): void {
    const person = this.facts.personOf(event.actor);
    const own = this.#byPerson.get(person);
    if (own) own.push(event);
    else this.#byPerson.set(person, [event]);
  }

  #fileAgain(): void {
    this.#byPerson = new Map();
    for (const event of historyFrom(this.#admitted)?.events ?? []) this.#file(event);
  }

  get adoption(): Adoption | null {
    return this.#admitted.adoption?.payload ?? null;
  }

  /** The act of adoption. */
  get adoptedBy(): string | null {
    return this.#admitted.adoption?.by ?? null;
  }

  /** Whether an act was admitted to the register; one that was struck out counts. */
  holds(act: string): boolean {
    return this.#acts.has(act) || act === this.adoptedBy;
  }

  /** What one legal person did under the agreement. */
  eventsOf(actor: string): readonly AgreementEvent[] {
    return this.#byPerson.get(this.facts.personOf(actor)) ?? [];
  }

  /** The consents of one legal person. */
  consentsOf(actor: string): Consent[] {
    const history =
      this.adoption && historyFrom({ ...this.#admitted, events: [], corrections: [] });
    return history ? consentsOf({ ...history, events: this.eventsOf(actor) }, this.facts) : [];
  }

  /** The record of an event that the clauses may wait for. */
  happening(event: string): AgreementEvent | undefined {
    return this.#admitted.events.find((one) => one.detail['event'] === event);
  }

  get scene(): Scene {
    const first = (person: string): PlainDateText | undefined =>
      this.#byPerson.get(person)?.find((event) => event.kind === 'sign')?.on;
    return {
      facts: this.facts,
      adoptedOn: this.adoption?.adoptedOn ?? '',
      signedOn: first,
    };
  }

  /** The chronicle as it stands, computed when a rule asks for it. */
  chronicle(): Chronicle | null {
    const history = this.#chronicle ? null : historyFrom(this.#admitted);
    if (history) this.#chronicle = chronicleOf(history, this.facts);
    return this.#chronicle;
  }

  adopt(payload: Adoption, by: string): void {
    this.#admitted.adoption = { payload, by };
  }

  add(event: AgreementEvent): void {
    this.#admitted.events.push(event);
    this.#acts.add(event.act);
    this.#file(event);
    this.#chronicle = null;
  }

  correct(correction: CorrectionFact): void {
    this.#admitted.corrections.push(correction);
    this.#acts.add(correction.act);
    this.#fileAgain();
    this.#chronicle = null;
  }
}
