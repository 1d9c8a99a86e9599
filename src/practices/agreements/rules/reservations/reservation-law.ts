/** The rules by which acts on reservations, declarations and derogations are admitted. */
import { rule } from '../../../../kernel/law.ts';

const GUIDE = 'ILC Guide to Practice on Reservations (2011)';

export const RESERVATION_RULES = {
  multilateral: rule(
    'agreements.reservation-multilateral',
    `${GUIDE}, 1.6.1`,
    'What would change an agreement between two is a proposal to the other, not a reservation.',
  ),
  reservation: rule(
    'agreements.reservation-named',
    'VCLT Arts. 20, 22, 23; 77(1)(d)',
    'An act on a reservation names one of this register that stands.',
  ),
  objection: rule(
    'agreements.objection-named',
    'VCLT Art. 22(2); 77(1)(d)',
    'A withdrawal of an objection names one of this register that stands.',
  ),
  declaration: rule(
    'agreements.declaration-named',
    `${GUIDE}, 2.5.12; VCLT Art. 77(1)(d)`,
    'An act on a declaration or a derogation names one of this register that stands.',
  ),
  maker: rule(
    'agreements.by-its-maker',
    'VCLT Arts. 22, 23; VCST Art. 20(1)',
    'Only its maker, or a successor that keeps it, confirms, changes, clarifies or withdraws it.',
  ),
  notOwn: rule(
    'agreements.not-its-own',
    'VCLT Arts. 20(4)-(5), 23(1)',
    'One accepts reservations of others, and objects to those of others.',
  ),
  order: rule(
    'agreements.after-what-it-answers',
    'VCLT Arts. 20(5), 22, 23',
    'What answers or ends something is no earlier than that.',
  ),
  withdrawn: rule(
    'agreements.reservation-withdrawn',
    'VCLT Art. 22(1), (3)(a)',
    'What was withdrawn is neither objected to, nor accepted, changed or withdrawn again.',
  ),
  atSignature: rule(
    'agreements.confirmed-at-consent',
    'VCLT Art. 23(2)',
    'What was made at signature is confirmed; what came with the consent needs no confirmation.',
  ),
  narrower: rule(
    'agreements.reservation-narrowed',
    `${GUIDE}, 2.3.4, 2.5.10`,
    'A modification narrows a reservation; what reaches further is a new one, and late.',
  ),
  final: rule(
    'agreements.acceptance-final',
    `${GUIDE}, 2.7.4, 2.8.12`,
    'An acceptance is not taken back, and a withdrawn objection is one.',
  ),
  objectionNarrowed: rule(
    'agreements.objection-narrowed',
    `${GUIDE}, 2.7.9`,
    'An objection is withdrawn or narrowed, not widened.',
  ),
  towards: rule(
    'agreements.towards-others',
    `${GUIDE}, 1.5.1`,
    'A declaration towards some is made towards others than its maker.',
  ),
  period: rule(
    'agreements.period',
    'ICCPR Art. 4(3); ECHR Art. 15(3)',
    'A period ends no earlier than it begins.',
  ),
} as const;
