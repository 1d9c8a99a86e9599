/**
 * The ballot as it stood on one day after another. From day to day little changes, so each is made
 * from the one before; `ballotOn` says the same of a single day, with what was not counted.
 */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { Ballot } from './conditions.ts';
import { type Consent, isDeposited } from './consents.ts';
import type { Chronicle } from './entry-into-force.ts';
import { type AgreementEvent, ofAll } from './history.ts';

type Given = Pick<Chronicle, 'history' | 'scene' | 'consents'>;

/** Whether a clause leaves an instrument out because a regional organisation deposited it. */
export function isLeftOut(consent: Consent, { history, scene }: Given): boolean {
  const { regionalOrganisations } = history.adoption.finalClauses.entryIntoForce;
  const isRegional = scene.facts.actor(consent.actor)?.regionalIntegration === true;
  return isRegional && regionalOrganisations === 'not-counted';
}

const byEnd = (one: Consent, other: Consent): number =>
  (one.until ?? '') < (other.until ?? '') ? -1 : 1;

export class Ballots {
  /** In the order of their dates, as a history has them. */
  readonly #consents: readonly Consent[];
  readonly #withdrawn: readonly Consent[];
  readonly #happened: readonly AgreementEvent[];
  readonly #counted = new Map<string, Consent>();
  readonly #events = new Set<string>();
  #entered = 0;
  #ended = 0;
  #recorded = 0;

  constructor(given: Given) {
    this.#consents = given.consents.filter((consent) => !isLeftOut(consent, given));
    this.#withdrawn = this.#consents.filter((one) => one.ended === 'withdrawal').sort(byEnd);
    this.#happened = given.history.events.filter(ofAll);
  }

  #enter(day: PlainDateText): void {
    for (let next = this.#consents[this.#entered]; next && next.on <= day; ) {
      const isCounted = this.#counted.has(next.person);
      if (!isCounted && isDeposited(next, day)) this.#counted.set(next.person, next);
      next = this.#consents[++this.#entered];
    }
  }

  #end(day: PlainDateText): void {
    for (let next = this.#withdrawn[this.#ended]; next && (next.until ?? '') <= day; ) {
      const { person } = next;
      if (this.#counted.get(person) === next) {
        const other = this.#consents.find((one) => one.person === person && isDeposited(one, day));
        if (other) this.#counted.set(person, other);
        else this.#counted.delete(person);
      }
      next = this.#withdrawn[++this.#ended];
    }
  }

  /** The ballot on a day; each day asked for lies after the one before, and replaces its ballot. */
  on(day: PlainDateText): Ballot {
    this.#enter(day);
    this.#end(day);
    for (let next = this.#happened[this.#recorded]; next && next.on <= day; ) {
      this.#events.add(String(next.detail['event']));
      next = this.#happened[++this.#recorded];
    }
    return { day, counted: this.#counted, events: this.#events };
  }
}
