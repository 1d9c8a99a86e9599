/** Forms that change something: read, and held to the session that their page was made for. */
import { timingSafeEqual } from 'node:crypto';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import type { Session } from './account/sign-in.ts';
import { ORIGIN_RULE } from './host-rules.ts';
import { type HostContext, requireSession } from './viewer.ts';

export type Fields = Readonly<Record<string, string>>;

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}

/** The text fields of a form; of a name that stands twice, the last. Files are no fields here. */
export async function readFields(c: HostContext): Promise<Fields> {
  const form = await c.req.formData().catch(() => new FormData());
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n')] as const] : [],
  );
  return Object.fromEntries(texts);
}

/** The session and fields of a form, or why it is not taken. */
export async function readSessionForm(
  c: HostContext,
): Promise<{ session: Session; fields: Fields } | Refusal> {
  const session = requireSession(c);
  if (isRefusal(session)) return session;
  const fields = await readFields(c);
  if (same(fields['token'] ?? '', session.formToken)) return { session, fields };
  return refuse(ORIGIN_RULE, 'The form belongs to another session.', {
    remedy: 'Open the form again and send it from there.',
  });
}
