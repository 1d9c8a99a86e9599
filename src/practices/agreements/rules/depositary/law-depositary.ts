/** The rules by which a depositary does its work, each with its law. */
import { rule } from '../../../../kernel/law.ts';

export const DEPOSITARY_RULES = {
  powers: rule(
    'agreements.full-powers',
    'VCLT Arts. 7, 8, 67(2)',
    'One acts for a State by an office that needs no full powers, or by full powers on record ' +
      'that name the person and the agreement, cover the action, and hold on the day.',
  ),
  issuer: rule(
    'agreements.full-powers-issuer',
    'VCLT Arts. 2(1)(c), 7(2)(a)',
    'Full powers are issued by a head of State, a head of Government or a foreign minister.',
  ),
  powersTime: rule(
    'agreements.full-powers-time',
    'VCLT Arts. 2(1)(c), 7(1)',
    'Full powers end, or are revoked, after they were given; and they are revoked once.',
  ),
  drafting: rule(
    'agreements.drafting',
    'VCLT Arts. 9, 10',
    'A text is initialled when it is there, and before it is adopted or on that day.',
  ),
  received: rule(
    'agreements.received',
    'VCLT Arts. 16(b), 77(1)(c), (d)',
    'Returned or deposited is an instrument that was received, is the actor’s own and pending.',
  ),
  dated: rule(
    'agreements.dated',
    'VCLT Arts. 16, 77(1)(c)',
    'An instrument is made before it is received, or on that day.',
  ),
  depositaryNamed: rule(
    'agreements.depositary',
    'VCLT Art. 76(1)',
    'An instrument is deposited with one of those whom the agreement names as depositary.',
  ),
  number: rule(
    'agreements.notification-number',
    'VCLT Art. 77(1)(e); Concord agreements, "Notifications"',
    'A notification has a number that no other has, of its own year and of its agreement.',
  ),
  notified: rule(
    'agreements.notified',
    'VCLT Arts. 77(1)(e), 78',
    'A notification tells of acts of its register that stand and have happened; what was told ' +
      'before is told again by a corrigendum only.',
  ),
  correctionTime: rule(
    'agreements.correction-time',
    'VCLT Art. 79(1), (2)',
    'An objection to a correction comes within the time that the depositary has set, and the ' +
      'text is corrected after it.',
  ),
  correctionVoice: rule(
    'agreements.correction-voice',
    'VCLT Art. 79(1), (2)',
    'Signatories and contracting States object to a correction; none is made while one objects.',
  ),
  proposal: rule(
    'agreements.correction-proposal',
    'VCLT Art. 79(2)',
    'What is objected to, and what is rectified, is a proposal of the same register, once.',
  ),
  registration: rule(
    'agreements.registration',
    'UN Charter Art. 102(1); General Assembly resolution 97 (I), Art. 1(2)',
    'An agreement is registered once, when it has entered into force.',
  ),
} as const;
