/** Two versions of a text, provision by provision and word by word, brackets and all. */
import type {
  DraftedProvision,
  DraftedText,
} from '../../../../standards/bracketed-text/bracketed-text.ts';
import { writeWords } from '../../../../standards/bracketed-text/write-words.ts';
import { type Stretch, compareVersions } from '../../../agreements/area.ts';

/** What became of a provision. One that moved was removed and added. */
export interface ComparedProvision {
  readonly id: string;
  readonly fate: 'same' | 'changed' | 'added' | 'removed';
  readonly from: DraftedProvision | null;
  readonly to: DraftedProvision | null;
  /** Where both have it and it changed: number and words. */
  readonly stretches: readonly Stretch[];
}

/** As the agreements' comparison takes provisions: a number, and words on the same line. */
const comparable = (provision: DraftedProvision) => ({
  id: provision.id,
  kind: 'para' as const,
  number: provision.number,
  text: writeWords(provision.words),
  provision,
});

/** Compares two versions in one language. */
export function compareDrafts(from: DraftedText, to: DraftedText): readonly ComparedProvision[] {
  const [old, now] = [from, to].map(({ provisions }) => provisions.map(comparable));
  return compareVersions(old ?? [], now ?? [], to.language).map((compared) => ({
    id: compared.id,
    fate: compared.fate,
    from: compared.from?.provision ?? null,
    to: compared.to?.provision ?? null,
    stretches: compared.stretches,
  }));
}
