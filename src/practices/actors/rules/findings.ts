/** Findings of this practice: answers with their rule, and the acts that they rest on. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import {
  type Excluded,
  type Finding,
  type Ref,
  excludedFor,
  finding,
} from '../../../kernel/finding.ts';
import { type Named, type Sentence, said } from '../../../kernel/said.ts';
import type { ActorFact, ActorFacts } from './actor-facts.ts';
import { EXISTENCE_RULE, MEMBERSHIP_RULE } from './law.ts';
import { type Standing, standingOn } from './membership.ts';
import { covers, hasBegun } from './period.ts';

/** A reference to an act, with what it says in a few words. */
export function actRef(
  name: string,
  kind: string,
  act: string,
  actor: string,
  on: string | null,
): Ref {
  const label = `${name}, ${kind}`;
  return { label, act, actor, href: `/acts/${act}`, ...(on === null ? {} : { on }), kind };
}

const named = ({ id, name }: ActorFact): Named => ({ id, name });

function beginsOrEnded(actor: ActorFact, begun: boolean, ended: boolean): Sentence[] {
  if (!begun) return [said('it begins on {$on}', { on: actor.from ?? '' })];
  return ended ? [said('it ended on {$on}', { on: actor.to ?? '' })] : [];
}

/** Whether an actor exists on a day, from the act by which it was entered. */
export function existenceFinding(actor: ActorFact, entry: string, day: PlainDateText): Finding {
  const exists = covers(actor, day);
  const begun = hasBegun(actor, day);
  const ended = actor.to !== null && actor.to <= day;
  return finding({
    question: said('Does {$actor} exist on {$on}?', { actor: named(actor), on: day }),
    value: exists,
    rule: EXISTENCE_RULE,
    counted: [actRef(actor.name, 'entered', entry, actor.id, actor.from)],
    missing: beginsOrEnded(actor, begun, ended),
  });
}

function joinRef(facts: ActorFacts, actor: string, standing: Standing): Ref {
  const name = facts.actor(actor)?.name ?? actor;
  return actRef(name, standing.status, standing.join, actor, standing.joinedOn);
}

/** Why a standing does not count on the day. */
function whyNot(standing: Standing, counts: Standing | null, day: PlainDateText): Sentence {
  const { endedWith, from, to } = standing;
  if (!hasBegun(standing, day)) return said('it begins only on {$on}', { on: from ?? '' });
  if (to !== null && to <= day) {
    if (endedWith === undefined) return said('it ended on {$on}', { on: to });
    return said('it ended with the {$what} on {$on}', { what: wordOf(endedWith), on: to });
  }
  const standingAs = wordOf(counts?.status ?? 'none');
  return said('the standing as {$status} was taken up later', { status: standingAs });
}

/** A word of the registry: a standing, or what ended one. */
const wordOf = (word: string): Sentence => ({ template: word, values: {} });

function excludedOf(
  facts: ActorFacts,
  actor: string,
  standing: Standing,
  reason: Sentence,
): Excluded {
  return excludedFor(joinRef(facts, actor, standing), reason, MEMBERSHIP_RULE.citation);
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
    question: said('What is {$actor} in {$group} on {$on}?', {
      actor: named(actor),
      group: named(group),
      on: day,
    }),
    value: counts?.status ?? null,
    text: wordOf(counts?.status ?? 'nothing'),
    rule: MEMBERSHIP_RULE,
    counted: counts ? [joinRef(facts, actor.id, counts)] : [],
    excluded: others.map((standing) =>
      excludedOf(facts, actor.id, standing, whyNot(standing, counts, day)),
    ),
    missing: standings.length === 0 ? [said('an act by which it joins')] : [],
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
      const reason = standing
        ? said('it is {$status}', { status: wordOf(standing.status) })
        : whyNot(last, null, day);
      excluded.push(excludedOf(facts, actor, last, reason));
    }
  }
  const question = said('How many members has {$group} on {$on}?', {
    group: named(group),
    on: day,
  });
  return finding({ question, value: counted.length, rule: MEMBERSHIP_RULE, counted, excluded });
}
