/** Who may act under agreements, and of which days an act may be. VCLT Arts. 6, 9, 24(4). */
import { type InstantText, type PlainDateText, dayOf } from '../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import type { ActorFact, Facts } from './facts.ts';
import { RULES } from './law.ts';

const CAPABLE = ['state', 'historical-state', 'territory'];

function existenceRefusal(fact: ActorFact, day: PlainDateText, facts: Facts): Refusal | null {
  if (fact.to !== null && day > fact.to) {
    return refuse(
      RULES.exists,
      said('{$name} ceased on {$to}, before {$day}.', { name: fact.name, to: fact.to, day }),
    );
  }
  // A successor's line in a status table may carry the day of its predecessor's act.
  if (fact.from !== null && day < fact.from && !facts.hasPredecessor(fact.id)) {
    return refuse(
      RULES.exists,
      said('{$name} began on {$from}, after {$day}.', { name: fact.name, from: fact.from, day }),
    );
  }
  return null;
}

/** Whether one may act under agreements on a day. */
export function actorRefusal(actor: string, day: PlainDateText, facts: Facts): Refusal | null {
  const fact = facts.actor(actor);
  if (!fact)
    return refuse(RULES.known, said('{$actor} is not in the registry of actors.', { actor }));
  if (!CAPABLE.includes(fact.kind) && !fact.treatyCapacity) {
    return refuse(
      RULES.capacity,
      said('{$name} has no capacity to conclude treaties.', { name: fact.name }),
    );
  }
  return existenceRefusal(fact, day, facts);
}

/** Whether an act may be of a day: not before the adoption, nor after it was issued. */
export function dayRefusal(
  day: PlainDateText,
  issuedAt: InstantText,
  adoptedOn: PlainDateText,
): Refusal | null {
  if (day < adoptedOn) {
    return refuse(
      RULES.notBefore,
      said('{$day} is before the adoption on {$adoptedOn}.', { day, adoptedOn }),
      {
        remedy: said('Check the date, or correct the adoption.'),
      },
    );
  }
  return day > dayOf(issuedAt)
    ? refuse(RULES.notLater, said('{$day} lies ahead.', { day }), {
        remedy: said('Record it when it has happened.'),
      })
    : null;
}
