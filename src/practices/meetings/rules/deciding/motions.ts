/** Motions, in the order in which they are put, and what their adoption ends. */

/**
 * Motions by precedence. An appeal against a ruling is put at once (UNGA Rules of Procedure, rule
 * 71); the next four have precedence over all else before the meeting, in this order (rule 77); to
 * take no action is to adjourn the debate for good (rule 74). That the body has no competence is
 * decided before the vote on the proposal (rule 79); after the vote on one proposal, whether the
 * next one on the same question is voted on at all (rule 91).
 */
export const MOTIONS = [
  'appeal',
  'suspension',
  'adjournment-of-meeting',
  'adjournment-of-debate',
  'no-action',
  'closure',
  'no-competence',
  'no-vote',
] as const;
export type Motion = (typeof MOTIONS)[number];

/** Those that interrupt the meeting itself, whatever is before it. */
export const OF_MEETING: readonly string[] = ['appeal', 'suspension', 'adjournment-of-meeting'];

/** Those that take the matter from the vote where they are carried. */
const STOPPING: readonly string[] = [
  'adjournment-of-debate',
  'no-action',
  'no-competence',
  'no-vote',
];

/** Whether a carried motion ends the matter; the others only interrupt its debate. */
export const isStopping = (motion: string): boolean => STOPPING.includes(motion);

/** Its place among motions; what the rules do not rank comes after those that they do. */
export function precedenceOf(motion: string): number {
  const at = MOTIONS.findIndex((one) => one === motion);
  return at < 0 ? MOTIONS.length : at;
}
