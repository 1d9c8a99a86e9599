/** Who may look after people, offices and keys. */
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { Session } from '../account/sign-in.ts';
import { type Fields, readSessionForm } from '../form.ts';
import { ADMINISTRATOR_RULE } from '../host-rules.ts';
import { type HostContext, requireSession } from '../viewer.ts';

/** Refuses whoever does not administer the node. */
export function judgeAdministrator({ person }: Session): Refusal | null {
  if (person.administrator) return null;
  return refuse(
    ADMINISTRATOR_RULE,
    said('{$name} does not administer this node.', { name: person.name }),
    {
      remedy: said('Ask one of its administrators.'),
    },
  );
}

/** The session of an administrator's request. */
export function requireAdministrator(c: HostContext): Session | Refusal {
  const session = requireSession(c);
  if (isRefusal(session)) return session;
  return judgeAdministrator(session) ?? session;
}

/** The session and fields of an administrator's form. */
export async function readAdministratorForm(
  c: HostContext,
): Promise<{ session: Session; fields: Fields } | Refusal> {
  const form = await readSessionForm(c);
  if (isRefusal(form)) return form;
  return judgeAdministrator(form.session) ?? form;
}
