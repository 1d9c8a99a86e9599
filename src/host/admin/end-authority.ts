/** The end of a mandate or a key, by an act like any other. */
import { ActId } from '../../kernel/act.ts';
import { KeyId } from '../../kernel/key.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { type DraftAct, ledgerOf } from '../../kernel/submission.ts';
import { type RecordedKey, readKeys } from '../../store/key-questions.ts';
import { REGISTRY } from '../../store/keys-area.ts';
import { type RecordedMandate, readMandates } from '../../store/mandate-questions.ts';
import type { Session } from '../account/sign-in.ts';
import { BODY_RULE, OFFICE_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import { type Services, askingOf } from '../services.ts';
import { signedOrRecorded } from './signed-or-recorded.ts';
import { viewerOf } from '../viewer.ts';

/** What is to end: a mandate or a key that still counts. */
export type Ending =
  | { readonly kind: 'mandate'; readonly id: ActId; readonly mandate: RecordedMandate }
  | { readonly kind: 'key'; readonly id: KeyId; readonly key: RecordedKey };

const unknown = refuse(UNKNOWN_RULE, said('There is no such mandate or key that still counts.'), {
  remedy: said('See the list at /admin/offices.'),
});

async function keyToEnd(services: Services, id: string): Promise<Ending | Refusal> {
  const keys = await services.store.read({ actors: [] }, (query) => readKeys(query, {}));
  const key = keys.find((one) => one.key === id && one.endedBy === null);
  if (!key) return unknown;
  if (key.actor !== services.store.operator) return { kind: 'key', id: key.key, key };
  return refuse(
    OFFICE_RULE,
    said('The key of {$actor} keeps the registers of this node.', { actor: key.actor }),
    {
      remedy: said('It cannot be revoked here: nothing could be admitted any more.'),
    },
  );
}

/** Finds what an address names: a mandate by its act, or a key by its id. */
export async function findEnding(
  services: Services,
  session: Session,
  id: string,
): Promise<Ending | Refusal> {
  if (KeyId.safeParse(id).success) return keyToEnd(services, id);
  if (!ActId.safeParse(id).success) return unknown;
  const { viewer } = askingOf(services, session);
  const mandates = await services.store.read(viewer, (query) => readMandates(query, {}));
  const mandate = mandates.find((one) => one.act === id && one.revokedBy === null);
  return mandate ? { kind: 'mandate', id, mandate } : unknown;
}

function draftOf(ending: Ending, source: string): DraftAct {
  const [type, actor, payload] =
    ending.kind === 'mandate'
      ? ['mandates.revoke', ending.mandate.actor, { mandate: ending.id }]
      : ['keys.revoke', ending.key.actor, { key: ending.id }];
  return { type, register: REGISTRY, actor, payload, basis: { kind: 'recorded', source } };
}

/** Records the end; null, or the refusal. */
export async function endAuthority(
  services: Services,
  session: Session,
  asked: { readonly ending: Ending; readonly source: string },
): Promise<Refusal | null> {
  const source = asked.source.trim();
  if (source === '') {
    return refuse(BODY_RULE, said('The source of the revocation is missing.'), {
      remedy: said('Name the note verbale or letter, with its date.'),
      values: { source: 'is missing' },
    });
  }
  const draft = await signedOrRecorded(services, session, draftOf(asked.ending, source));
  if (isRefusal(draft)) return draft;
  const [receipt] = await services.store.submit([draft], undefined, viewerOf(session));
  if (receipt === undefined) throw new Error('the store gave no receipt');
  if (isRefusal(receipt)) return receipt;
  services.position.raise(ledgerOf(receipt));
  return null;
}
