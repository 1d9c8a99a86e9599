import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { judgeBy } from '../../decider.ts';
import { additionOf } from '../../load.ts';
import { type Told, PaperRegisters, actOf, adoption } from '../../paper-registers.ts';
import { endingStatements, reservationDeadlines } from './deadlines-reservations.ts';
import { Docket } from '../docket.ts';
import { historyFrom, nothingAdmitted } from '../dossier.ts';
import { type Chronicle, chronicleOf } from '../entry-into-force.ts';
import { factsFrom } from '../facts-for-tests.ts';
import { matrixOn } from './matrix.ts';
import { relationFinding } from './relation-finding.ts';
import { relationOn } from './relations.ts';
import { derogationsOf, statementsOf } from './statements.ts';
import { dossiersOf } from '../status.ts';

const ACTORS = ['AAA', 'BBB', 'CCC', 'DDD'];
const text = [{ language: 'en', text: 'Words.' }];

/** An act of a game: what it names is the reservation or the objection of an actor. */
interface Move {
  readonly type: string;
  readonly actor: string;
  readonly on: string;
  readonly of?: string;
}

const dayAt = (at: number): string => `${2010 + Math.floor(at / 4)}-0${1 + (at % 4) * 2}-15`;
const day = fc.integer({ min: 0, max: 11 }).map(dayAt);
const actor = fc.constantFrom(...ACTORS);

const moves = fc
  .record({
    consents: fc.tuple(day, day, day, day),
    reservations: fc.uniqueArray(fc.tuple(actor, day), {
      selector: ([by]) => by,
      minLength: 2,
      maxLength: 4,
    }),
    others: fc.uniqueArray(
      fc.record({
        type: fc.constantFrom(
          'object',
          'accept-reservation',
          'withdraw-objection',
          'withdraw-reservation',
          'clarify',
          'notify',
          'withdraw',
        ),
        actor,
        on: day,
        of: actor,
      }),
      { selector: ({ actor: by, on }) => `${by} ${on}`, minLength: 8, maxLength: 24 },
    ),
  })
  .map(({ consents, reservations, others }): Move[] => [
    ...ACTORS.map((by, at) => ({ type: 'deposit', actor: by, on: consents[at] ?? '2010-01-15' })),
    ...reservations.map(([by, on]) => ({ type: 'reserve', actor: by, on })),
    ...others,
  ]);

/** A number of its own for each notification: an actor issues one a day at most. */
function numberOf(by: string, on: string): string {
  const serial = 1 + ACTORS.indexOf(by) * 12 + Number(on.slice(5, 7));
  return `C.N.${serial}.${on.slice(0, 4)}.TREATIES-1`;
}

function payloadOf({ type, actor: by, on, of = by }: Move, ids: ReadonlyMap<string, string>) {
  const reservation = ids.get(`reserve ${of}`);
  if (type === 'deposit') return { on, instrument: 'ratification' };
  if (type === 'reserve') return { on, provisions: ['art_1'], effect: 'excludes', text };
  if (type === 'notify') return { on, number: numberOf(by, on), acts: [reservation] };
  if (type === 'withdraw-objection') return { on, objection: ids.get(`object ${by} ${of}`) };
  if (type === 'withdraw') return { on };
  const more = { object: { text, definite: of > by }, clarify: { meant: 'reservation' } };
  return { on, reservation, ...(type === 'object' || type === 'clarify' ? more[type] : {}) };
}

/** Plays the moves in their order; what is refused, or names nothing, is left out. */
function play(order: readonly Move[]) {
  const docket = new Docket(new Map(), factsFrom());
  const judge = judgeBy(docket);
  const admitted = nothingAdmitted('convention');
  const ids = new Map<string, string>();
  const taken: Move[] = [];
  const put = (told: Told): string | null => {
    const act = actOf(told);
    if (isRefusal(judge.decide(act))) return null;
    judge.evolve(act);
    const addition = additionOf(act, admitted.events.length + 1);
    if (addition && 'adoption' in addition) {
      admitted.adoption = { payload: addition.adoption, by: act.id };
    } else if (addition && 'event' in addition) admitted.events.push(addition.event);
    return act.id;
  };
  put({ type: 'adopt', payload: adoption() });
  for (const move of order) {
    const payload = payloadOf(move, ids);
    if (Object.values(payload).some((one) => one === undefined)) continue;
    if ('acts' in payload && payload.acts?.[0] === undefined) continue;
    const id = put({ type: move.type, actor: move.actor, payload, source: `of ${move.on}` });
    if (id === null) continue;
    taken.push(move);
    ids.set(`${move.type} ${move.actor}${move.type === 'object' ? ` ${move.of}` : ''}`, id);
  }
  const history = historyFrom(admitted);
  const live = docket.of('convention').chronicle();
  if (!history || !live) throw new Error('nothing is adopted');
  return { taken, live, rebuilt: chronicleOf(history, factsFrom()) };
}

/** What the matrix says, without the acts' ids, which differ from one play to the next. */
function told(chronicle: Chronicle) {
  return Array.from({ length: 13 }, (_, at) => {
    const found = matrixOn(chronicle, dossiersOf(chronicle), dayAt(at));
    const pairs = found.pairs.map(({ one, other, outcome }) => {
      return `${[one, other].sort().join(' ')} ${outcome}`;
    });
    return [dayAt(at), found.parties.toSorted(), pairs.sort(), found.counts];
  });
}

const LEVELS = ['deposit', 'reserve', 'withdraw-objection'];
const levelOf = (type: string): number =>
  type === 'withdraw-objection' ? 3 : type === 'deposit' ? 0 : type === 'reserve' ? 1 : 2;

/** By date; acts of one day in an order that follows the actors. */
function byDay(given: readonly Move[], actors: readonly string[]): Move[] {
  const rank = ({ actor: by, type }: Move): number => levelOf(type) * 10 + actors.indexOf(by);
  return given.toSorted((one, other) =>
    one.on === other.on ? rank(one) - rank(other) : one.on < other.on ? -1 : 1,
  );
}

describe('the matrix of an agreement', () => {
  it('is the same live as rebuilt, in whatever order acts came in', () => {
    fc.assert(
      fc.property(moves, fc.nat(), (given, turn) => {
        const at = turn % given.length;
        const order = [...given.slice(0, 4), ...given.slice(4 + at), ...given.slice(4, 4 + at)];
        const { live, rebuilt } = play(order);
        expect(told(live)).toEqual(told(rebuilt));
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on which of several actors’ acts of a day was admitted first', () => {
    let counted = 0;
    fc.assert(
      fc.property(
        moves,
        fc.shuffledSubarray(ACTORS, { minLength: 4, maxLength: 4 }),
        (given, other) => {
          const one = play(byDay(given, ACTORS));
          const two = play(byDay(given, other));
          expect(two.taken.length).toBe(one.taken.length);
          expect(told(two.live)).toEqual(told(one.live));
          counted += one.taken.filter(({ type }) => !LEVELS.includes(type)).length;
        },
      ),
      { numRuns: 100 },
    );
    expect(counted).toBeGreaterThan(100);
  });

  it('says of each pair what the relation of the two says', () => {
    fc.assert(
      fc.property(moves, (given) => {
        const { live } = play(byDay(given, ACTORS));
        const known = { chronicle: live, dossiers: dossiersOf(live) };
        for (const on of [dayAt(5), dayAt(9), dayAt(12)]) {
          const { parties, pairs } = matrixOn(live, known.dossiers, on);
          for (const [at, one] of parties.entries()) {
            for (const other of parties.slice(at + 1)) {
              const found = pairs.find((pair) => {
                return [pair.one, pair.other].sort().join() === [one, other].sort().join();
              });
              const relation = relationOn([one, other], on, known);
              expect(relation.outcome).toBe(found?.outcome ?? 'in-force');
              expect(relationFinding(relation, live, on).value).toBe(relation.outcome);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** A register of one reservation of 2010-01-15, circulated on 2010-02-15. */
function circulated() {
  const registers = new PaperRegisters();
  registers.take({ type: 'adopt', payload: adoption() });
  for (const by of ['BBB', 'AAA']) {
    const payload = { on: '2010-01-15', instrument: 'ratification' };
    registers.take({ type: 'deposit', actor: by, payload });
  }
  const payload = { on: '2010-01-15', provisions: [], effect: 'modifies', text };
  const act = registers.take({ type: 'reserve', payload });
  const notice = { on: '2010-02-15', number: 'C.N.1.2010.TREATIES-1', acts: [act] };
  registers.take({ type: 'notify', payload: notice });
  return { registers, act };
}

const chronicleIn = (registers: PaperRegisters): Chronicle => {
  const chronicle = registers.docket.of('convention').chronicle();
  if (!chronicle) throw new Error('nothing is adopted');
  return chronicle;
};

describe('the clock of reservations', () => {
  it('shows the period from its circulation to its last day', () => {
    const { registers, act } = circulated();
    const on = (one: string) => reservationDeadlines(chronicleIn(registers), one);
    expect(on('2010-02-14')).toEqual([]);
    expect(on('2010-02-15')).toEqual([
      {
        on: '2011-02-15',
        kind: 'silence',
        agreement: 'convention',
        actor: null,
        about: act,
        citation: 'VCLT Art. 20(5)',
      },
    ]);
    expect(on('2011-02-15')).toHaveLength(1);
    expect(on('2011-02-16')).toEqual([]);
  });

  it('stops when the reservation is withdrawn', () => {
    const { registers, act } = circulated();
    const payload = { on: '2010-06-01', reservation: act };
    registers.take({ type: 'withdraw-reservation', payload });
    expect(reservationDeadlines(chronicleIn(registers), '2010-05-31')).toHaveLength(1);
    expect(reservationDeadlines(chronicleIn(registers), '2010-06-01')).toEqual([]);
  });
});

describe('declarations and derogations', () => {
  it('end with their last day, or earlier by an act', () => {
    const { registers } = circulated();
    const declare = (more: object) =>
      registers.take({
        type: 'declare',
        payload: { on: '2010-03-01', kind: 'optional', text, ...more },
      });
    declare({ until: '2011-03-01' });
    const second = declare({ kind: 'political', until: '2015-03-01' });
    const withdrawal = { on: '2012-01-01', declaration: second };
    registers.take({ type: 'withdraw-declaration', payload: withdrawal });
    const derogation = registers.take({
      type: 'derogate',
      payload: { on: '2010-04-01', from: '2010-03-28', provisions: ['art_9'], text },
    });
    const end = { on: '2010-10-01', derogation };
    registers.take({ type: 'end-derogation', payload: end });
    const chronicle = chronicleIn(registers);
    expect(statementsOf(chronicle).map(({ endsOn }) => endsOn)).toEqual([
      '2011-03-02',
      '2012-01-01',
    ]);
    const ahead = (on: string) => endingStatements(chronicle, on).map((one) => one.on);
    expect(ahead('2011-03-01')).toEqual(['2011-03-01']);
    expect(ahead('2011-03-02')).toEqual([]);
    expect(derogationsOf(chronicle).map(({ from, endsOn }) => [from, endsOn])).toEqual([
      ['2010-03-28', '2010-10-01'],
    ]);
  });

  it('of non-recognition are shown between the two as their maker states them', () => {
    const { registers } = circulated();
    const payload = { on: '2010-03-01', kind: 'non-recognition', text, towards: ['BBB'] };
    const act = registers.take({ type: 'declare', actor: 'AAA', payload });
    const chronicle = chronicleIn(registers);
    const known = { chronicle, dossiers: dossiersOf(chronicle) };
    const between = relationOn(['BBB', 'AAA'], '2012-01-01', known);
    expect(between.statements.map(({ event }) => event.act)).toEqual([act]);
    expect(between.outcome).toBe('modified');
    const [excluded] = relationFinding(between, chronicle, '2012-01-01').excluded;
    expect(excluded?.ref.act).toBe(act);
  });
});
