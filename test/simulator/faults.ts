/** What may go wrong in a run, and how often. */
import type { Random } from './random.ts';

/** Rules that can be switched off, to see that the simulator finds what they are for. */
export interface Broken {
  /** A fork is taken for the act that stands there already. */
  readonly overlooksForks?: boolean;
  /** Every signature holds. */
  readonly believesSignatures?: boolean;
  /** Takes what is released to others. */
  readonly takesAnything?: boolean;
  /** Gives to anyone what is released to some. */
  readonly givesAnything?: boolean;
  /** Signs after a restore without asking for its own heads. */
  readonly forgetsToAsk?: boolean;
  /** Says that an act is recorded before it is. */
  readonly tellsTooEarly?: boolean;
  /** A crash leaves half of what a batch wrote. */
  readonly tearsBatches?: boolean;
  /** Follows any position that a custodian names. */
  readonly skipsPositions?: boolean;
  /** Never undoes what cannot be carried through. */
  readonly keepsHalves?: boolean;
  /** Never asks for a part that was withheld on the way. */
  readonly asksForNoParts?: boolean;
  /** Never fetches what was lost on the way again. */
  readonly givesUp?: boolean;
}

/** The weather of one run. */
export interface Faults {
  readonly loss: number;
  readonly corruption: number;
  readonly duplication: number;
  readonly delayMax: number;
  readonly crash: number;
  readonly restore: number;
  readonly partition: number;
  /** Milliseconds that the clocks are off, forwards or backwards. */
  readonly skewMax: number;
}

const YEAR_MILLISECONDS = 365 * 24 * 3600 * 1000;

/** Weather from calm to storm. */
export function weather(random: Random): Faults {
  const calm = random.chance(0.2);
  const share = (most: number): number => (calm ? 0 : (most * random.below(1000)) / 1000);
  return {
    loss: share(0.3),
    corruption: share(0.15),
    duplication: share(0.3),
    delayMax: random.pick([2, 10, 60]),
    crash: share(0.15),
    restore: share(0.06),
    partition: share(0.05),
    skewMax: random.pick([0, 1000, 8 * YEAR_MILLISECONDS]),
  };
}
