/** The registers of the practice: of bodies, sessions, texts, votes of the past and positions. */
import type { Header } from '../../kernel/act.ts';

/** What stands before the slash of each kind of register. */
export const PREFIXES = {
  body: 'bodies',
  session: 'meetings',
  text: 'texts',
  votes: 'votes',
  positions: 'positions',
} as const;
export type RegisterKind = keyof typeof PREFIXES;

/** The name of a body, session or text, after the slash of its register. */
export const NAME = /^[a-z][a-z0-9-]{1,62}$/;

/** The register of a thing of this kind. */
export function registerOf(kind: RegisterKind, name: string): string {
  return `${PREFIXES[kind]}/${name}`;
}

/** The name that a register of this kind has after its slash; empty where it is of another kind. */
export function nameIn(kind: RegisterKind, register: string | null): string {
  const prefix = `${PREFIXES[kind]}/`;
  return register?.startsWith(prefix) === true ? register.slice(prefix.length) : '';
}

/** Which kind of register an act stands in; null where it is none of the practice's. */
export function kindOf({ register }: Pick<Header, 'register'>): RegisterKind | null {
  const kinds = Object.keys(PREFIXES) as RegisterKind[]; // The keys are the kinds.
  return kinds.find((kind) => nameIn(kind, register) !== '') ?? null;
}
