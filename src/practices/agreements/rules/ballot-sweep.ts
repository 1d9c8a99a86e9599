/** Ballots of one day after another, each made from the one before, for long histories. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { Ballot } from './conditions.ts';
import type { Consent } from './consents.ts';
import type { AgreementEvent } from './history.ts';

interface Leaving {
  readonly consent: Consent;
  readonly until: PlainDateText;
}

const untilOf = (consent: Consent): Leaving[] =>
  consent.ended === 'withdrawal' && consent.until !== null
    ? [{ consent, until: consent.until }]
    : [];

/**
 * Gives the ballot of each day that is asked for; days are asked for in order, and a ballot is to
 * be read before the next is asked for. `consents` are those that may count, by day of receipt.
 */
export function ballotSweep(
  consents: readonly Consent[],
  events: readonly AgreementEvent[],
): (day: PlainDateText) => Ballot {
  const leaving = consents.flatMap(untilOf).sort((a, b) => (a.until < b.until ? -1 : 1));
  const happenings = events.filter((event) => event.kind === 'record-event');
  const deposited = new Map<string, Consent[]>();
  const counted = new Map<string, Consent>();
  const happened = new Set<string>();
  let [arrived, left, told] = [0, 0, 0];

  const settle = (person: string): void => {
    const first = deposited.get(person)?.[0];
    if (first) counted.set(person, first);
    else counted.delete(person);
  };
  const arrive = (consent: Consent): void => {
    const own = deposited.get(consent.person);
    if (own) own.push(consent);
    else deposited.set(consent.person, [consent]);
    settle(consent.person);
  };
  const leave = ({ consent }: Leaving): void => {
    const own = deposited.get(consent.person) ?? [];
    deposited.set(
      consent.person,
      own.filter((one) => one !== consent),
    );
    settle(consent.person);
  };

  return (day) => {
    for (let one = consents[arrived]; one && one.on <= day; one = consents[++arrived]) arrive(one);
    for (let one = leaving[left]; one && one.until <= day; one = leaving[++left]) leave(one);
    for (let one = happenings[told]; one && one.on <= day; one = happenings[++told]) {
      happened.add(String(one.detail['event']));
    }
    return { day, counted, events: happened };
  };
}
