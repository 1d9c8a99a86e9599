/** Whether enough of the members are in the room. */
import { dayOf, type InstantText } from '../../../../kernel/dates.ts';
import { type Excluded, type Finding, excludedFor, finding } from '../../../../kernel/finding.ts';
import { ceiling, fraction, multiply, parseFraction } from '../../../../kernel/fraction.ts';
import { type Rule, rule } from '../../../../kernel/law.ts';
import { inEnglish, said } from '../../../../kernel/said.ts';
import type { BodyView, QuorumRule } from './body-view.ts';
import { mayTakePart } from './credentials.ts';
import { NO_QUORUM_RULE, RULES } from './law.ts';
import type { SessionState } from './session-state.ts';
import { type PresenceStep, presentAt } from './sittings.ts';

/** How many of so many members have to be there. */
export function quorumOf(members: number, { threshold, more }: QuorumRule): number {
  const needed = multiply(fraction(BigInt(members)), parseFraction(threshold));
  const whole = ceiling(needed);
  const isExact = whole * needed.denominator === needed.numerator;
  return Number(more && isExact ? whole + 1n : whole);
}

/** Who is counted at an instant and who is not, and how many are needed of how many. */
export function countPresent(
  session: SessionState,
  body: BodyView,
  at: InstantText,
  ruled: QuorumRule | null = body.quorum,
): {
  readonly counted: readonly PresenceStep[];
  readonly excluded: readonly PresenceStep[];
  readonly members: number;
  readonly needed: number;
} {
  const mayCount = new Set(body.members.filter((actor) => !body.suspended.has(actor)));
  const present = [...presentAt(session, at).values()];
  const counted = present.filter(
    ({ actor }) => mayCount.has(actor) && mayTakePart(session, actor, at).value === true,
  );
  const members = body.members.length;
  return {
    counted,
    excluded: present.filter((step) => !counted.includes(step)),
    members,
    needed: ruled === null ? 0 : quorumOf(members, ruled),
  };
}

/**
 * The quorum at an instant: members in the room against those that are needed. Whoever is no
 * member, suspended or without the credentials that the session needs is not counted; the share is
 * of all members, suspended ones too. `ruled`: a quorum other than that of the body.
 */
export function quorumFinding(
  session: SessionState,
  body: BodyView,
  at: InstantText,
  ruled: QuorumRule | null = body.quorum,
): Finding {
  const { counted, excluded, members, needed } = countPresent(session, body, at, ruled);
  const short = needed - counted.length;
  return finding({
    question: said('Is there a quorum?'),
    value: short <= 0,
    text: said('{$present} of {$members} members are present; {$needed} are needed.', {
      present: counted.length,
      members,
      needed,
    }),
    rule: ruled === null ? NO_QUORUM_RULE : quorumRule(ruled),
    counted: counted.map(({ actor, act, at: since }) => ({
      label: actor,
      actor,
      act,
      on: dayOf(since),
    })),
    excluded: excluded.map(({ actor, act }) => whyNot(session, body, { actor, act }, at)),
    missing: short > 0 ? [said('{$count} more of the members', { count: short })] : [],
  });
}

function quorumRule({ threshold: share, more, citation }: QuorumRule): Rule {
  const words = more
    ? said('More than {$share} of the members are present.', { share })
    : said('At least {$share} of the members are present.', { share });
  return { ...rule('meetings.quorum', citation, inEnglish(words)), said: words };
}

function whyNot(
  session: SessionState,
  { suspended, members }: BodyView,
  { actor, act }: { readonly actor: string; readonly act: string },
  at: InstantText,
): Excluded {
  const ref = { label: actor, actor, act };
  const hindered = suspended.get(actor);
  if (hindered !== undefined) {
    return excludedFor(ref, { template: hindered.reason, values: {} }, hindered.citation);
  }
  if (!members.includes(actor)) return excludedFor(ref, said('not a member on the day'));
  const found = mayTakePart(session, actor, at).said?.text ?? said('none');
  return excludedFor(ref, said('credentials: {$found}', { found }), RULES.credentials.citation);
}
