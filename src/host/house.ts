/** What the node is made of: its areas, their pages and texts, and the world that it begins with. */
import { fileURLToPath } from 'node:url';
import type { Area } from '../kernel/define-area.ts';
import { actors } from '../practices/actors/area.ts';
import { agreements } from '../practices/agreements/area.ts';
import { agreementPages } from '../practices/agreements/pages.ts';
import { agreementsText } from '../practices/agreements/texts.ts';
import type { DraftAct, Progress, Store } from '../store/contract.ts';
import { loadWorldOnce } from '../world/load.ts';
import type { Page } from '../ui/page.ts';
import type { Catalogue } from '../ui/text/text.ts';

export interface House {
  readonly areas: readonly Area[];
  readonly pages: readonly Page[];
  readonly texts: readonly Catalogue[];
  /** Loads the world into an empty record; on one that has it, changes nothing. */
  loadWorld(store: Store, report: (progress: Progress) => void): Promise<void>;
}

/** What the shipped world holds and the rules refuse is a fault of ours, and is said aloud. */
function reportRefused(refused: readonly { draft: DraftAct; reason: string }[]): void {
  for (const { draft, reason } of refused) {
    process.stderr.write(`not recorded: ${draft.register} ${draft.actor}: ${reason}\n`);
  }
}

export const house: House = {
  areas: [actors, agreements],
  pages: agreementPages,
  texts: [agreementsText],
  loadWorld: async (store, report) => {
    const folder = fileURLToPath(new URL('../../world', import.meta.url));
    const loaded = await loadWorldOnce(store, folder, report);
    if (loaded) reportRefused([...loaded.actors.refused, ...loaded.agreements.refused]);
  },
};
