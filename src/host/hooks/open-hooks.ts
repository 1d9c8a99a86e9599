/** Opens the room of people's webhooks as a node has it. */
import type { ConnectionSettings } from '../../store/connection.ts';
import type { Store } from '../../store/contract.ts';
import type { KeyRing } from '../../store/key-ring.ts';
import type { SignIn } from '../account/sign-in.ts';
import { authorityOf } from '../authority/authority.ts';
import type { Config } from '../config.ts';
import { HookRoom, LOOK_MILLISECONDS } from './hook-room.ts';

interface Parts {
  readonly connection: ConnectionSettings;
  readonly store: Store;
  readonly ring: KeyRing;
  readonly signIn: Pick<SignIn, 'people'>;
  readonly config: Pick<Config, 'privateWebhooks'>;
  readonly origin: () => string;
}

/** Who was let in and may still enter is asked anew for each call. */
export function openHooks({ connection, store, ring, signIn, config, origin }: Parts) {
  return HookRoom.open(
    { store, now: () => new Date() },
    {
      connection,
      origin,
      authority: authorityOf(store, ring),
      privateWebhooks: config.privateWebhooks,
      actorsOf: async (person) => {
        const known = (await signIn.people.list()).find(({ id }) => id === person);
        return known === undefined || known.disabled ? null : known.actors;
      },
      everyMilliseconds: LOOK_MILLISECONDS,
    },
  );
}
