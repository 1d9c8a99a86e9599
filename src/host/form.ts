/** Forms that change something: read, and held to the session that their page was made for. */
import { timingSafeEqual } from 'node:crypto';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import type { Session } from './account/sign-in.ts';
import { ORIGIN_RULE } from './host-rules.ts';
import { type HostContext, requireSession } from './viewer.ts';

export type Fields = Readonly<Record<string, string>>;
export type Files = Readonly<Record<string, File>>;

function same(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}

/** Where nothing was chosen, a browser sends an empty file without a name. */
const isChosen = (file: File): boolean => file.name !== '' || file.size > 0;

/** The text fields of a form and its files; of a name that stands twice, the last. */
export async function readForm(c: HostContext): Promise<{ fields: Fields; files: Files }> {
  const form = await c.req.formData().catch(() => new FormData());
  const texts: [string, string][] = [];
  const files: [string, File][] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') texts.push([name, value.replaceAll('\r\n', '\n')]);
    else if (isChosen(value)) files.push([name, value]);
  }
  return { fields: Object.fromEntries(texts), files: Object.fromEntries(files) };
}

/** The text fields of a form alone. */
export async function readFields(c: HostContext): Promise<Fields> {
  return (await readForm(c)).fields;
}

/** The session and fields of a form, or why it is not taken. */
export async function readSessionForm(
  c: HostContext,
): Promise<{ session: Session; fields: Fields; files: Files } | Refusal> {
  const session = requireSession(c);
  if (isRefusal(session)) return session;
  const { fields, files } = await readForm(c);
  if (same(fields['token'] ?? '', session.formToken)) return { session, fields, files };
  return refuse(ORIGIN_RULE, said('The form belongs to another session.'), {
    remedy: said('Open the form again and send it from there.'),
  });
}
