/**
 * Power indices and weighted majorities that are known: of councils by their rules as this product
 * writes them, and of the populations and votes in the folder.
 */
import {
  type Fraction,
  fraction,
  fractionText,
  parseFraction,
  sum,
  toDecimal,
} from '../../kernel/fraction.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import {
  type Arithmetic,
  type Floor,
  arithmeticOf,
} from '../../practices/meetings/rules/power/arithmetic.ts';
import { blockingOf } from '../../practices/meetings/rules/power/blocking.ts';
import { type Game, gameOf } from '../../practices/meetings/rules/power/game.ts';
import { banzhafOf, shapleyShubikOf } from '../../practices/meetings/rules/power/indices.ts';
import { standingOf } from '../../practices/meetings/rules/power/standing.ts';
import { standardRule } from '../../practices/meetings/rules/deciding/standard-rules.ts';
import { compared, type Family, type Outcome, type TruthFolder } from '../family.ts';
import { truthTable } from '../truth-tables.ts';

const POPULATIONS = 'meetings/eu27-population.csv';
const VOTES = 'meetings/imf-votes-pct-2020.csv';
const PLACES = 6;
const DAY = '2024-06-17';

interface Body {
  readonly body: string;
  readonly rule: string;
  readonly on?: string;
  readonly weights: ReadonlyMap<string, Fraction>;
  /** Holders of permanent seats. */
  readonly permanent?: readonly string[];
}

function floorOf({ body, rule, on = DAY, weights, permanent = [] }: Body): Floor {
  return {
    rule: standardRule(body, rule, on),
    members: [...weights.keys()].map((actor) => ({ actor, isPresent: true, hindered: null })),
    weight: (_, actor) => weights.get(actor) ?? null,
    isIn: (selector, actor) => selector.kind === 'seats' && permanent.includes(actor),
  };
}

function arithmeticFor(body: Body): Arithmetic {
  const arithmetic = arithmeticOf(floorOf(body));
  if (isRefusal(arithmetic)) throw new Error(arithmetic.reason);
  return arithmetic;
}

function gameFor(body: Body): Game {
  const game = gameOf(arithmeticFor(body));
  if (typeof game === 'string') throw new Error(`${body.body} is no game: ${game}`);
  return game;
}

const equal = (members: readonly string[]) =>
  new Map(members.map((member) => [member, fraction(1n)]));

const decimals = (all: readonly Fraction[] | null | undefined): string | null =>
  all ? [...new Set(all.map((one) => toDecimal(one, PLACES)))].join(' ') : null;

/** Indices that the literature gives: Straffin 1993; Felsenthal and Machover 1998. */
function references(): Outcome[] {
  const permanent = ['CHN', 'FRA', 'GBR', 'RUS', 'USA'];
  const elected = Array.from({ length: 10 }, (_, at) => `elected-${at + 1}`);
  const council = gameFor({
    body: 'un-security-council',
    rule: 'substance',
    weights: equal([...permanent, ...elected]),
    permanent,
  });
  const six = gameFor({
    body: 'eec-council',
    rule: 'qualified-majority',
    on: '1958-01-01',
    weights: new Map(
      [4n, 4n, 4n, 2n, 2n, 1n].map((votes, at) => [`six-${at + 1}`, fraction(votes)]),
    ),
  });
  return [
    compared(
      'Security Council, Shapley-Shubik, permanent and elected',
      decimals(shapleyShubikOf(council)),
      decimals([fraction(421n, 2145n), fraction(4n, 2145n)]),
    ),
    compared(
      'Security Council, Banzhaf, permanent and elected',
      decimals(banzhafOf(council)?.normalised),
      '0.166929 0.016535',
    ),
    compared(
      'the Six of 1958, Banzhaf',
      decimals(banzhafOf(six)?.normalised),
      decimals([fraction(5n, 21n), fraction(1n, 7n), fraction(0n)]),
    ),
  ];
}

/** A column of a table in the folder by the first; null where the table is not there. */
function figuresIn(folder: TruthFolder, path: string, column: string) {
  const bytes = folder.read(path);
  const table = bytes && truthTable(bytes);
  if (table === null || typeof table === 'string') return null;
  const key = table.header[0] ?? '';
  return new Map(table.rows.map((row) => [row(key), parseFraction(row(column))]));
}

const notAtHand = (name: string): Outcome => {
  return { case: name, outcome: 'not-at-hand', reason: 'the weights are not in the folder' };
};

const COUNCIL_VOTE = 'Council of the EU, 17 June 2024, population in favour in percent';
const AGAINST = ['IT', 'HU', 'NL', 'PL', 'FI', 'SE'];

/** Nature restoration: twenty in favour, six against, Belgium abstaining. */
function councilVote(weights: ReadonlyMap<string, Fraction>): Outcome[] {
  const body = { body: 'council-of-the-eu', rule: 'qualified-majority', weights };
  const arithmetic = arithmeticFor(body);
  const choices = arithmetic.players.map((actor) => {
    if (actor === 'BE') return 'abstain' as const;
    return AGAINST.includes(actor) ? ('no' as const) : ('yes' as const);
  });
  const { stands, outcome } = standingOf(arithmetic, choices);
  const weighed = arithmetic.leaves.findIndex(({ scheme }) => scheme !== null);
  const { counted = 0n, base = null } = stands[weighed] ?? {};
  const share = base === null ? null : toDecimal(fraction(100n * counted, base), 2);
  return [
    compared(COUNCIL_VOTE, share, '65.85'),
    compared('the same, its outcome', outcome, 'adopted'),
  ];
}

/** Every order of joining has one member that turns it: the shares sum to one. */
function sumsToOne(name: string, game: Game): Outcome {
  const all = shapleyShubikOf(game);
  return compared(`${name}, Shapley-Shubik in sum`, all && fractionText(sum(all)), '1');
}

/** How few can prevent adoption; and who, where one can alone. */
function blockers(body: Body): string {
  const arithmetic = arithmeticFor(body);
  const { number, kinds } = blockingOf(
    arithmetic,
    arithmetic.players.map(() => null),
  );
  const alone = kinds
    .filter(({ size }) => size === 1)
    .flatMap(({ parts }) => parts.flatMap(({ of }) => of));
  // The table has the numbers of footnotes behind its names.
  const names = alone.map((player) => arithmetic.players[player]?.replace(/\d+$/, '') ?? '');
  return [number ?? 'none', ...names].join(' ');
}

function ofPopulations(folder: TruthFolder): Outcome[] {
  const weights = figuresIn(folder, POPULATIONS, 'population');
  if (weights === null) return [notAtHand(COUNCIL_VOTE)];
  const body = { body: 'council-of-the-eu', rule: 'qualified-majority', weights };
  return [
    ...councilVote(weights),
    sumsToOne('27 members by population', gameFor(body)),
    compared('27 members by population, fewest that block', blockers(body), '4'),
  ];
}

function ofVotes(folder: TruthFolder): Outcome[] {
  const weights = figuresIn(folder, VOTES, 'vote_percentage');
  if (weights === null) return [notAtHand('votes in the Monetary Fund')];
  const body = { body: 'imf-board-of-governors', rule: 'eighty-five-percent', weights };
  const name = `${weights.size} members by votes, 85 %`;
  return [
    sumsToOne(name, gameFor(body)),
    compared(`${name}, who blocks alone`, blockers(body), '1 United States'),
  ];
}

export const powerIndices: Family = {
  files: ['meetings', POPULATIONS, VOTES],
  run(folder) {
    const outcomes = [...references(), ...ofPopulations(folder), ...ofVotes(folder)];
    return Promise.resolve([{ name: 'meetings/power', outcomes }]);
  },
};
