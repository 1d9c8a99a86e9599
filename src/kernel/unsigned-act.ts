/** An act before anybody signed it: as rules see it, without its place in a stream. */
import type { ActOf, Header } from './act.ts';
import { CLEAR } from './marking.ts';

type Kept = 'author' | 'basis' | 'effectiveOn' | 'marking';

/** What is known of an act that is intended, or told in a test. */
export interface Unsigned extends Partial<Pick<Header, Kept>> {
  readonly type: string;
  readonly actor: string;
  readonly register: string;
  readonly at: string;
  readonly payload: unknown;
  /** Which it is of those told; its id says so. */
  readonly number?: number;
}

const ID_CHARACTERS = 64;
const KEY_CHARACTERS = 32;

/** The act for judges. Its id, key and digests are stand-ins: it is never admitted. */
export function unsignedAct({ at, number = 1, payload, ...told }: Unsigned): ActOf<unknown> {
  const { actor, author = actor, basis = { kind: 'signed' }, effectiveOn = null } = told;
  const header: Header = {
    network: 'unsigned',
    type: told.type,
    author,
    actor,
    key: '0'.repeat(KEY_CHARACTERS),
    mandate: null,
    basis,
    stream: `${author}/clear`,
    seq: number,
    prev: null,
    parents: [],
    register: told.register,
    effectiveOn,
    issuedAt: at,
    marking: told.marking ?? CLEAR,
    parts: [{ digest: '0'.repeat(ID_CHARACTERS) }],
  };
  return { id: `${number}`.padStart(ID_CHARACTERS, '0'), header, payload };
}
