/**
 * What a scenario is: given what was done in turn, when one more act is handed in, then it is taken
 * in or refused by a rule. An act that has a name (`as`) is named again by it, with `@` in front.
 */
import type { Told } from '../paper-session.ts';

export interface Step extends Told {
  readonly as?: string;
}

export interface Scenario {
  readonly title: string;
  /** What the session needs of delegations, and whatever else it is convened with. */
  readonly convened?: Readonly<Record<string, unknown>>;
  readonly given: readonly Step[];
  readonly when: Step;
  /** The rule that refuses it, without its area; null: it is taken in. */
  readonly refusedBy: string | null;
}

/** The secretariat, which keeps the record, does something. */
export const secretariat = (does: string, more: object = {}, other: Partial<Step> = {}): Step => ({
  does,
  actor: 'secretariat',
  with: { ...more },
  ...other,
});

/** A delegation does something for itself. */
export const delegation = (
  actor: string,
  does: string,
  more: object = {},
  other: Partial<Step> = {},
): Step => ({ does, actor, with: { ...more }, ...other });

export const opens = secretariat('open-sitting');
export const closes = secretariat('close-sitting');
export const proposes = (item: string): Step =>
  secretariat('propose-item', { item, title: { en: item } });
export const adopts = (...items: readonly string[]): Step =>
  secretariat('adopt-agenda', {
    items: items.map((item, at) => ({ item, number: `${at + 1}` })),
  });

export const issues = (symbol: string, more: object = {}, actor = 'secretariat'): Step => ({
  does: 'issue-document',
  actor,
  with: { symbol, title: { en: 'Draft' }, kind: 'draft', sponsors: ['AAA'], ...more },
});

export const asks = (actor: string, more: object = {}, as = 'request'): Step => ({
  does: 'request-floor',
  actor,
  with: { ...more },
  as,
});
export const gives = (request = '@request', more: object = {}): Step =>
  secretariat('give-floor', { request, ...more });
