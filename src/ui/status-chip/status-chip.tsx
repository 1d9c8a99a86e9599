import { Icon, type IconName } from '../icon/icon.tsx';
import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';

/** How a status weighs with a reader; each has its own icon, so colour is never alone. */
export type Tone = 'good' | 'waiting' | 'bad' | 'quiet';

const statuses = {
  'in-force': ['good', 'check'],
  'not-in-force': ['waiting', 'clock'],
  party: ['good', 'check'],
  pending: ['waiting', 'clock'],
  signatory: ['waiting', 'pen'],
  provisional: ['waiting', 'dash'],
  withdrawn: ['bad', 'cross'],
  suspended: ['bad', 'pause'],
  terminated: ['quiet', 'cross'],
  none: ['quiet', 'dash'],
} as const satisfies Record<string, readonly [Tone, IconName]>;

/** Where an agreement, or an actor towards it, stands; words in `ui.status.*`. */
export type Status = keyof typeof statuses;

export interface StatusChipProps {
  text: Text;
  status: Status;
  /** Other words than the status's own. */
  label?: string;
  /** The one that a whole page is about. */
  large?: boolean;
}

/** A status as a word with its sign. */
export function StatusChip({ text, status, label, large = false }: StatusChipProps): Markup {
  const [tone, icon] = statuses[status];
  return (
    <span class={`chip chip-${tone}${large ? ' chip-large' : ''}`}>
      <Icon name={icon} />
      {label ?? text(`ui.status.${status}`)}
    </span>
  );
}

/** All statuses there are, for the gallery. */
// The keys of a constant object are exactly its names.
export const statusNames = Object.keys(statuses) as Status[];

/** Why an act may be believed: signed under a mandate, or recorded from a named source. */
export function BasisTag({ text, basis }: { text: Text; basis: 'signed' | 'recorded' }): Markup {
  return (
    <span class="basis">
      <Icon name={basis === 'signed' ? 'seal' : 'pen'} />
      {text(`ui.basis.${basis}`)}
    </span>
  );
}
