/** Acts on keys and mandates: signed by whom they concern where its key is here, else recorded. */
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import type { Session } from '../account/sign-in.ts';
import { chooseAuthor } from '../authority/choose-author.ts';
import { type Services, chooserOf } from '../services.ts';

/** The draft as the custodian of the register records it; or why the person may not. */
export async function asRecorded(
  services: Services,
  session: Session,
  draft: DraftAct,
): Promise<DraftAct | Refusal> {
  const signing = await chooseAuthor(draft, chooserOf(services, session));
  return isRefusal(signing) ? signing : { ...draft, ...signing };
}

/**
 * The draft signed with its actor's own key, where the person acts for that actor and the key is
 * here; else as the custodian records it from the source.
 */
export async function signedOrRecorded(
  services: Services,
  session: Session,
  draft: DraftAct,
): Promise<DraftAct | Refusal> {
  const signed: DraftAct = { ...draft, author: draft.actor, basis: { kind: 'signed' } };
  const own = await chooseAuthor(signed, chooserOf(services, session));
  return isRefusal(own) ? asRecorded(services, session, draft) : { ...signed, ...own };
}
