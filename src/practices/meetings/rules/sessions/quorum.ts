/** Whether enough of the members are in the room. */
import { dayOf, type InstantText } from '../../../../kernel/dates.ts';
import { type Finding, finding } from '../../../../kernel/finding.ts';
import { ceiling, fraction, multiply, parseFraction } from '../../../../kernel/fraction.ts';
import { rule } from '../../../../kernel/law.ts';
import type { BodyView, QuorumRule } from './body-view.ts';
import { mayTakePart } from './credentials.ts';
import { NO_QUORUM_RULE, RULES } from './law.ts';
import type { SessionState } from './session-state.ts';
import { presentAt } from './sittings.ts';

/** How many of so many members have to be there. */
export function quorumOf(members: number, { threshold, more }: QuorumRule): number {
  const needed = multiply(fraction(BigInt(members)), parseFraction(threshold));
  const whole = ceiling(needed);
  const isExact = whole * needed.denominator === needed.numerator;
  return Number(more && isExact ? whole + 1n : whole);
}

/**
 * The quorum at an instant: members in the room against those that are needed. Whoever is no
 * member, suspended or without the credentials that the session needs is not counted; a member
 * that was told to have left is not there. `ruled`: a quorum other than that of the body.
 */
export function quorumFinding(
  session: SessionState,
  body: BodyView,
  at: InstantText,
  ruled: QuorumRule | null = body.quorum,
): Finding {
  const members = body.members.filter((actor) => !body.suspended.has(actor));
  const isMember = new Set(members);
  const present = [...presentAt(session, at).values()];
  const counted = present.filter(
    ({ actor }) => isMember.has(actor) && mayTakePart(session, actor, at).value === true,
  );
  const excluded = present.filter((step) => !counted.includes(step));
  const needed = ruled === null ? 0 : quorumOf(members.length, ruled);
  const short = needed - counted.length;
  return finding({
    question: 'Is there a quorum?',
    value: short <= 0,
    text: `${counted.length} of ${members.length} members are present; ${needed} are needed.`,
    rule: ruled === null ? NO_QUORUM_RULE : quorumRule(ruled),
    counted: counted.map(({ actor, act, at: since }) => ({
      label: actor,
      actor,
      act,
      on: dayOf(since),
    })),
    excluded: excluded.map(({ actor, act }) => ({
      ref: { label: actor, actor, act },
      ...whyNot(session, body, actor, at),
    })),
    missing: short > 0 ? [`${short} more of the members`] : [],
  });
}

function quorumRule({ threshold, more, citation }: QuorumRule) {
  const share = more ? `More than ${threshold}` : `At least ${threshold}`;
  return rule('meetings.quorum', citation, `${share} of the members are present.`);
}

function whyNot(
  session: SessionState,
  { suspended, members }: BodyView,
  actor: string,
  at: InstantText,
): { reason: string; citation?: string } {
  const hindered = suspended.get(actor);
  if (hindered !== undefined) return hindered;
  if (!members.includes(actor)) return { reason: 'not a member on the day' };
  const { text = '' } = mayTakePart(session, actor, at);
  return { reason: `credentials: ${text}`, citation: RULES.credentials.citation };
}
