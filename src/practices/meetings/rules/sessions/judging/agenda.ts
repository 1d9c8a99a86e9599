/** What keeps out acts on the agenda. */
import { refuse } from '../../../../../kernel/refusal.ts';
import { said } from '../../../../../kernel/said.ts';
import type { AdoptedAgenda, OrderOfDay, ProposedItem } from '../../../payloads/session-agenda.ts';
import type { Judging } from '../../judging.ts';
import type { ItemStanding } from '../agenda.ts';
import { RULES } from '../law.ts';
import { type Check, inSession, presides, takesPart } from './checks.ts';

const isNew: Check<ProposedItem> = ({ payload, session }) =>
  session.agenda.items.has(payload.item)
    ? refuse(RULES.item, said('The item {$item} was proposed before.', { item: payload.item }))
    : null;

const areProposed: Check<AdoptedAgenda> = ({ payload, session }) => {
  const unknown = payload.items.find(({ item }) => !session.agenda.items.has(item))?.item;
  return unknown === undefined
    ? null
    : refuse(RULES.item, said('Nobody proposed the item {$unknown}.', { unknown }), {
        remedy: said('Propose it; then it can be put on the agenda.'),
      });
};

const areOnAgenda: Check<OrderOfDay> = ({ payload, session }) => {
  const stranger = payload.entries.find(({ item }) => {
    const standing = session.agenda.items.get(item)?.standing ?? 'left-off';
    return standing === 'left-off' || (standing === 'proposed' && session.agenda.isAdopted);
  })?.item;
  return stranger === undefined
    ? null
    : refuse(RULES.item, said('The item {$stranger} is not on the agenda.', { stranger }));
};

const isWithin: Check<OrderOfDay> = ({ payload, session }) => {
  const { closesOn, opensOn } = session.opening.payload;
  return opensOn <= payload.on && payload.on <= closesOn
    ? null
    : refuse(
        RULES.item,
        said('The session lasts from {$opensOn} to {$closesOn}.', { opensOn, closesOn }),
      );
};

const stands =
  (...wanted: readonly ItemStanding[]): Check<{ readonly item: string }> =>
  ({ payload, session }) => {
    const standing = session.agenda.items.get(payload.item)?.standing;
    if (standing === undefined)
      return refuse(RULES.item, said('Nobody proposed {$item}.', { item: payload.item }));
    return wanted.includes(standing)
      ? null
      : refuse(
          RULES.item,
          said('The item {$item} is {$standing}.', { item: payload.item, standing }),
        );
  };

export const AGENDA_JUDGES: Readonly<Record<string, Judging>> = {
  'meetings.propose-item': inSession('propose-item', takesPart('propose'), isNew),
  'meetings.adopt-agenda': inSession('adopt-agenda', presides, areProposed),
  'meetings.set-order-of-day': inSession('set-order-of-day', presides, isWithin, areOnAgenda),
  // What has to be said before there is an agenda is said of items that were proposed.
  'meetings.take-up-item': inSession(
    'take-up-item',
    presides,
    stands('proposed', 'on-agenda', 'adjourned'),
  ),
  'meetings.conclude-item': inSession(
    'conclude-item',
    presides,
    stands('open', 'adjourned', 'on-agenda'),
  ),
};
