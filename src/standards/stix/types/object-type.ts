/** What a table says of one type of object. */
import type { Constraints, Kind, Members } from '../kinds.ts';

/** Domain objects, relationships, observables, and what speaks about these. */
export type Family = 'domain' | 'relationship' | 'observable' | 'meta';

export interface ObjectType {
  readonly family: Family;
  /** Section of STIX 2.1. */
  readonly section: string;
  readonly members: Members;
  readonly constraints?: Constraints;
  /** For an observable: properties from which its id follows. */
  readonly contributing?: readonly string[];
  /** For an observable: extensions that the specification itself defines. */
  readonly extensions?: Readonly<Record<string, Kind>>;
}

export type ObjectTypes = Readonly<Record<string, ObjectType>>;
