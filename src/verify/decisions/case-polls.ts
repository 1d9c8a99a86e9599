/** What a case says of who voted what, as a poll; members that it does not name are given names. */
import { type Fraction, parseFraction } from '../../kernel/fraction.ts';
import { own } from '../../kernel/own.ts';
import type {
  Choice,
  DecisionRule,
  Selector,
} from '../../practices/meetings/payloads/decision-rule.ts';
import type { Poll } from '../../practices/meetings/rules/deciding/poll.ts';
import type { DecisionCase } from './case-shape.ts';

const PERMANENT = ['CN', 'FR', 'GB', 'RU', 'US'];
const OTHERS_IN_CONSENSUS = 3;

type Weights = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** What was voted, by whom, and how it is weighed. */
interface Cast {
  readonly votes: ReadonlyMap<string, Choice>;
  readonly weights?: Weights;
  readonly group?: ReadonlySet<string>;
}

/** Populations by the code of the country, for a vote that names its members. */
export type Populations = ReadonlyMap<string, string>;

const named = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);

/** Names for so many, the known ones first. */
function names(prefix: string, count: number, known: readonly string[] = []): string[] {
  return [...known, ...named(prefix, Math.max(0, count - known.length))];
}

function all(actors: readonly string[], choice: Choice): [string, Choice][] {
  return actors.map((actor) => [actor, choice]);
}

/** One member in favour and one not, who weigh as the percentages say. */
function ofPercentages(shares: Readonly<Record<string, number>>): Cast {
  const weights = Object.entries(shares).map(([scheme, share]) => {
    const rest = parseFraction('100').numerator * 10n ** 6n - BigInt(Math.round(share * 10 ** 6));
    const held = new Map([
      ['in-favour', String(share)],
      ['others', `${rest}/${10n ** 6n}`],
    ]);
    return [scheme, held] as const;
  });
  return {
    votes: new Map([
      ['in-favour', 'yes'],
      ['others', 'no'],
    ]),
    weights: Object.fromEntries(weights),
  };
}

/** Groups of yes and no: `{ art5: [100, 45], nonArt5: [20, 25] }`; a total is only said. */
function ofGroups(synthetic: NonNullable<DecisionCase['synthetic']>): Cast | null {
  const groups = Object.entries(synthetic).filter(([name]) => name !== 'total');
  const cast = groups.flatMap(([name, counts]) => {
    if (!Array.isArray(counts)) return [];
    const [yes = 0, no = 0] = counts;
    return [...all(named(`${name}-yes`, yes), 'yes'), ...all(named(`${name}-no`, no), 'no')];
  });
  const [first] = groups;
  if (cast.length === 0 || first === undefined) return null;
  const inFirst = cast.map(([actor]) => actor).filter((actor) => actor.startsWith(`${first[0]}-`));
  return { votes: new Map(cast), group: new Set(inFirst) };
}

function ofSynthetic(synthetic: NonNullable<DecisionCase['synthetic']>): Cast | null {
  const shares = Object.entries(synthetic).flatMap(([name, value]): [string, number][] => {
    const scheme = /^(?<scheme>.+)_pct$/.exec(name)?.groups?.['scheme'];
    return scheme === undefined || typeof value !== 'number' ? [] : [[scheme, value]];
  });
  return shares.length > 0 ? ofPercentages(Object.fromEntries(shares)) : ofGroups(synthetic);
}

function ofCounts(given: DecisionCase, populations: Populations): Cast | null {
  const { yes, no = 0, abstain = 0, no_by: noBy = [], abstain_by: abstainBy = [] } = given;
  if (yes === undefined) return null;
  const known = new Set([...noBy, ...abstainBy]);
  // Where a rule weighs people, all others of the table were in favour.
  const isWeighed = given.rule?.population !== undefined;
  const rest = isWeighed ? [...populations.keys()].filter((code) => !known.has(code)) : [];
  return {
    votes: new Map([
      ...all(names('no', no, noBy), 'no'),
      ...all(names('abstain', abstain, abstainBy), 'abstain'),
      ...all(names('yes', yes, rest), 'yes'),
    ]),
    weights: { population: populations },
  };
}

function castIn(given: DecisionCase, populations: Populations): Cast | null {
  const { objections_by: objectors, yes_pct: share, synthetic } = given;
  if (objectors !== undefined) {
    const silent = named('silent', OTHERS_IN_CONSENSUS);
    return { votes: new Map([...all(objectors, 'no'), ...all(silent, 'abstain')]) };
  }
  if (share !== undefined) return ofPercentages({ 'voting-power': share });
  return synthetic ? ofSynthetic(synthetic) : ofCounts(given, populations);
}

function isMeant(selector: Selector, actor: string, group: ReadonlySet<string>): boolean {
  switch (selector.kind) {
    case 'not':
      return !isMeant(selector.of, actor, group);
    case 'seats':
      return selector.seats === 'permanent' ? PERMANENT.includes(actor) : group.has(actor);
    default:
      return true;
  }
}

/** Those who did not vote, as far as a case tells how many they are. */
function awayIn({ members, absent }: DecisionCase, votes: number): string[] {
  return named('away', Math.max(absent ?? 0, (members ?? 0) - votes, 0));
}

/** The poll of a case under a rule; null where it does not say what was voted. */
export function pollOfCase(
  given: DecisionCase,
  rule: DecisionRule,
  populations: Populations,
): Poll | null {
  const cast = castIn(given, populations);
  if (cast === null) return null;
  const { votes, weights = {}, group = new Set() } = cast;
  const away = awayIn(given, votes.size);
  return {
    rule,
    on: '2026-01-01',
    members: [
      ...[...votes.keys()].map((actor) => ({ actor, isPresent: true, hindered: null })),
      ...away.map((actor) => ({ actor, isPresent: false, hindered: null })),
    ],
    votes,
    weight(scheme, actor): Fraction | null {
      const weight = own(weights, scheme)?.get(actor);
      return weight === undefined ? null : parseFraction(weight);
    },
    isIn: (selector, actor) => isMeant(selector, actor, group),
  };
}
