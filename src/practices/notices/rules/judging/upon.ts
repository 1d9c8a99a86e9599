/** What keeps out an act that answers or changes a notice. */
import { type Refusal, isRefusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { EventKind } from '../../acts/rows.ts';
import { addresseesOf } from '../addressees.ts';
import type { EventFact, NoticeFact } from '../facts.ts';
import { RULES } from '../law.ts';
import { closingOf, rootOf } from '../threads.ts';
import type { Update } from '../../payloads/notice.ts';
import { judgeContent } from './content.ts';
import { type Given, judgeUponMarking, noticeUpon } from './given.ts';

type Upon = (given: Given, notice: NoticeFact, events: readonly EventFact[]) => Refusal | null;

const isCancelled = (events: readonly EventFact[]): boolean =>
  events.some(({ kind }) => kind === 'cancel');

const own: Upon = ({ act }, notice) =>
  act.header.actor === notice.actor
    ? null
    : refuse(
        RULES.ownNotice,
        said('The notice is {$actor}’s, not {$headerActor}’s.', {
          actor: notice.actor,
          headerActor: act.header.actor,
        }),
      );

const notCancelled: Upon = (_given, _notice, events) =>
  isCancelled(events) ? refuse(RULES.cancelled, said('The notice was cancelled.')) : null;

const open: Upon = ({ docket }, notice) =>
  closingOf(docket, notice.act) === null
    ? null
    : refuse(RULES.closed, said('The thread of this notice is closed.'));

const addressed: Upon = ({ act, docket }, notice) => {
  const { actor } = act.header;
  const all = addresseesOf(notice.notice.to, notice.issuedAt, docket.actors);
  return actor !== notice.actor && all.some((one) => one.actor === actor)
    ? null
    : refuse(RULES.addressee, said('{$actor} is not addressed by this notice.', { actor }));
};

/** An update that asks for it again makes room for one more. */
const acknowledgedOnce: Upon = ({ act }, _notice, events) => {
  const { actor } = act.header;
  const again = events.findLast(
    ({ kind, detail }) => kind === 'update' && detail['acknowledgeAgain'] === true,
  );
  const before = events.some(
    (event) =>
      event.kind === 'acknowledge' && event.actor === actor && event.ledger > (again?.ledger ?? 0),
  );
  return before
    ? refuse(RULES.acknowledgedOnce, said('{$actor} has acknowledged it before.', { actor }))
    : null;
};

const requested: Upon = ({ act }, notice) => {
  if (notice.notice.kind !== 'requests') {
    return refuse(RULES.request, said('The notice is no request for assistance.'));
  }
  return act.header.actor === notice.actor
    ? refuse(RULES.request, said('{$actor} made the request itself.', { actor: notice.actor }))
    : null;
};

/** Threads are closed where they began, so that all of it is closed. */
const atRoot: Upon = ({ docket }, notice) => {
  const root = rootOf(docket, notice.act);
  return root === notice.act
    ? null
    : refuse(RULES.closed, said('A thread is closed by the notice with which it began.'), {
        remedy: said('Close the notice {$root}.', { root }),
      });
};

const UPON: Readonly<Record<EventKind, readonly Upon[]>> = {
  acknowledge: [addressed, acknowledgedOnce],
  update: [own, notCancelled, open],
  cancel: [own, notCancelled, open],
  'offer-assistance': [requested, notCancelled, open],
  close: [own, atRoot, open],
  'permit-onward-release': [own],
};

/** Who is meant by it, and so has to be able to read it: whoever issued, or was addressed. */
function meantBy(kind: EventKind, notice: NoticeFact, given: Given): readonly string[] {
  const answers = kind === 'acknowledge' || kind === 'offer-assistance';
  if (answers || kind === 'permit-onward-release') return [notice.actor];
  const { docket } = given;
  return addresseesOf(notice.notice.to, notice.issuedAt, docket.actors).map(({ actor }) => actor);
}

/** What an update carries for machines; deciders are handed what the schema of the act gave. */
function contentOf({ act }: Given, kind: EventKind): Update['content'] {
  return kind === 'update' ? (act.payload as Update).content : null;
}

/** Judges an act upon the notice that it names: null, or the refusal. */
export function judgeUpon(given: Given, kind: EventKind, named: string): Refusal | null {
  const notice = noticeUpon(given, named);
  if (isRefusal(notice)) return notice;
  const events = given.docket.events.get(notice.act) ?? [];
  for (const judgement of UPON[kind]) {
    const refusal = judgement(given, notice, events);
    if (refusal !== null) return refusal;
  }
  return (
    judgeUponMarking(given, notice, meantBy(kind, notice, given)) ??
    judgeContent(contentOf(given, kind), given.act.header.marking)
  );
}
