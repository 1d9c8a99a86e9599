/** What it would take, given who is for and who is against: further votes, blocks, who decides. */
import { z } from 'zod';
import { ActorId } from '../../../../kernel/actor-id.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { FindingShape, finding } from '../../../../kernel/finding.ts';
import { fraction, fractionText } from '../../../../kernel/fraction.ts';
import { type Refusal, isRefusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import type { Choice } from '../../payloads/decision-rule.ts';
import { ACTORS_MAX } from '../../payloads/parts.ts';
import { OUTCOMES } from '../../rules/deciding/poll.ts';
import { type Blocking, blockingOf } from '../../rules/power/blocking.ts';
import { type Nearest, nearestWinning } from '../../rules/power/coalitions.ts';
import { POWER } from '../../rules/power/law.ts';
import type { Choices } from '../../rules/power/linear.ts';
import { decisiveAmong, standingOf } from '../../rules/power/standing.ts';
import { findingIn } from '../in-words.ts';
import { nameOf } from '../shapes.ts';
import { BoardShape, boardOf } from './board.ts';
import {
  type OpenRule,
  RuleInput,
  RuleShape,
  countedActs,
  openRule,
  ruleShape,
} from './open-rule.ts';

const Named = z.object({ actor: z.string(), name: z.string() });
type Named = z.output<typeof Named>;
const Members = z.array(ActorId).max(ACTORS_MAX).default([]);

const NearestShape = z.object({
  /** What those do who have not chosen and are not in the coalition. */
  others: z.enum(['abstain', 'no']),
  /** The fewest further votes in favour; null: none suffice. */
  needed: z.int().nullable(),
  /** Fewer than this were shown not to suffice; the same as `needed` where that is proven. */
  neededAtLeast: z.int(),
  members: z.array(Named),
  /** Where members are weighed: its weight, and whether none of as few weighs less. */
  weight: z.string().nullable(),
  lightest: z.boolean().nullable(),
  /** How many coalitions there are of as few. */
  coalitions: z.object({ number: z.string(), exact: z.boolean() }),
  /** Who is in all of them; null where that takes too long to tell. */
  always: z.array(Named).nullable(),
});

const BlockingShape = z.object({
  /** The fewest votes against that prevent adoption; null: nobody can; zero: it is prevented. */
  needed: z.int().nullable(),
  neededAtLeast: z.int(),
  /** Coalitions in which nobody can be spared, the smallest first, told by kinds. */
  kinds: z.array(
    z.object({
      size: z.int(),
      coalitions: z.string(),
      parts: z.array(z.object({ number: z.int(), of: z.array(Named) })),
    }),
  ),
  complete: z.boolean(),
});

const CoalitionRow = Named.extend({
  choice: z.enum(['yes', 'no', 'open']),
  /** Whether its yes adopts and its no does not, as the others stand and the open ones abstain. */
  decisive: z.boolean(),
});

const Output = RuleShape.extend({
  /** If all that have not chosen abstain. */
  outcome: z.enum(OUTCOMES),
  nearest: z.array(NearestShape),
  blocking: BlockingShape,
  rows: z.array(CoalitionRow),
  board: BoardShape,
  finding: FindingShape,
});
export type Coalitions = z.output<typeof Output>;

type Namer = (players: readonly number[]) => Named[];

function choicesOf(
  { arithmetic: { players } }: OpenRule,
  yes: readonly string[],
  no: readonly string[],
): Choices | Refusal {
  const chosen = new Map<string, Choice>();
  for (const [choice, actors] of [['yes', yes] as const, ['no', no] as const]) {
    for (const actor of actors) {
      if (!players.includes(actor)) {
        return refuse(
          POWER.member,
          said('{$actor} is no member that may vote under this rule.', { actor }),
        );
      }
      if ((chosen.get(actor) ?? choice) !== choice) {
        return refuse(POWER.member, said('{$actor} cannot be both for and against.', { actor }));
      }
      chosen.set(actor, choice);
    }
  }
  return players.map((actor) => chosen.get(actor) ?? null);
}

/** What the lightest coalition weighs, in the scheme’s own units. */
function lightestShape({ arithmetic }: OpenRule, { lightest }: Nearest) {
  if (lightest === null) return { weight: null, lightest: null };
  const { scale = 1n } = arithmetic.leaves.find(({ scheme }) => scheme !== null) ?? {};
  const weight = fractionText(fraction(lightest.weight, scale));
  return { weight, lightest: lightest.proven };
}

function nearestShape(
  open: OpenRule,
  others: 'abstain' | 'no',
  found: Nearest,
  named: Namer,
): z.output<typeof NearestShape> {
  const { number, fewestPossible, sets, count, always, lightest } = found;
  return {
    others,
    needed: number,
    neededAtLeast: fewestPossible,
    members: named(lightest?.members ?? sets[0]?.members ?? []),
    ...lightestShape(open, found),
    coalitions: { number: `${count.number}`, exact: count.exact },
    always: always && named(always),
  };
}

function blockingShape(found: Blocking, named: Namer): z.output<typeof BlockingShape> {
  return {
    needed: found.number,
    neededAtLeast: found.fewestPossible,
    complete: found.complete,
    kinds: found.kinds.map(({ size, coalitions, parts }) => ({
      size,
      coalitions: `${coalitions}`,
      parts: parts.map(({ number, of }) => ({ number, of: named(of) })),
    })),
  };
}

function namerOf({ arithmetic, reading }: OpenRule, locale: Locale): Namer {
  return (players) =>
    players.map((player) => {
      const actor = arithmetic.players[player] ?? '';
      return { actor, name: nameOf(locale, actor, reading.actors) };
    });
}

function findingOf(
  open: OpenRule,
  { outcome, choices }: { readonly outcome: string; readonly choices: Choices },
  nearest: readonly Nearest[],
) {
  const chosen = choices.filter((one) => one !== null).length;
  const isProven = nearest.every(({ proven }) => proven);
  return finding({
    question: said('What comes of it as these have chosen?'),
    counted: countedActs(open),
    value: outcome,
    text: said('{$chosen} have chosen; of {$rest} it is open', {
      chosen,
      rest: choices.length - chosen,
    }),
    rule: POWER.nearest,
    missing: isProven ? [] : [said('a proof that no fewer would do')],
  });
}

function rowsOf(named: Namer, choices: Choices, decisive: readonly boolean[]) {
  return named(choices.map((_, player) => player)).map((one, player) => {
    const choice = choices[player];
    const shown = choice === 'yes' || choice === 'no' ? choice : ('open' as const);
    return { ...one, choice: shown, decisive: decisive[player] === true };
  });
}

export const coalitions = defineQuestion({
  name: 'meetings.coalitions',
  title: 'What would it take, given who is for and who is against?',
  input: RuleInput.extend({ for: Members, against: Members }),
  output: Output,
  example: { body: 'bureau', for: ['BRA'] },
  async answer(asked, input) {
    const open = await openRule(asked, input);
    if (isRefusal(open)) return open;
    const choices = choicesOf(open, input.for, input.against);
    if (isRefusal(choices)) return choices;
    const { arithmetic } = open;
    const named = namerOf(open, input.locale);
    const ways = ['abstain', 'no'] as const;
    const nearest = ways.map((others) => nearestWinning(arithmetic, choices, others));
    const made = choices.map((one) => one ?? 'abstain');
    const { outcome } = standingOf(arithmetic, made);
    const decisive = decisiveAmong(arithmetic, made);
    return {
      ...ruleShape(open, input.locale),
      outcome,
      nearest: nearest.map((one, at) => nearestShape(open, ways[at] ?? 'no', one, named)),
      blocking: blockingShape(blockingOf(arithmetic, choices), named),
      rows: rowsOf(named, choices, decisive),
      board: boardOf(open, made, input.locale),
      finding: findingIn(
        input.locale,
        findingOf(open, { outcome, choices }, nearest),
        open.reading.actors,
      ),
    };
  },
});
