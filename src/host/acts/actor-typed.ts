/** Whom a form names: by code, or by a name that one actor alone bears. */
import type { ActDefinition } from '../../kernel/define-area.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { list, search } from '../../practices/actors/questions/list.ts';
import type { Locale } from '../../ui/text/locale.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { type Services, askingOf } from '../services.ts';
import { actorFieldNames } from './payload-form/walk.ts';

const NAME_LENGTH_MAX = 200;
const MATCHES_MAX = 10;
/** Names looked up for one form; a list of more is written with codes. */
const NAMES_MAX = 400;

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

/** An actor as a form offers it: by the name that is typed, and its code. */
export interface ActorName {
  readonly id: string;
  readonly name: string;
}

/** Whom a form may offer: States and organisations of today, in the reader's language. */
export async function actorNames(
  services: Services,
  session: Session,
  locale: Locale,
): Promise<readonly ActorName[]> {
  if (!hasRegistry(services)) return [];
  const asking = askingOf(services, session);
  const found = await services.store.ask(list, {}, asking);
  if (isRefusal(found)) return [];
  return found.rows.map(({ id, names }) => ({ id, name: names[locale] ?? names.en ?? id }));
}

const STATE_CODE = /^[A-Z]{3}$/;

/** What was typed, with the codes of actors in the place of their names. */
export async function withActorCodes(
  services: Services,
  session: Session,
  definition: ActDefinition,
  typed: Fields,
): Promise<Fields> {
  if (!hasRegistry(services)) return typed;
  const codes = new Map<string, string>();
  async function code(name: string): Promise<string> {
    const known = codes.get(name);
    if (known !== undefined) return known;
    if (STATE_CODE.test(name) || name.length > NAME_LENGTH_MAX || codes.size >= NAMES_MAX) {
      return name;
    }
    const asking = askingOf(services, session);
    const found = await services.store.ask(search, { text: name, limit: MATCHES_MAX }, asking);
    const made = isRefusal(found) ? name : codeOf(name, found.rows);
    codes.set(name, made);
    return made;
  }
  const all = new Map(Object.entries(typed));
  for (const field of ['actor', ...actorFieldNames(definition, typed)]) {
    const lines = (all.get(field) ?? '').split('\n').map((line) => line.trim());
    if (lines.every((line) => line === '')) continue;
    const coded: string[] = [];
    for (const line of lines) coded.push(line === '' ? '' : await code(line));
    all.set(field, coded.join('\n'));
  }
  return Object.fromEntries(all);
}
