/** Payload of the act that opens a channel: what it carries, who may issue, how soon is read. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { LEVELS } from '../../../kernel/marking.ts';
import { Addressed, Kind, Note } from './parts.ts';

export const HOURS_MAX = 24 * 365;
export const STEPS_MAX = 8;

/** The name of a channel, after the slash of its register. */
export const CHANNEL_NAME = /^[a-z][a-z0-9-]{1,62}$/;
export const ChannelName = z
  .string()
  .regex(CHANNEL_NAME, 'a channel is a name in small letters, such as outbreak-alerts');

const Titles = z.strictObject({
  en: z.string().min(1).max(200),
  ar: z.string().max(200).optional(),
  es: z.string().max(200).optional(),
  fr: z.string().max(200).optional(),
  ru: z.string().max(200).optional(),
  zh: z.string().max(200).optional(),
});

const Hours = z.int().min(0).max(HOURS_MAX);

/** Hours within which a notice is to be acknowledged; absent: none is asked for. */
export const Deadlines = z.strictObject({
  routine: Hours.optional(),
  priority: Hours.optional(),
  immediate: Hours.optional(),
  flash: Hours.optional(),
});
export type Deadlines = z.output<typeof Deadlines>;

/** Whom to tell when a deadline has passed by so many hours: one step of the escalation. */
export const Step = z.strictObject({
  afterHours: Hours,
  offices: z.array(ActorId).min(1).max(20),
  /** The addressee on whose lateness they are told; absent: on that of any. */
  addressee: ActorId.optional(),
});
export type Step = z.output<typeof Step>;

/** `notices.open-channel`: the author becomes custodian of the register `notices/<channel>`. */
export const OpenedChannel = z.strictObject({
  title: Titles,
  kind: Kind,
  /** Who may issue; absent: any actor of the registry that may read the channel. */
  issuers: Addressed.optional(),
  acknowledgeWithinHours: Deadlines.default({}),
  /** The level at which notices are marked here, or stricter; looser ones are refused. */
  level: z.enum(LEVELS).default('clear'),
  escalation: z.array(Step).max(STEPS_MAX).default([]),
  note: Note,
});
export type OpenedChannel = z.output<typeof OpenedChannel>;
