/** Whom a form names: by code, or by a name that one actor alone bears. */
import { isRefusal } from '../../kernel/refusal.ts';
import { search } from '../../practices/actors/questions/list.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { type Services, askingOf } from '../services.ts';

const NAME_LENGTH_MAX = 200;
const MATCHES_MAX = 10;

const folded = (name: string): string => name.trim().toLocaleLowerCase('en').normalize('NFKC');

interface Match {
  readonly item: { readonly id: string };
  readonly matched: string;
}

/** The code of whom was typed; as it was typed, where it is one or no single one bears the name. */
export function codeOf(typed: string, matches: readonly Match[]): string {
  if (matches.some(({ item }) => item.id === typed)) return typed;
  const bearers = matches.filter(({ matched }) => folded(matched) === folded(typed));
  const ids = new Set(bearers.map(({ item }) => item.id));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : typed;
}

/** A node need not have a registry of actors. */
const hasRegistry = ({ areas }: Pick<Services, 'areas'>): boolean =>
  areas.some(({ questions }) => questions.some(({ name }) => name === search.name));

/** What was typed, with the code of the actor in the place of its name. */
export async function withActorCode(services: Services, session: Session, typed: Fields) {
  const name = (typed['actor'] ?? '').trim();
  if (name === '' || name.length > NAME_LENGTH_MAX || !hasRegistry(services)) return typed;
  const asking = askingOf(services, session);
  const found = await services.store.ask(search, { text: name, limit: MATCHES_MAX }, asking);
  return isRefusal(found) ? typed : { ...typed, actor: codeOf(name, found.rows) };
}
