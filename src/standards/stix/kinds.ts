/** Kinds of values that properties hold (section 2), as data from which values are checked. */
import { readonlyVocabulary, type VocabularyName } from './types/vocabularies.ts';

export type Kind =
  | { readonly kind: 'text' }
  | { readonly kind: 'matching'; readonly form: RegExp; readonly what: string }
  | { readonly kind: 'integer' | 'float'; readonly from: number; readonly to: number }
  | { readonly kind: 'boolean' | 'timestamp' | 'hexadecimal' | 'binary' | 'hashes' | 'anything' }
  | { readonly kind: 'reference'; readonly may: (type: string) => boolean; readonly to: string }
  | { readonly kind: 'list'; readonly of: Kind; readonly countMin: number }
  | { readonly kind: 'open' | 'closed'; readonly vocabulary: readonly string[] }
  | { readonly kind: 'dictionary'; readonly of: Kind }
  | { readonly kind: 'members'; readonly members: Members; readonly constraints: Constraints };

export interface Property {
  readonly kind: Kind;
  readonly required: boolean;
}

export type Members = Readonly<Record<string, Kind | Property>>;

/** How properties stand to each other. */
export interface Constraints {
  /** Of each list, one property at least is there. */
  readonly someOf?: readonly (readonly string[])[];
  /** Of each list, one property is there and no other. */
  readonly oneOf?: readonly (readonly string[])[];
  /** Where the first is there, the others are. */
  readonly with?: readonly (readonly [string, ...string[]])[];
  /** The first is not after the second; `strictly`: it is before. */
  readonly order?: readonly (readonly [string, string, 'strictly'?])[];
}

export const text: Kind = { kind: 'text' };
export const boolean: Kind = { kind: 'boolean' };
export const timestamp: Kind = { kind: 'timestamp' };
export const hexadecimal: Kind = { kind: 'hexadecimal' };
export const binary: Kind = { kind: 'binary' };
export const hashes: Kind = { kind: 'hashes' };
export const anything: Kind = { kind: 'anything' };

export const integer = (from = Number.MIN_SAFE_INTEGER, to = Number.MAX_SAFE_INTEGER): Kind => ({
  kind: 'integer',
  from,
  to,
});
export const float = (from = -Infinity, to = Infinity): Kind => ({ kind: 'float', from, to });
export const matching = (form: RegExp, what: string): Kind => ({ kind: 'matching', form, what });
export const list = (of: Kind, countMin = 1): Kind => ({ kind: 'list', of, countMin });
export const dictionary = (of: Kind = anything): Kind => ({ kind: 'dictionary', of });
export const open = (name: VocabularyName): Kind => ({
  kind: 'open',
  vocabulary: readonlyVocabulary(name),
});
export const closed = (name: VocabularyName): Kind => ({
  kind: 'closed',
  vocabulary: readonlyVocabulary(name),
});
export const members = (of: Members, constraints: Constraints = {}): Kind => ({
  kind: 'members',
  members: of,
  constraints,
});

/** A reference to objects of the types. */
export const reference = (...types: readonly [string, ...string[]]): Kind => ({
  kind: 'reference',
  may: (type) => types.includes(type),
  to: types.join(' or '),
});

/** A reference to objects of any type but these; custom types are among those it may point to. */
export const referenceExcept = (types: readonly string[], to: string): Kind => ({
  kind: 'reference',
  may: (type) => !types.includes(type),
  to,
});

export const required = (kind: Kind): Property => ({ kind, required: true });

/** A member of a table as a property, required or not. */
export function asProperty(member: Kind | Property): Property {
  return 'required' in member ? member : { kind: member, required: false };
}
