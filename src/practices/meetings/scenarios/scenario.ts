/**
 * What a scenario is: given what was done in turn, when one more act is handed in, then it is taken
 * in or refused by a rule.
 */
import type { Told } from '../paper-session.ts';

export type Step = Told;

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

export const asks = (actor: string, more: object = {}): Step =>
  delegation(actor, 'request-floor', more);
export const gives = (to: string, more: object = {}): Step =>
  secretariat('give-floor', { to, ...more });

/** The secretariat says something of the body. */
export const inBody = (does: string, more: object): Step =>
  secretariat(does, more, { register: 'bodies/council' });
export const FROM = '2026-01-01';
export const chairs = (holder: string): Step =>
  inBody('elect-officer', { office: 'chair', holder, from: FROM });
export const observes = (observer: string, ...rights: readonly string[]): Step =>
  inBody('admit-observer', { observer, category: 'non-governmental', rights, from: FROM });
export const suspends = (member: string, what: 'all' | 'voting'): Step =>
  inBody('suspend-rights', {
    member,
    what,
    for: what === 'all' ? 'suspension' : 'arrears',
    citation: 'Rules of the council, rule 9',
    from: FROM,
  });
