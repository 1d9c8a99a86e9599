/** From the amendments that stand to the changes that they make in a text. VCLT Arts. 39-41. */
import type { History } from '../history.ts';
import { type Words, isWhole } from './library.ts';
import { type AppliedAmendment, changesIn } from './texts.ts';
import type { Standing } from '../versions/versions.ts';

/** What is known of amendments and of the words of their acts. */
export interface KnownAmendments {
  history(agreement: string): Pick<History, 'adoption' | 'events'> | null;
  words(act: string): Words | null;
}

const hasOwnText = ({ events }: Pick<History, 'events'>): boolean =>
  events.some(({ kind }) => kind === 'fix-text');

/**
 * The amendments that change the text of an agreement, with their changes in a language. One that
 * amends another amendment changes what that one changes, unless that one has a text of its own.
 */
export function appliedAmendments(
  agreement: string,
  standing: readonly Standing[],
  language: string,
  known: KnownAmendments,
): AppliedAmendment[] {
  const texts = new Set([agreement]);
  return standing.flatMap((one) => {
    const history = known.history(one.agreement);
    if (!history || !texts.has(history.adoption.parent ?? '')) return [];
    if (!hasOwnText(history)) texts.add(one.agreement);
    const changes = changesIn(history.events, language).flatMap((act) => {
      const content = known.words(act);
      return content === null || isWhole(content) ? [] : [{ act, content }];
    });
    const { agreement: by, effectOn: from } = one;
    return [{ agreement: by, from, changes: changes.length === 0 ? null : changes }];
  });
}
