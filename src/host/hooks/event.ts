/** What a webhook of a person is told: that an act was admitted, and the act where it is clear. */
import { z } from 'zod';
import { ActId, RegisterKey } from '../../kernel/act.ts';
import { ActorId } from '../../kernel/actor-id.ts';
import type { RecordedAct, Store } from '../../store/contract.ts';
import { recordedActJson } from '../acts/recorded-act.ts';
import { ANYONE } from '../viewer.ts';

/** A longer act is fetched from its address. */
export const ACT_CHARACTERS_MAX = 256 * 1024;

export const DELIVERY_HEADER = 'concord-delivery';

export const AdmittedEvent = z.object({
  event: z.literal('act.admitted'),
  delivery: z.uuid().describe('The same for every attempt to tell of the same act'),
  id: ActId,
  type: z.string(),
  register: RegisterKey,
  actor: ActorId,
  position: z.int().describe('Place in the register; calls come in the order of the record'),
  recordedAt: z.iso.datetime(),
  address: z.url().describe('The page of the act'),
  act: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('As GET /api/acts/{id} shows it, where it is clear for all and not too long'),
});
export type AdmittedEvent = z.output<typeof AdmittedEvent>;

export const TestEvent = z.object({
  event: z.literal('test'),
  delivery: z.uuid(),
});

/** The body of a test. */
export const testBody = (delivery: string): string =>
  JSON.stringify({ event: 'test', delivery } satisfies z.output<typeof TestEvent>);

/** The body for an act that the owner may see. What goes along of it is what anybody may see. */
export async function admittedBody(
  store: Pick<Store, 'act'>,
  { id, header, admission }: Pick<RecordedAct, 'id' | 'header'> & Admitted,
  { delivery, origin }: { delivery: string; origin: string },
): Promise<string> {
  const open = await store.act(id, ANYONE);
  const event: AdmittedEvent = {
    event: 'act.admitted',
    delivery,
    id,
    type: header.type,
    register: admission.register,
    actor: header.actor,
    position: admission.position,
    recordedAt: admission.recordedAt,
    address: `${origin}/acts/${id}`,
  };
  const bare = JSON.stringify(event);
  if (open === null) return bare;
  const whole = JSON.stringify({ ...event, act: recordedActJson(open) });
  return whole.length > ACT_CHARACTERS_MAX ? bare : whole;
}

interface Admitted {
  readonly admission: NonNullable<RecordedAct['admission']>;
}
