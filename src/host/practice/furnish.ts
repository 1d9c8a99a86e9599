/** Begins the record of a practice: its cast enters the registry, each with a key of its own. */
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import type { SigningKey } from '../../kernel/key.ts';
import { REGISTRY } from '../../practices/actors/area.ts';
import type { Store } from '../../store/contract.ts';
import { REGISTRY as KEYS } from '../../store/keys-area.ts';
import { type CastMember, SECRETARIAT } from './script.ts';

const basis = { kind: 'recorded', source: 'Invented for this practice' } as const;

function enters({ id, kind, names, treatyCapacity }: CastMember): DraftAct {
  const payload = { id, kind, names, treatyCapacity, regionalIntegration: false };
  return { type: 'actors.enter', register: REGISTRY, actor: id, payload, basis };
}

/** Each State is a member of the commission from the first day. */
function joins({ id }: CastMember, from: string): DraftAct {
  const payload = { group: SECRETARIAT, member: id, from, status: 'member' };
  return { type: 'actors.join', register: REGISTRY, actor: id, payload, basis };
}

function showsKey(actor: string, key: SigningKey): DraftAct {
  const publicKey = Buffer.from(key.publicBytes).toString('base64url');
  return { type: 'keys.register', register: KEYS, actor, payload: { actor, publicKey }, basis };
}

/** Records it in one batch. Throws where the script does not hold. */
export async function furnish(
  store: Pick<Store, 'submit'>,
  cast: readonly CastMember[],
  keyOf: (actor: string) => Promise<SigningKey>,
  today: string,
): Promise<void> {
  const others = cast.filter(({ id }) => id !== SECRETARIAT);
  const keys: DraftAct[] = [];
  for (const { id } of others) keys.push(showsKey(id, await keyOf(id)));
  const members = others.filter(({ kind }) => kind === 'state');
  const drafts = [...cast.map(enters), ...members.map((one) => joins(one, today)), ...keys];
  for (const receipt of await store.submit(drafts)) {
    if (isRefusal(receipt)) throw new Error(receipt.reason);
  }
}
