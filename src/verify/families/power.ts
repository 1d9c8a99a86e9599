/**
 * Power indices and weighted majorities that are known: of councils by their rules as this product
 * writes them, and of the populations and votes in the folder.
 */
import { type Fraction, fraction, sum, toDecimal } from '../../kernel/fraction.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Floor, arithmeticOf } from '../../practices/meetings/rules/power/arithmetic.ts';
import { type Game, gameOf } from '../../practices/meetings/rules/power/game.ts';
import { banzhafOf, shapleyShubikOf } from '../../practices/meetings/rules/power/indices.ts';
import { standingOf } from '../../practices/meetings/rules/power/standing.ts';
import { standardRule } from '../../practices/meetings/rules/deciding/standard-rules.ts';
import { parseFraction } from '../../kernel/fraction.ts';
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

function gameFor(body: Body): Game {
  const arithmetic = arithmeticOf(floorOf(body));
  if (isRefusal(arithmetic)) throw new Error(arithmetic.reason);
  const game = gameOf(arithmetic);
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
  const arithmetic = arithmeticOf(floorOf(body));
  if (isRefusal(arithmetic)) throw new Error(arithmetic.reason);
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

/** Both indices sum to one, exactly: nothing was lost on the way. */
function sumsToOne(name: string, all: readonly Fraction[] | null | undefined): Outcome {
  return compared(name, all ? toDecimal(sum(all), PLACES) : null, '1.000000');
}

function ofPopulations(folder: TruthFolder): Outcome[] {
  const weights = figuresIn(folder, POPULATIONS, 'population');
  if (weights === null) return [notAtHand(COUNCIL_VOTE)];
  const game = gameFor({ body: 'council-of-the-eu', rule: 'qualified-majority', weights });
  return [
    ...councilVote(weights),
    sumsToOne('27 members by population, Banzhaf', banzhafOf(game)?.normalised),
    sumsToOne('27 members by population, Shapley-Shubik', shapleyShubikOf(game)),
  ];
}

function ofVotes(folder: TruthFolder): Outcome[] {
  const weights = figuresIn(folder, VOTES, 'vote_percentage');
  if (weights === null) return [notAtHand('votes in the Monetary Fund')];
  return ['simple-majority', 'seventy-percent', 'eighty-five-percent'].map((rule) => {
    const game = gameFor({ body: 'imf-board-of-governors', rule, weights });
    return sumsToOne(`${weights.size} members by votes, ${rule}, Banzhaf`, banzhafOf(game)?.normalised);
  });
}

export const powerIndices: Family = {
  files: ['meetings', POPULATIONS, VOTES],
  run(folder) {
    const outcomes = [...references(), ...ofPopulations(folder), ...ofVotes(folder)];
    return Promise.resolve([{ name: 'meetings/power', outcomes }]);
  },
};
