/** What the node is made of: its areas, their pages and texts, and the world that it begins with. */
import type { Area } from '../kernel/define-area.ts';
import { actors } from '../practices/actors/area.ts';
import { agreements } from '../practices/agreements/area.ts';
import type { Progress, Store } from '../store/contract.ts';
import type { Page } from '../ui/page.ts';
import type { Catalogue } from '../ui/text/text.ts';

export interface House {
  readonly areas: readonly Area[];
  readonly pages: readonly Page[];
  readonly texts: readonly Catalogue[];
  /** Loads the world into an empty record; on one that has it, changes nothing. */
  loadWorld(store: Store, report: (progress: Progress) => void): Promise<void>;
}

export const house: House = {
  areas: [actors, agreements],
  pages: [],
  texts: [],
  loadWorld: async () => undefined,
};
