/** Whether a declaration, a derogation, or the end of one may be admitted. */
import { type Refusal, isRefusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import * as payloads from '../../payloads/reservations.ts';
import type { AgreementEvent } from '../history.ts';
import { type Case, type Check, check } from '../judging/judging-check.ts';
import { RULES } from '../law.ts';
import { RESERVATION_RULES as LAW } from './reservation-law.ts';
import { eventsAbout, isMakerOrHeir, namedEvent } from './reservation-target.ts';

function periodRefusal(from: string, until: string | undefined): Refusal | null {
  return until !== undefined && until < from
    ? refuse(LAW.period, said('It would end on {$until}, before {$from}.', { until, from }))
    : null;
}

function judgeDeclaration(one: Case<payloads.Declaration>): Refusal | null {
  const { on, until, towards = [] } = one.payload;
  const { facts } = one.dossier;
  const maker = facts.personOf(one.act.header.actor);
  const own = towards.find((actor) => facts.personOf(actor) === maker);
  const unknown = towards.find((actor) => facts.actor(actor) === null);
  if (own !== undefined) return refuse(LAW.towards, said('{$own} is its maker.', { own }));
  if (unknown !== undefined) {
    return refuse(RULES.known, said('{$unknown} is not in the registry of actors.', { unknown }));
  }
  return periodRefusal(on, until);
}

function judgeDerogation(one: Case<payloads.Derogation>): Refusal | null {
  return periodRefusal(one.payload.from, one.payload.until);
}

/** The end of what an actor said: by its maker, or its successor, once. */
function judgeEnd(
  one: Case<{ readonly on: string }>,
  act: string,
  kind: AgreementEvent['kind'],
): Refusal | null {
  const event = namedEvent(one, act, kind, LAW.declaration);
  if (isRefusal(event)) return event;
  const { actor } = one.act.header;
  const { facts } = one.dossier;
  if (!isMakerOrHeir(actor, event.actor, facts)) {
    return refuse(
      LAW.maker,
      said('It was made by {$maker}, not by {$actor}.', { maker: event.actor, actor }),
    );
  }
  const [same] = eventsAbout(act, one.dossier).filter(
    (other) => facts.personOf(other.actor) === facts.personOf(actor),
  );
  return same
    ? refuse(RULES.once, said('Its end is recorded as {$act}.', { act: same.act }))
    : null;
}

/** By type of act. */
export const DECLARATION_CHECKS: Readonly<Record<string, Check>> = {
  'agreements.declare': check(payloads.Declaration, judgeDeclaration),
  'agreements.withdraw-declaration': check(payloads.DeclarationWithdrawal, (one) =>
    judgeEnd(one, one.payload.declaration, 'declare'),
  ),
  'agreements.derogate': check(payloads.Derogation, judgeDerogation),
  'agreements.end-derogation': check(payloads.DerogationEnd, (one) =>
    judgeEnd(one, one.payload.derogation, 'derogate'),
  ),
};
