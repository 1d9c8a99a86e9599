/** Payloads of acts that make a body what it is: its members, rules, officers and observers. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { Name, Note, Titles } from './parts.ts';

export const BODY_KINDS = [
  'plenary',
  'council',
  'committee',
  'working-group',
  'conference',
  'board',
] as const;

/** Who its members are: seated one by one, all of a group, or all parties to an agreement. */
export const Membership = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('seats') }),
  z.strictObject({ kind: z.literal('group'), group: ActorId }),
  z.strictObject({ kind: z.literal('parties'), agreement: Name }),
]);
export type Membership = z.output<typeof Membership>;

/** `meetings.establish-body`: the author becomes custodian of `bodies/<body>`. */
export const EstablishedBody = z.strictObject({
  title: Titles,
  kind: z.enum(BODY_KINDS),
  /** The organisation that it is an organ of. */
  organization: ActorId.optional(),
  /** The body that set it up. */
  parent: Name.optional(),
  membership: Membership,
  note: Note,
});
export type EstablishedBody = z.output<typeof EstablishedBody>;
