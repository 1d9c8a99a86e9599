/** What may be done before a text is adopted, or apart from any: texts, initials, full powers. */
import type { ActOf } from '../../../kernel/act.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { Dossier } from './dossier.ts';
import type { Others } from './judging-check.ts';

/** Acts that may come before adoption. VCLT Arts. 7, 9, 10. */
export const BEFORE_ADOPTION: ReadonlySet<string> = new Set([
  'agreements.fix-text',
  'agreements.initial',
  'agreements.present-full-powers',
  'agreements.revoke-full-powers',
]);

/** Judges an act that comes before adoption, or stands apart from any agreement. */
export function judgeDrafting(
  _act: ActOf<unknown>,
  _dossier: Dossier,
  _others: Others,
): Refusal | null {
  return null;
}
