/**
 * What a scenario is: given what was done in turn, when one more act is handed in, then it is taken
 * in or refused by a rule. An act that has a name (`as`) is named again by it, with `@` in front.
 */
import { CLEAR, type Marking, markedFor } from '../../../kernel/marking.ts';
import type { Told } from '../paper-channels.ts';

export interface Step extends Told {
  readonly as?: string;
}

export interface Scenario {
  readonly title: string;
  readonly given: readonly Step[];
  readonly when: Step;
  /** The rule that refuses it, without its area; null: it is taken in. */
  readonly refusedBy: string | null;
}

export const RED: Marking = markedFor('red', ['AAA', 'BBB']);
export const AMBER: Marking = markedFor('amber', ['AAA', 'BBB', 'CCC']);

export const opens = (more: object = {}, other: Partial<Step> = {}): Step => ({
  does: 'open-channel',
  actor: 'secretariat',
  with: {
    title: { en: 'Outbreak alerts' },
    kind: 'alerts',
    acknowledgeWithinHours: { priority: 24, immediate: 4, flash: 0 },
    escalation: [
      { afterHours: 0, offices: ['duty-office'] },
      { afterHours: 2, offices: ['ministry'] },
    ],
    ...more,
  },
  ...other,
});

export const issues = (more: object = {}, other: Partial<Step> = {}): Step => ({
  does: 'issue',
  actor: 'AAA',
  as: 'notice',
  with: {
    kind: 'alerts',
    subject: 'Cluster of pneumonia',
    body: 'Twelve cases since Monday.',
    language: 'en',
    to: { actors: ['BBB'] },
    precedence: 'immediate',
    ...more,
  },
  ...other,
});

export const replies = (actor: string, more: object = {}, other: Partial<Step> = {}): Step =>
  issues(
    { inReplyTo: '@notice', to: { actors: ['AAA'] }, ...more },
    { actor, as: 'reply', ...other },
  );

export const upon = (
  does: string,
  actor: string,
  more: object = {},
  other: Partial<Step> = {},
) => ({
  does,
  actor,
  with: { notice: '@notice', ...more },
  ...other,
});

export const acknowledges = (actor: string, other: Partial<Step> = {}): Step =>
  upon('acknowledge', actor, {}, other);

export const asks = (more: object = {}, other: Partial<Step> = {}): Step =>
  issues({ kind: 'requests', needs: [{ what: 'Field hospital' }], ...more }, other);

export const offers = (actor: string, other: Partial<Step> = {}): Step => ({
  does: 'offer-assistance',
  actor,
  with: { request: '@notice', what: 'Field hospital', quantity: { amount: 1 } },
  ...other,
});

export const notes = (more: object = {}): Step =>
  issues({ kind: 'notes-verbales', number: '12/2026', form: { initials: 'A.A.' }, ...more });

export { CLEAR };
