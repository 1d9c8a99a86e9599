/** What waits on a depositary's desk, read off the record: nothing there is kept by hand. */
import { type PlainDateText, addMonths } from '../../../../kernel/dates.ts';
import type { EventKind } from '../../acts/event.ts';
import type { Chronicle } from '../entry-into-force.ts';
import type { AgreementEvent } from '../history.ts';
import { outcomeOf } from './judging-instrument.ts';
import { noticesIn } from '../reservations/reservation-said.ts';
import { reservationsOf } from '../reservations/reservations.ts';
import { aboutProposal, objectionLimit } from './judging-text-correction.ts';

export const DESK_SECTIONS = ['examine', 'notify', 'clarify', 'correct', 'register'] as const;
export type DeskSection = (typeof DESK_SECTIONS)[number];

export const DESK_STATES = ['waiting', 'running', 'ready', 'objected'] as const;

export interface DeskItem {
  readonly section: DeskSection;
  readonly state: (typeof DESK_STATES)[number];
  /** The act that waits; null for an agreement as a whole. */
  readonly event: AgreementEvent | null;
  readonly since: PlainDateText;
  readonly deadline: PlainDateText | null;
}

/** What was done longer ago was told in another way, or is history that was read in. */
export const NOTIFY_MONTHS_MAX = 12;

/** Acts that the parties, and those entitled to become so, are told of. VCLT Art. 77(1)(e). */
export const TOLD_TO_PARTIES: ReadonlySet<EventKind> = new Set<EventKind>([
  'open-for-signature',
  'sign',
  'deposit',
  'apply-provisionally',
  'end-provisional-application',
  'withdraw',
  'revoke-withdrawal',
  'record-event',
  'propose-correction',
  'object-to-correction',
  'rectify',
  'reserve',
  'confirm-reservation',
  'modify-reservation',
  'withdraw-reservation',
  'object',
  'withdraw-objection',
  'declare',
  'withdraw-declaration',
  'derogate',
  'end-derogation',
  'refuse-amendment',
  'suspend',
  'resume',
  'terminate',
  'extend-to-territories',
  'exclude-territories',
]);

/** The Charter's own entry into force: what was concluded before is not registered under it. */
export const CHARTER_IN_FORCE_ON: PlainDateText = '1945-10-24';

type Given = {
  readonly chronicle: Chronicle;
  readonly events: readonly AgreementEvent[];
  readonly day: PlainDateText;
};

const item = (
  section: DeskSection,
  event: AgreementEvent,
  more: Partial<DeskItem> = {},
): DeskItem => ({ section, state: 'waiting', event, since: event.on, deadline: null, ...more });

function toExamine({ events }: Given): DeskItem[] {
  return events
    .filter((event) => event.kind === 'receive-instrument')
    .filter((event) => outcomeOf(event.act, events) === null)
    .map((event) => item('examine', event));
}

function toNotify({ events, day }: Given): DeskItem[] {
  const told = noticesIn({ events });
  const from = addMonths(day, -NOTIFY_MONTHS_MAX);
  return events
    .filter(({ act, kind, on }) => TOLD_TO_PARTIES.has(kind) && on >= from && !told.has(act))
    .map((event) => item('notify', event));
}

/**
 * Reservations that the text does not allow, or that came late, and what was asked and not yet
 * answered. VCLT Arts. 19, 77(1)(d), (2): the depositary asks; it does not decide.
 */
function toClarify({ chronicle, events, day }: Given): DeskItem[] {
  const known = new Set(events.map(({ act }) => act));
  const open = reservationsOf(chronicle).filter(
    ({ clarified, endedOn, event, hurdle, asked, inherited }) =>
      !inherited &&
      known.has(event.act) &&
      (hurdle !== null || asked !== null) &&
      (clarified === null || !known.has(clarified.act)) &&
      (endedOn === null || endedOn > day),
  );
  return open.map(({ asked, event }) =>
    asked !== null && known.has(asked.act)
      ? item('clarify', event, { since: asked.on })
      : item('clarify', event, { state: 'ready' }),
  );
}

function toCorrect({ events, day }: Given): DeskItem[] {
  return events
    .filter((event) => event.kind === 'propose-correction')
    .flatMap((event) => {
      const { objections, rectified } = aboutProposal(event.act, events);
      if (rectified) return [];
      const deadline = objectionLimit(event);
      const running = day <= deadline ? 'running' : 'ready';
      return [item('correct', event, { deadline, state: objections[0] ? 'objected' : running })];
    });
}

/** UN Charter Art. 102(1): as soon as possible after it came into force. */
function toRegister({ chronicle, events, day }: Given): DeskItem[] {
  const { adoption } = chronicle.history;
  const { on } = chronicle.decision;
  const isDone =
    adoption.registration !== undefined || events.some(({ kind }) => kind === 'register');
  if (isDone || on === null || on > day || adoption.adoptedOn < CHARTER_IN_FORCE_ON) return [];
  return [{ section: 'register', state: 'waiting', event: null, since: on, deadline: null }];
}

/** Everything that waits under an agreement on a day, section by section, the oldest first. */
export function deskOf(chronicle: Chronicle, day: PlainDateText): DeskItem[] {
  const events = chronicle.history.events.filter((event) => event.on <= day);
  const given = { chronicle, events, day };
  return [
    ...toExamine(given),
    ...toNotify(given),
    ...toClarify(given),
    ...toCorrect(given),
    ...toRegister(given),
  ];
}
