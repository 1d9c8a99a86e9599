/** What holds for every text, whoever proposes what in whatever order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Inline } from '../../../../standards/bracketed-text/bracketed-text.ts';
import type { Change, Place } from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';
import { openByProvision, openIssues } from './count-issues.ts';
import { draftOf } from './draft-of.ts';
import { Conference, read } from './facts-for-tests.ts';
import { showText } from './show-text.ts';
import type { Piece } from './show-words.ts';
import type { Standing } from './standing.ts';
import { type TextState, foldText, stateOf } from './text-state.ts';
import { TextFold } from './text-fold.ts';
import { agreedOnly, inTheRoom } from './views.ts';

const EDITORS = 20;
const WORDS = 'Members shall report in full to the Conference every year, as it may decide.';
const BRACKETED: readonly Inline[] = [
  'Decides ',
  { alternatives: [['to meet', { placeholder: 'X' }], ['not to meet']] },
  ' again.',
];
/** Runs of the two paragraphs, each with its length. */
const RUNS: readonly (readonly [string, number])[] = [
  ['op-1.0', WORDS.length],
  ['op-2.0', 8],
  ['op-2.1', 7],
  ['op-2.2', 1],
  ['op-2.3', 11],
  ['op-2.4', 7],
];
const PROVISIONS = ['op-1', 'op-2'];
const OWN_CHARACTERS = 11;

const folded = (facts: readonly Fact[]): TextState => {
  const state = foldText('draft', facts);
  if (state === null) throw new Error('nothing was tabled');
  return state;
};

/** What an editor does next: to the text as tabled, or to what it proposed before. */
interface Step {
  readonly kind: number;
  readonly where: number;
  readonly from: number;
  readonly length: number;
  readonly isOwn: boolean;
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat(6),
  where: fc.nat(5),
  from: fc.nat(70),
  length: fc.nat(30),
  isOwn: fc.boolean(),
});

function changeOf({ kind, where, from, length }: Step, own: string | null, words: string): Change {
  const [tabled, size] = RUNS[where] ?? ['op-1.0', 0];
  const [run, end] = own === null ? [tabled, size] : [`${own}.0`, OWN_CHARACTERS];
  const at = from % (end + 1);
  const place = (offset: number): Place => ({ run, offset });
  const stretch = { from: place(at), to: place(Math.min(end, at + length)) };
  const provision = PROVISIONS[where % 2] ?? 'op-1';
  if (kind === 0) {
    return {
      kind: 'insert-provision',
      after: provision,
      provisionKind: 'operative',
      words: [words],
    };
  }
  if (kind === 1) return { kind: 'delete-provision', provision };
  if (kind === 2) return { kind: 'replace-provision', provision, words: [words] };
  if (kind === 3) return { kind: 'delete', ...stretch };
  if (kind === 4) return { kind: 'replace', ...stretch, words: [words] };
  return { kind: 'insert', at: place(at), words: [words] };
}

/** Whether a change is about no words at all, which is why it has no place. */
function isEmpty(change: Change): boolean {
  return 'from' in change && change.from.offset === change.to.offset;
}

/** The acts of each editor, in the order in which it signed them. */
function editorsActs(plans: readonly (readonly Step[])[]): { table: Fact; editors: Fact[][] } {
  const conference = new Conference();
  conference.table([WORDS], BRACKETED);
  const editors = plans.map((plan, editor) => {
    let own: string | null = null;
    return plan.map((next, at) => {
      const change = changeOf(
        next,
        next.isOwn ? own : null,
        `‹${editor}.${at} of it›`.padEnd(OWN_CHARACTERS),
      );
      const act = conference.act('propose-change', { change, onBehalfOf: [] }, `editor-${editor}`);
      if ('words' in change && !isEmpty(change)) own = act;
      const last = conference.facts.at(-1);
      if (last === undefined) throw new Error('nothing was signed');
      return last;
    });
  });
  const [table] = conference.facts;
  if (table === undefined) throw new Error('nothing was tabled');
  return { table, editors };
}

/** One order in which the acts may arrive: each editor’s in its own order. */
function interleaved({ table, editors }: ReturnType<typeof editorsActs>, turns: readonly number[]) {
  const left = editors.map((acts) => [...acts]);
  const facts = [table];
  const isDone = (): boolean => left.every((acts) => acts.length === 0);
  for (let turn = 0; !isDone(); turn += 1) {
    const waiting = left.filter((acts) => acts.length > 0);
    const next = waiting[(turns[turn % turns.length] ?? 0) % waiting.length]?.shift();
    if (next !== undefined) facts.push(next);
  }
  return facts.map((fact, ledger) => ({ ...fact, ledger }));
}

const plans = fc.array(fc.array(step, { maxLength: 5 }), {
  minLength: EDITORS,
  maxLength: EDITORS,
});
const turns = fc.array(fc.nat(EDITORS), { minLength: 7, maxLength: 40 });

const roomOf = (state: TextState) => showText(state, inTheRoom(state.standings));

const issuesIn = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === 'placeholder') return [piece.issue];
    if (piece.kind !== 'bracket') return [];
    return piece.options.flatMap(({ issue, struckBy, pieces: inner }) => [
      ...(issue === null ? [] : [issue]),
      ...struckBy,
      ...issuesIn(inner),
    ]);
  });

/** Every issue that the room can see. */
const seen = (state: TextState): Set<string> =>
  new Set(
    roomOf(state).flatMap(({ insertedBy, struckBy, pieces, alternatives }) => [
      ...(insertedBy === null ? [] : [insertedBy]),
      ...struckBy,
      ...issuesIn(pieces),
      ...alternatives.flatMap((one) => [one.issue, ...issuesIn(one.pieces)]),
    ]),
  );

test('twenty editors’ changes arrive in any order: nobody’s is lost, and the text is one', () => {
  fc.assert(
    fc.property(plans, turns, turns, (plan, one, other) => {
      const acts = editorsActs(plan);
      const first = folded(interleaved(acts, one));
      const second = folded(interleaved(acts, other));
      expect(roomOf(second)).toEqual(roomOf(first));
      const visible = seen(first);
      for (const { act, payload } of acts.editors.flat()) {
        // The payload is what was drawn above.
        const { change } = payload as { change: Change };
        expect([act, visible.has(act)]).toEqual([act, !isEmpty(change)]);
      }
      expect(openIssues(first).every(({ id }) => visible.has(id))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

/** Acts of the chair and of delegations upon what was proposed. */
interface Ruling {
  readonly what: string;
  readonly which: number;
  readonly alternative: number;
}
const ruling: fc.Arbitrary<Ruling> = fc.record({
  what: fc.constantFrom('accepted', 'rejected', 'reopened', 'withdrawn', 'support', 'oppose'),
  which: fc.nat(200),
  alternative: fc.nat(1),
});

function ruled(facts: readonly Fact[], rulings: readonly Ruling[]) {
  const conference = new Conference();
  for (const _ of facts) conference.act('none', {});
  conference.facts.splice(0, facts.length, ...facts);
  const issues = [...folded(facts).issues.keys()];
  for (const { what, which, alternative } of rulings) {
    const issue = issues[which % issues.length] ?? '';
    if (what === 'withdrawn') conference.act('withdraw-change', { change: issue });
    else if (what === 'support' || what === 'oppose') conference.stand(issue, what, 'NOR');
    else conference.settle(issue, what, alternative);
  }
  return conference.facts;
}

const negotiation = fc
  .tuple(plans, turns, fc.array(ruling, { maxLength: 60 }))
  .map(([plan, one, rulings]) => ruled(interleaved(editorsActs(plan), one), rulings));

const standingsOf = (state: TextState): [string, Standing][] =>
  [...state.issues.values()].map((issue) => [issue.id, state.standings.of(issue)]);

test('what came in one by one is what is folded afterwards, at every step', () => {
  fc.assert(
    fc.property(negotiation, (facts) => {
      const live = new TextFold();
      for (const [at, fact] of facts.entries()) {
        live.admit(fact);
        const state = stateOf('draft', live);
        if (at % 25 !== 0 || state === null) continue;
        const replayed = folded(facts.slice(0, at + 1));
        expect(roomOf(state)).toEqual(roomOf(replayed));
        expect(standingsOf(state)).toEqual(standingsOf(replayed));
      }
      expect(roomOf(folded(facts))).toEqual(roomOf(folded(structuredClone(facts))));
    }),
    { numRuns: 25 },
  );
});

test('counts add up, and nothing that was proposed disappears from the record', () => {
  fc.assert(
    fc.property(negotiation, (facts) => {
      const state = folded(facts);
      const open = openByProvision(state).reduce((sum, one) => sum + one.open, 0);
      expect(open).toBe(openIssues(state).length);
      expect([...seen(state)].filter((id) => !isOpen(state, id))).toEqual([]);
      const proposed = facts.filter(({ type }) => type === 'meetings.propose-change');
      const kept = proposed.filter(({ act }) => state.issues.has(act));
      const astray = state.unplaced.filter(({ type }) => type === 'meetings.propose-change');
      expect(kept.length + astray.length).toBe(proposed.length);
    }),
    { numRuns: 60 },
  );
});

const isOpen = (state: TextState, id: string): boolean => {
  const issue = state.issues.get(id);
  return issue !== undefined && state.standings.of(issue) === 'open';
};

test('once nothing is open, the agreed text is the text', () => {
  fc.assert(
    fc.property(negotiation, fc.boolean(), (facts, isAccepting) => {
      const conference = new Conference();
      for (const _ of facts) conference.act('none', {});
      conference.facts.splice(0, facts.length, ...facts);
      // Settling one may let another fall or rise: until none is open, at most once for each.
      const { size } = folded(facts).issues;
      for (let round = 0; round < size; round += 1) {
        const [next] = openIssues(folded(conference.facts));
        if (next === undefined) break;
        const as = next.kind === 'placeholder' || !isAccepting ? 'rejected' : 'accepted';
        conference.settle(next.id, as);
      }
      const state = folded(conference.facts);
      expect(openIssues(state)).toEqual([]);
      const room = draftOf(state, inTheRoom(state.standings));
      expect(draftOf(state, agreedOnly(state.standings))).toEqual(room);
      expect(
        room.provisions.flatMap(({ words }) => words).every((one) => typeof one === 'string'),
      ).toBe(true);
    }),
    { numRuns: 15 },
  );
});

test('the agreed text holds no word that only an open proposal would bring', () => {
  fc.assert(
    fc.property(plans, turns, (plan, one) => {
      const state = folded(interleaved(editorsActs(plan), one));
      const agreed = showText(state, agreedOnly(state.standings)).map(({ pieces }) => read(pieces));
      expect(agreed.join('')).not.toContain('‹');
    }),
    { numRuns: 40 },
  );
});
