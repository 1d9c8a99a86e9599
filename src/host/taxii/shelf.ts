/** What a server of TAXII asks of whatever holds the objects. */
import type { Viewer } from '../../kernel/define-area.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Collection, Held, PageOf } from '../../standards/taxii/resources.ts';
import type { Selection } from '../../standards/taxii/selection.ts';
import type { Outcome } from '../../standards/taxii/status.ts';
import type { StixObject } from '../../standards/stix/read-stix.ts';
import type { Session } from '../account/sign-in.ts';

/** Who asks: their session, and on whose behalf they read. */
export interface Asker {
  readonly session: Session | null;
  readonly viewer: Viewer;
}

export interface TaxiiShelf {
  /** Collections that the asker may know of, by name. */
  collections(asker: Asker): Promise<readonly Collection[]>;
  /** A page of what the collection holds for the asker, in the order in which it was added. */
  select(asker: Asker, alias: string, selection: Selection): Promise<PageOf<Held>>;
  /**
   * Adds objects in the name of the actor, or of the only one for whom the session may; what became
   * of each.
   */
  add(
    session: Session,
    alias: string,
    objects: readonly StixObject[],
    actor: string | null,
  ): Promise<Outcome | Refusal>;
}
