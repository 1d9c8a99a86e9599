/** Declarations and derogations, with when each begins and ends. ILC Guide 1.5, 1.5.1; ICCPR 4. */
import { type PlainDateText, addDays } from '../../../../kernel/dates.ts';
import type { Declaration, Derogation } from '../../payloads/reservations.ts';
import type { Chronicle } from '../entry-into-force.ts';
import type { AgreementEvent } from '../history.ts';
import { type Notices, noticesIn, operativeOn, saidIn, targetOf } from './reservation-said.ts';

interface Ending {
  /** The first day on which it holds no more. */
  readonly endsOn: PlainDateText | null;
  readonly endedBy: AgreementEvent | null;
}

/** A declaration: how its maker reads the text, which options it takes, whom it recognizes. */
export interface Statement extends Ending {
  readonly event: AgreementEvent;
  readonly kind: Declaration['kind'];
  readonly towards: readonly string[];
}

export interface DerogationLife extends Ending {
  readonly event: AgreementEvent;
  readonly from: PlainDateText;
  readonly provisions: Derogation['provisions'];
}

function endOf(
  event: AgreementEvent,
  until: PlainDateText | undefined,
  endings: readonly AgreementEvent[],
  given: { chronicle: Chronicle; notices: Notices },
): Ending {
  const { facts } = given.chronicle.scene;
  const by =
    endings.find((one) => facts.personOf(one.actor) === facts.personOf(event.actor)) ?? null;
  const byAct = by === null ? null : operativeOn(by, given.notices);
  const byTerm = until === undefined ? null : addDays(until, 1);
  if (byAct === null || (byTerm !== null && byTerm <= byAct)) {
    return { endsOn: byTerm, endedBy: null };
  }
  return { endsOn: byAct, endedBy: by };
}

function endingsIn(chronicle: Chronicle, kind: AgreementEvent['kind']) {
  const endings = chronicle.history.events.filter((event) => event.kind === kind);
  return Map.groupBy(endings, targetOf);
}

/** All declarations under an agreement, in order. */
export function statementsOf(chronicle: Chronicle): readonly Statement[] {
  const endings = endingsIn(chronicle, 'withdraw-declaration');
  const given = { chronicle, notices: noticesIn(chronicle.history) };
  return chronicle.history.events
    .filter((event) => event.kind === 'declare')
    .map((event) => {
      const { kind, towards = [], until } = saidIn('declare', event);
      return { event, kind, towards, ...endOf(event, until, endings.get(event.act) ?? [], given) };
    });
}

/** All derogations under an agreement, in order. An end that is declared operates on its day. */
export function derogationsOf(chronicle: Chronicle): readonly DerogationLife[] {
  const endings = endingsIn(chronicle, 'end-derogation');
  const given = { chronicle, notices: new Map() };
  return chronicle.history.events
    .filter((event) => event.kind === 'derogate')
    .map((event) => {
      const { from, until, provisions } = saidIn('derogate', event);
      const end = endOf(event, until, endings.get(event.act) ?? [], given);
      return { event, from, provisions, ...end };
    });
}
