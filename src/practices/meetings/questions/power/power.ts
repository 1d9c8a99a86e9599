/** How much each member of a body counts for under a rule. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { FindingShape, excludedFor, finding } from '../../../../kernel/finding.ts';
import {
  type Fraction,
  fraction,
  fractionText,
  multiply,
  toDecimal,
} from '../../../../kernel/fraction.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { type Sentence, said } from '../../../../kernel/said.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { type Arithmetic, electorsIn } from '../../rules/power/arithmetic.ts';
import { LEFT_OUT, type NoGame, gameOf, leftOut } from '../../rules/power/game.ts';
import { type Indices, indicesOf } from '../../rules/power/indices.ts';
import { POWER } from '../../rules/power/law.ts';
import { findingIn } from '../in-words.ts';
import { nameOf } from '../shapes.ts';
import {
  type OpenRule,
  RuleInput,
  RuleShape,
  countedActs,
  openRule,
  ruleShape,
} from './open-rule.ts';

const PLACES = 6;

const PowerRow = z.object({
  actor: z.string(),
  name: z.string(),
  /** Under the first scheme of the rule: exact, and in percent of all that may vote. */
  weight: z.string().nullable(),
  weightPercent: z.string().nullable(),
  /** Coalitions that the member turns by joining them. */
  swings: z.string().nullable(),
  /** Normalised, in percent, and exact. */
  banzhafPercent: z.string().nullable(),
  banzhaf: z.string().nullable(),
  /** The chance to turn a vote, if all others toss a coin; in percent. */
  absolutePercent: z.string().nullable(),
  shapleyShubikPercent: z.string().nullable(),
  shapleyShubik: z.string().nullable(),
});
export type PowerRow = z.output<typeof PowerRow>;

export const GAMES = ['simple', 'always', 'never', 'not-monotone'] as const;

const Output = RuleShape.extend({
  /** Whether the rule is a simple game of yes and no; else why it is none. */
  game: z.enum(GAMES),
  /** What the rule knows, and the indices do not. */
  leftOut: z.array(z.enum(LEFT_OUT)),
  /** Whether each was counted; else it would have taken too long. */
  counted: z.object({ banzhaf: z.boolean(), shapleyShubik: z.boolean() }),
  rows: z.array(PowerRow),
  finding: FindingShape,
});
export type Power = z.output<typeof Output>;

const NOTHING: Indices = { banzhaf: null, shapleyShubik: null };

const percent = (share: Fraction): string => toDecimal(multiply(share, fraction(100n)), PLACES - 2);

const told = <Value>(value: Value | undefined, text: (one: Value) => string): string | null =>
  value === undefined ? null : text(value);

function weightCells(arithmetic: Arithmetic, player: number) {
  const leaf = arithmetic.leaves.find(({ scheme }) => scheme !== null);
  if (leaf === undefined) return { weight: null, weightPercent: null };
  const weight = leaf.weights[player] ?? 0n;
  const all = leaf.weights.reduce((sum, one) => sum + one, 0n);
  const share = all === 0n ? null : percent(fraction(weight, all));
  return { weight: fractionText(fraction(weight, leaf.scale)), weightPercent: share };
}

function rowOf(open: OpenRule, player: number, indices: Indices, locale: Locale): PowerRow {
  const { arithmetic, reading } = open;
  const actor = arithmetic.players[player] ?? '';
  const { banzhaf, shapleyShubik } = indices;
  const [normalised, shapley] = [banzhaf?.normalised[player], shapleyShubik?.[player]];
  return {
    actor,
    name: nameOf(locale, actor, reading.actors),
    ...weightCells(arithmetic, player),
    swings: told(banzhaf?.swings[player], String),
    banzhafPercent: told(normalised, percent),
    banzhaf: told(normalised, fractionText),
    absolutePercent: told(banzhaf?.absolute[player], percent),
    shapleyShubikPercent: told(shapley, percent),
    shapleyShubik: told(shapley, fractionText),
  };
}

const figure = (row: PowerRow): number =>
  Number(row.shapleyShubikPercent ?? row.banzhafPercent ?? row.weightPercent ?? 0);

/** Whoever counts for most comes first, then who weighs most, then by name. */
function inOrder(rows: readonly PowerRow[], locale: Locale): PowerRow[] {
  const { compare } = new Intl.Collator(locale);
  return rows.toSorted(
    (one, other) =>
      figure(other) - figure(one) ||
      Number(other.weightPercent ?? 0) - Number(one.weightPercent ?? 0) ||
      compare(one.name, other.name),
  );
}

const WHY: Readonly<Record<NoGame, Sentence>> = {
  always: said('The rule adopts whoever says no.'),
  never: said('The rule adopts nothing, whoever says yes.'),
  'not-monotone': said('Under the rule a further yes can prevent adoption.'),
};

function findingOf(open: OpenRule, game: ReturnType<typeof gameOf>, indices: Indices) {
  const { arithmetic } = open;
  const isGame = typeof game !== 'string';
  const uncounted = isGame && (indices.banzhaf === null || indices.shapleyShubik === null);
  const all = electorsIn(open.floor);
  return finding({
    question: said('How much does each member count for?'),
    value: isGame ? arithmetic.players.length : null,
    rule: POWER.indices,
    text: isGame
      ? said('{$count} members that may vote, under {$citation}', {
          count: arithmetic.players.length,
          citation: arithmetic.rule.citation,
        })
      : WHY[game],
    counted: countedActs(open),
    excluded: all.flatMap(({ actor, hindered }) =>
      hindered === null
        ? []
        : [
            excludedFor(
              { label: actor, actor },
              { template: hindered.reason, values: {} },
              hindered.citation,
            ),
          ],
    ),
    missing: uncounted ? [said('an index that would take too long to count exactly')] : [],
  });
}

export const power = defineQuestion({
  name: 'meetings.power',
  title: 'How much does each member of this body count for under a rule?',
  input: RuleInput,
  output: Output,
  example: { body: 'bureau' },
  async answer(asked, input) {
    const open = await openRule(asked, input);
    if (isRefusal(open)) return open;
    const { arithmetic } = open;
    const game = gameOf(arithmetic);
    const isGame = typeof game !== 'string';
    const indices = isGame ? indicesOf(game) : NOTHING;
    const rows = arithmetic.players.map((_, at) => rowOf(open, at, indices, input.locale));
    return {
      ...ruleShape(open, input.locale),
      game: isGame ? ('simple' as const) : game,
      leftOut: [...leftOut(arithmetic)],
      counted: {
        banzhaf: indices.banzhaf !== null,
        shapleyShubik: indices.shapleyShubik !== null,
      },
      rows: inOrder(rows, input.locale),
      finding: findingIn(input.locale, findingOf(open, game, indices), open.reading.actors),
    };
  },
});
