/** An outcome with its reasons: the rule, votes counted and not counted, what was missing. */
import { type Finding, type Ref, finding } from '../../../../kernel/finding.ts';
import { type Rule, rule } from '../../../../kernel/law.ts';
import { add, compare, fraction, multiply } from '../../../../kernel/fraction.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { Outcome, OutcomeKind, Poll, Tested } from './poll.ts';
import type { Roll } from './roll.ts';
import { arithmetic, shown } from './words.ts';

type Found = Omit<Outcome, 'finding'>;

/** A body's rule as findings cite it. */
export const lawOf = ({ name, citation, title }: DecisionRule): Rule =>
  rule(`meetings.rule.${name}`, citation, title.en);

const referTo = (label: string, actor: string, act: string | undefined): Ref => ({
  label,
  actor,
  ...(act !== undefined && { act }),
});

function countedRefs({ poll, votes }: Roll): Ref[] {
  const cast = [...votes].map(([actor, choice]) =>
    referTo(`${actor}: ${choice}`, actor, poll.acts?.get(actor)),
  );
  const stated = (poll.statements ?? []).map(({ actor, kind, act }) =>
    referTo(`${actor}: ${kind}`, actor, act),
  );
  const { overruled, castingVote } = poll;
  return [
    ...cast,
    ...stated,
    ...(overruled
      ? [referTo(`${overruled.actor}: objections overruled`, overruled.actor, overruled.act)]
      : []),
    ...(castingVote
      ? [
          referTo(
            `${castingVote.actor}: deciding vote, ${castingVote.choice}`,
            castingVote.actor,
            castingVote.act,
          ),
        ]
      : []),
  ];
}

/** What is short, for each condition that is not met. */
export function shortages(tested: Tested): string[] {
  if (tested.isMet) return [];
  if (tested.parts.length > 0) return tested.parts.flatMap(shortages);
  const { needed, required, counted, label } = tested;
  if (needed !== null) {
    const lacks = add(needed, multiply(counted, fraction(-1n)));
    const isWhole = lacks.denominator === 1n && compare(lacks, fraction(0n)) > 0;
    return isWhole ? [`${shown(lacks)} more: ${label}`] : [label];
  }
  return [`${shown(counted)} instead of ${shown(required)}: ${label}`];
}

function partOf(question: string, tested: Tested, law: Rule): Finding {
  return finding({
    question,
    value: tested.isMet,
    text: `${tested.label}: ${arithmetic(tested)}`,
    rule: law,
    parts: tested.parts.map((part) => partOf('Is this part met?', part, law)),
  });
}

const SAID: Readonly<Record<OutcomeKind, string>> = {
  adopted: 'Adopted',
  rejected: 'Not adopted, short of the majority',
  blocked: 'Not adopted, prevented by',
  postponed: 'Postponed',
  'no-quorum': 'No decision, there being no quorum',
};

/** Why, in one sentence. */
function sentence({ method }: DecisionRule, found: Found): string {
  const { outcome, tests, quorum, against, blockedBy, objectors } = found;
  const tested = (all: readonly Tested[]): string =>
    all.map((one) => `${one.label}: ${arithmetic(one)}`).join('; ');
  switch (outcome) {
    case 'blocked': {
      const by = blockedBy.length > 0 ? blockedBy.join(', ') : 'votes against';
      return `${SAID.blocked} ${by} (${tested(against.filter(({ isMet }) => isMet))}).`;
    }
    case 'no-quorum':
      return `${SAID['no-quorum']} (${tested(quorum ? [quorum] : [])}).`;
    case 'postponed':
      return `${SAID.postponed} (${tested([...against.filter(({ isMet }) => isMet), ...tests])}).`;
    default: {
      if (method === 'vote') return `${SAID[outcome]} (${tested(tests)}).`;
      const without = objectors.length === 0 ? 'without objection' : 'with objections on record';
      return `${SAID[outcome]} ${without}${objectors.map((actor) => `, ${actor}`).join('')}.`;
    }
  }
}

function missingOf({ rule: { tie }, castingVote }: Poll, found: Found): string[] {
  const { outcome, tests, quorum } = found;
  if (outcome === 'no-quorum' && quorum) return shortages(quorum);
  if (outcome === 'rejected') return tests.flatMap(shortages);
  if (outcome !== 'postponed') return [];
  const waits = tie === 'casting-vote' && castingVote === undefined && tests.some((t) => !t.isMet);
  return waits ? ['the deciding vote of whoever presides'] : ['a vote at a later meeting'];
}

/** The finding of an outcome. */
export function outcomeFinding(roll: Roll, found: Found): Finding {
  const { poll, excluded } = roll;
  const law = lawOf(poll.rule);
  return finding({
    question: 'What was decided?',
    value: found.outcome,
    text: sentence(poll.rule, found),
    rule: law,
    counted: countedRefs(roll),
    excluded,
    missing: missingOf(poll, found),
    parts: [
      ...(found.quorum ? [partOf('Is there a quorum?', found.quorum, law)] : []),
      ...found.tests.map((one) => partOf('Is the majority there?', one, law)),
      ...found.against.map((one) => partOf('Does anything prevent it?', one, law)),
    ],
  });
}
