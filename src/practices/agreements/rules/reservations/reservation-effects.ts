/** What a reservation does between two, in each state that it may be in, with the law behind it. */
import { type Rule, rule } from '../../../../kernel/law.ts';

/** The states of a reservation towards one other party. */
export const TERM_STATES = [
  'precluded',
  'awaiting-all',
  'refused',
  'awaiting-organ',
  'objected',
  'not-settled',
  'authorized',
  'accepted',
  'accepted-by-silence',
  'awaiting-clarification',
  'disputed',
  'opposed',
  'not-confirmed',
  'interpretative',
] as const;
export type TermState = (typeof TERM_STATES)[number];

/**
 * What follows between the two: the agreement is not in force; its maker is no party on those
 * terms; what is reserved does not apply; that is open; it applies as modified; nothing follows,
 * but that is not the last word; nothing follows.
 */
export type TermEffect =
  | 'not-in-force'
  | 'no-party'
  | 'excluded'
  | 'open'
  | 'modified'
  | 'pending'
  | 'none';

export const TERM_EFFECTS: Readonly<Record<TermState, TermEffect>> = {
  precluded: 'not-in-force',
  'awaiting-all': 'no-party',
  refused: 'no-party',
  'awaiting-organ': 'no-party',
  objected: 'excluded',
  'not-settled': 'open',
  authorized: 'modified',
  accepted: 'modified',
  'accepted-by-silence': 'modified',
  'awaiting-clarification': 'pending',
  disputed: 'pending',
  opposed: 'none',
  'not-confirmed': 'none',
  interpretative: 'none',
};

const GUIDE = 'ILC Guide to Practice on Reservations (2011)';

/** The rule behind each state. */
export const TERM_RULES: Readonly<Record<TermState, Rule>> = {
  precluded: rule(
    'agreements.reservation-precluded',
    'VCLT Art. 20(4)(b)',
    'An objection with the definite intention keeps the agreement from being in force between two.',
  ),
  'awaiting-all': rule(
    'agreements.reservation-awaiting-all',
    'VCLT Art. 20(2), (5)',
    'Where it is to apply in its entirety among all, a reservation takes the acceptance of all.',
  ),
  refused: rule(
    'agreements.reservation-refused',
    'VCLT Art. 20(2)',
    'One objection is enough where a reservation takes the acceptance of all.',
  ),
  'awaiting-organ': rule(
    'agreements.reservation-awaiting-organ',
    `VCLT Art. 20(3); ${GUIDE}, 2.8.8-2.8.11`,
    'A reservation to a constituent instrument takes the acceptance of the competent organ.',
  ),
  objected: rule(
    'agreements.reservation-objected',
    'VCLT Art. 21(3)',
    'What is reserved does not apply between the two to the extent of the reservation.',
  ),
  'not-settled': rule(
    'agreements.reservation-not-settled',
    'VCLT Art. 20(5)',
    'Until the period for objections is over, silence is no acceptance.',
  ),
  authorized: rule(
    'agreements.reservation-authorized',
    `VCLT Art. 20(1); ${GUIDE}, 4.1.1`,
    'What the text expressly authorizes needs no acceptance, and it modifies both ways.',
  ),
  accepted: rule(
    'agreements.reservation-accepted',
    'VCLT Arts. 20(4)(a), 21(1)',
    'One that is accepted modifies what is reserved, for both in their relations.',
  ),
  'accepted-by-silence': rule(
    'agreements.reservation-accepted-by-silence',
    'VCLT Arts. 20(5), 21(1)',
    'Who raised no objection in time counts as accepting; it modifies for both in their relations.',
  ),
  'awaiting-clarification': rule(
    'agreements.reservation-awaiting-clarification',
    `VCLT Arts. 19, 77(1)(d), (2); ${GUIDE}, 2.1.7, 3.2`,
    'Where the text does not allow it, or it came late, its maker is asked; until then it waits.',
  ),
  disputed: rule(
    'agreements.reservation-disputed',
    `VCLT Arts. 19(a)-(b), 77(2); ${GUIDE}, 3.3.2, 4.5.1`,
    'It is maintained though the text does not allow it: silence cures nothing, no one decides.',
  ),
  opposed: rule(
    'agreements.reservation-opposed',
    `${GUIDE}, 2.3, 2.3.1`,
    'A late reservation that one contracting State opposes in time does not take effect.',
  ),
  'not-confirmed': rule(
    'agreements.reservation-not-confirmed',
    'VCLT Art. 23(2)',
    'One made at signature has no effect unless it is confirmed with the consent to be bound.',
  ),
  interpretative: rule(
    'agreements.reservation-interpretative',
    `VCLT Art. 2(1)(d); ${GUIDE}, 1.2, 1.3`,
    'Its maker says that it reserves nothing: it tells how the text is understood.',
  ),
};

/** The same silence, where the reservation came late. */
export const LATE_ACCEPTED = rule(
  'agreements.reservation-late-accepted',
  `${GUIDE}, 2.3.1; VCLT Arts. 20(5), 21(1)`,
  'A late reservation that nobody opposed within the period counts as accepted.',
);
export const LATE_OPEN = rule(
  'agreements.reservation-late-open',
  `${GUIDE}, 2.3.1`,
  'Until the period for opposing a late reservation is over, it has no effect.',
);
