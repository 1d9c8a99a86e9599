/** Findings of this practice: answers with their rule, and the acts that they rest on. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import { type Excluded, type Finding, type Ref, finding } from '../../../kernel/finding.ts';
import type { ActorFact, ActorFacts } from './actor-facts.ts';
import { EXISTENCE_RULE, MEMBERSHIP_RULE } from './law.ts';
import { type Standing, standingOn } from './membership.ts';
import { covers, hasBegun } from './period.ts';

/** A reference to an act, with what it says in a few words. */
export function actRef(label: string, act: string, actor: string, on: string | null): Ref {
  return { label, act, actor, href: `/acts/${act}`, ...(on === null ? {} : { on }) };
}

/** Whether an actor exists on a day, from the act by which it was entered. */
export function existenceFinding(actor: ActorFact, entry: string, day: PlainDateText): Finding {
  const exists = covers(actor, day);
  const begun = hasBegun(actor, day);
  const ended = actor.to !== null && actor.to <= day;
  return finding({
    question: `Does ${actor.name} exist on ${day}?`,
    value: exists,
    rule: EXISTENCE_RULE,
    counted: [actRef(`${actor.name}, entered`, entry, actor.id, actor.from)],
    missing: begun ? (ended ? [`it ended on ${actor.to}`] : []) : [`it begins on ${actor.from}`],
  });
}

function joinRef(facts: ActorFacts, actor: string, standing: Standing): Ref {
  const name = facts.actor(actor)?.name ?? actor;
  return actRef(`${name}, ${standing.status}`, standing.join, actor, standing.joinedOn);
}

/** Why a standing does not count on the day. */
function whyNot(standing: Standing, counts: Standing | null, day: PlainDateText): string {
  if (!hasBegun(standing, day)) return `it begins only on ${standing.from}`;
  if (standing.to !== null && standing.to <= day) {
    const how = standing.endedWith === undefined ? 'ended' : `ended with the ${standing.endedWith}`;
    return `it ${how} on ${standing.to}`;
  }
  return `the standing as ${counts?.status ?? 'none'} was taken up later`;
}

function excludedOf(
  facts: ActorFacts,
  actor: string,
  standing: Standing,
  reason: string,
): Excluded {
  return { ref: joinRef(facts, actor, standing), reason, citation: MEMBERSHIP_RULE.citation };
}

/** Which standing an actor has in a group on a day, and why. */
export function membershipFinding(
  facts: ActorFacts,
  group: ActorFact,
  actor: ActorFact,
  day: PlainDateText,
): Finding {
  const standings = facts.standings(group.id, actor.id);
  const counts = standingOn(standings, day);
  const others = standings.filter((standing) => standing !== counts);
  return finding({
    question: `What is ${actor.name} in ${group.name} on ${day}?`,
    value: counts?.status ?? null,
    text: counts?.status ?? 'nothing',
    rule: MEMBERSHIP_RULE,
    counted: counts ? [joinRef(facts, actor.id, counts)] : [],
    excluded: others.map((standing) =>
      excludedOf(facts, actor.id, standing, whyNot(standing, counts, day)),
    ),
    missing: standings.length === 0 ? ['an act by which it joins'] : [],
  });
}

/** How many members a group has on a day, by which acts, and who is not counted. */
export function membersFinding(
  facts: ActorFacts,
  group: ActorFact,
  everIn: readonly string[],
  day: PlainDateText,
): Finding {
  const counted: Ref[] = [];
  const excluded: Excluded[] = [];
  for (const actor of everIn) {
    const standings = facts.standings(group.id, actor);
    const standing = standingOn(standings, day);
    const last = standing ?? standings.findLast((one) => hasBegun(one, day));
    if (standing?.status === 'member') counted.push(joinRef(facts, actor, standing));
    else if (last) {
      const reason = standing ? `it is ${standing.status}` : whyNot(last, null, day);
      excluded.push(excludedOf(facts, actor, last, reason));
    }
  }
  const question = `How many members has ${group.name} on ${day}?`;
  return finding({ question, value: counted.length, rule: MEMBERSHIP_RULE, counted, excluded });
}
