/** What follows from acts that end an agreement, suspend it, or say where it applies. */
import type { Consequence } from '../../../../kernel/define-area.ts';
import type { Change } from '../consequences.ts';
import { nameOf } from '../findings.ts';
import type { AgreementEvent } from '../history.ts';
import { suspensionsOf } from './suspensions.ts';

const say = (key: string, values: Consequence['values'] = {}): Consequence => ({
  key: `agreements.effect.${key}`,
  values,
});

/** Acts that change nobody's standing by themselves. */
const OF_NO_ACTOR: ReadonlySet<string> = new Set([
  'open-for-signature',
  'suspend',
  'resume',
  'terminate',
  'extend-to-territories',
  'exclude-territories',
]);

/** The actor whose standing an event may change; null where it is of nobody in particular. */
export function standingOf({ actor, detail, kind }: AgreementEvent): string | null {
  if (kind !== 'record-event') return OF_NO_ACTOR.has(kind) ? null : actor;
  return typeof detail['of'] === 'string' ? detail['of'] : null;
}

/** The end of the agreement, where the act moved it. VCLT Arts. 54, 70. */
function ofEnd({ before, after }: Change): Consequence[] {
  const [was, is] = [before.ending?.on ?? null, after.ending?.on ?? null];
  if (was === is) return [];
  return [is === null ? say('goes-on') : say('ends', { on: is })];
}

function ofSuspension(event: AgreementEvent, { after }: Change): Consequence[] {
  const [one] = suspensionsOf([event]);
  if (one === undefined) return [];
  const whom = one.between?.map((actor) => nameOf(actor, after)).join(', ');
  const values = { on: one.from };
  return [
    whom === undefined ? say('suspended-all', values) : say('suspended', { ...values, whom }),
  ];
}

function ofTerritories(event: AgreementEvent, { after }: Change): Consequence {
  // Written from a payload that the schema of territories accepted.
  const named = (event.detail['territories'] ?? []) as readonly { readonly name: string }[];
  const key = event.kind === 'extend-to-territories' ? 'extends' : 'excludes';
  return say(key, {
    name: nameOf(event.actor, after),
    territories: named.map(({ name }) => name).join(', '),
    on: event.effectiveOn ?? event.on,
  });
}

function ofEvent(event: AgreementEvent, change: Change): Consequence[] {
  if (event.kind === 'suspend') return ofSuspension(event, change);
  if (event.kind === 'resume') return [say('resumed', { on: event.effectiveOn ?? event.on })];
  return event.kind.endsWith('-territories') ? [ofTerritories(event, change)] : [];
}

/** The consequences of such acts; none for others. */
export function versionConsequences(change: Change): Consequence[] {
  const added = change.touched.filter((event) =>
    change.after.history.events.some((one) => one.act === event.act),
  );
  const said = new Map(added.map((event) => [event.act, event]));
  return [...ofEnd(change), ...[...said.values()].flatMap((event) => ofEvent(event, change))];
}
