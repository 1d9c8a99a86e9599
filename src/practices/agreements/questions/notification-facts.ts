/** What a notification says, read off the chronicle of its agreement. */
import type { z } from 'zod';
import type { Locale } from '../../../ui/text/locale.ts';
import type { Known } from '../chronicles.ts';
import { CorrectionProposal } from '../payloads/depositary.ts';
import { Wording } from '../payloads/parts.ts';
import { reachOf } from '../rules/depositary/consequences-depositary.ts';
import { fourDatesOf } from '../rules/depositary/four-dates.ts';
import type { AgreementEvent } from '../rules/history.ts';
import { objectionLimit } from '../rules/depositary/judging-text-correction.ts';
import type { NotificationAnswer, NotifiedAct } from './notification-shapes.ts';
import { nameIn, titleIn } from './shapes.ts';

type Facts = z.output<typeof NotificationAnswer>;
type ActFacts = z.output<typeof NotifiedAct>;

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function saidIn({ kind, detail }: AgreementEvent): Pick<ActFacts, 'statement' | 'passages'> {
  const statement = Wording.safeParse(detail['text']).data ?? null;
  const passages =
    kind === 'propose-correction'
      ? (CorrectionProposal.shape.passages.safeParse(detail['passages']).data ?? [])
      : [];
  return { statement, passages };
}

function spanOf(event: AgreementEvent): Pick<ActFacts, 'from' | 'until'> {
  if (event.kind === 'open-for-signature') {
    return { from: event.on, until: textIn(event.detail['to']) };
  }
  return { from: null, until: event.kind === 'propose-correction' ? objectionLimit(event) : null };
}

const NO_TELLING: ReadonlyMap<string, readonly AgreementEvent[]> = new Map();

function actFacts(
  event: AgreementEvent,
  { chronicle }: Known,
  locale: Locale,
  more: { readonly day: string; readonly struckOut: boolean },
): ActFacts {
  const { madeOn, receivedOn, effectOn } = fourDatesOf(event, chronicle, NO_TELLING, more.day);
  const whom = textIn(event.detail['with']);
  return {
    act: event.act,
    kind: event.kind,
    instrument: event.instrument,
    form: event.form,
    actor: event.actor,
    name: nameIn(locale, event.actor, chronicle),
    madeOn,
    receivedOn,
    effectOn,
    ...spanOf(event),
    ...saidIn(event),
    withName: whom === null ? null : nameIn(locale, whom, chronicle),
    struckOut: more.struckOut,
  };
}

/** The kind of what is no event: the adoption, a correction, or what the asker may not see. */
function otherKind(act: string, { chronicle }: Known): 'adopt' | 'correct' | 'withheld' {
  const { adoptedBy, events, struck } = chronicle.history;
  if (act === adoptedBy) return 'adopt';
  const corrects =
    events.some((event) => event.correctedBy === act) || struck.some(({ by }) => by === act);
  return corrects ? 'correct' : 'withheld';
}

function otherAct(act: string, known: Known, locale: Locale): ActFacts {
  const { chronicle } = known;
  const { adoption } = chronicle.history;
  const kind = otherKind(act, known);
  const actor = adoption.depositary[0] ?? '';
  return {
    act,
    kind,
    instrument: null,
    form: null,
    actor,
    name: nameIn(locale, actor, chronicle),
    madeOn: kind === 'adopt' ? adoption.adoptedOn : null,
    receivedOn: null,
    effectOn: null,
    from: null,
    until: null,
    statement: null,
    passages: [],
    withName: null,
    struckOut: false,
  };
}

function actsOf(event: AgreementEvent, known: Known, locale: Locale): ActFacts[] {
  const { events, struck } = known.chronicle.history;
  const named: unknown = event.detail['acts'];
  const day = event.on;
  return (Array.isArray(named) ? named.map(String) : []).map((act) => {
    const stands = events.find((one) => one.act === act);
    if (stands) return actFacts(stands, known, locale, { day, struckOut: false });
    const out = struck.find((one) => one.event.act === act);
    return out
      ? actFacts(out.event, known, locale, { day, struckOut: true })
      : otherAct(act, known, locale);
  });
}

/** The agreement's entry into force, where an act told of is of the day that brought it about. */
function forceFrom({ chronicle }: Known, acts: readonly ActFacts[], day: string): string | null {
  const { fulfilledOn, on } = chronicle.decision;
  const isToldOf = acts.some(
    (one) => (one.receivedOn ?? one.madeOn) === fulfilledOn && one.effectOn === on,
  );
  return fulfilledOn !== null && fulfilledOn <= day && isToldOf ? on : null;
}

/** The whole notification in a language of names and titles. */
export function notificationFacts(
  known: Known,
  held: { readonly event: AgreementEvent; readonly struckBy: string | null },
  locale: Locale,
): Facts {
  const { event } = held;
  const { adoption, agreement, events, struck } = known.chronicle.history;
  const acts = actsOf(event, known, locale);
  const corrected = [...events, ...struck.map((one) => one.event)].find(
    (one) => one.act === event.detail['corrects'],
  );
  return {
    act: event.act,
    number: String(event.detail['number']),
    on: event.on,
    agreement,
    title: titleIn(locale, adoption),
    adoptedOn: adoption.adoptedOn,
    adoptedAt: adoption.adoptedAt ?? null,
    depositaries: adoption.depositary.map((actor) => ({
      actor,
      name: nameIn(locale, actor, known.chronicle),
    })),
    corrects: textIn(corrected?.detail['number']),
    note: textIn(event.detail['note']),
    struckOut: held.struckBy !== null,
    reach: reachOf(known.chronicle, event.on),
    entryIntoForceOn: forceFrom(known, acts, event.on),
    clause: adoption.finalClauses.entryIntoForce.citation,
    acts,
  };
}
