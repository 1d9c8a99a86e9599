/** The rules by which acts under agreements are admitted, each with its law. */
import { rule } from '../../../kernel/law.ts';

export const RULES = {
  register: rule(
    'agreements.register',
    'VCLT Art. 77(1); Concord agreements, "Registers"',
    'An act under an agreement stands in that agreement’s own register.',
  ),
  adopted: rule(
    'agreements.adopted',
    'VCLT Arts. 9, 24(4)',
    'A text is adopted before any act is done under it.',
  ),
  adoptedOnce: rule(
    'agreements.adopted-once',
    'VCLT Art. 9',
    'An agreement is adopted once in its register.',
  ),
  notBefore: rule(
    'agreements.not-before-adoption',
    'VCLT Arts. 9, 24(4)',
    'No act under an agreement is earlier than its adoption.',
  ),
  notLater: rule(
    'agreements.not-in-the-future',
    'VCLT Arts. 16, 78',
    'An act is dated no later than the day it is recorded.',
  ),
  known: rule(
    'agreements.known-actor',
    'VCLT Art. 6',
    'Only an actor of the registry acts under an agreement.',
  ),
  capacity: rule(
    'agreements.capacity',
    'VCLT Art. 6; VCLT-IO Art. 6',
    'States, and organisations that have the capacity, conclude treaties.',
  ),
  exists: rule('agreements.exists', 'VCLT Art. 6; VCST Art. 2', 'An actor acts while it exists.'),
  open: rule(
    'agreements.open-to',
    'VCLT Arts. 15, 83',
    'An agreement is open to those whom its final clauses name.',
  ),
  window: rule(
    'agreements.signature-window',
    'VCLT Art. 12',
    'Signatures are given while the agreement is open for signature.',
  ),
  once: rule('agreements.once', 'VCLT Art. 77(1)(d)', 'One thing is entered in the record once.'),
  boundOnce: rule(
    'agreements.bound-once',
    'VCLT Art. 16',
    'One that has consented and did not withdraw does not consent again.',
  ),
  signedFirst: rule(
    'agreements.signed-first',
    'VCLT Art. 14',
    'Ratification, acceptance and approval follow a signature; others accede.',
  ),
  party: rule(
    'agreements.consented',
    'VCLT Arts. 54, 56',
    'Only one that consented to be bound withdraws.',
  ),
  permitted: rule(
    'agreements.withdrawal-permitted',
    'VCLT Art. 56(1)',
    'One withdraws where the agreement permits it.',
  ),
  lock: rule(
    'agreements.withdrawal-lock',
    'VCLT Art. 54(a)',
    'Notice is given no earlier than the agreement allows.',
  ),
  revocable: rule(
    'agreements.revocable',
    'VCLT Art. 68',
    'A notice may be revoked at any time before it takes effect.',
  ),
  applied: rule(
    'agreements.applied-provisionally',
    'VCLT Art. 25(2)',
    'What was not begun is not ended.',
  ),
  effect: rule(
    'agreements.effect',
    'VCLT Arts. 24(3), 54, 56',
    'Notice takes effect after it is given; who acts in its own name waits as the clause says.',
  ),
  custodian: rule(
    'agreements.by-the-custodian',
    'VCLT Arts. 76(2), 77(1)(d), 79',
    'What befalls the agreement as a whole, and its record, is recorded by its depositary.',
  ),
  target: rule(
    'agreements.correction-target',
    'VCLT Art. 79',
    'A correction names an act of the same register that stands, and changes what that act says.',
  ),
  parent: rule(
    'agreements.parent',
    'VCLT Arts. 39-41',
    'An agreement that a text or its clauses rest on was adopted before on this node.',
  ),
} as const;
