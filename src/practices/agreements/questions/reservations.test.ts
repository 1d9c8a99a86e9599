import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../../kernel/define-area.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { DraftAct } from '../../../kernel/submission.ts';
import { type TestStore, admitted, openTestStore } from '../../../store/test-store.ts';
import { actors } from '../../actors/area.ts';
import { agreements } from '../area.ts';
import { adoption } from '../paper-registers.ts';
import { between } from './actor.ts';
import { deadlines } from './deadlines.ts';
import { matrix, relation } from './relations.ts';
import { reservations } from './reservations.ts';

const EVERYONE = { actors: [] };
const SOURCE = { kind: 'recorded', source: 'Notes of the depositary' } as const;
const STATES = ['AAA', 'BBB', 'CCC', 'DDD'];
const AGREEMENT = 'reserved';

let test: TestStore;
let reservation = '';
let objection = '';

const words = (text: string, language = 'en') => [{ language, text }];

function draft(verb: string, actor: string, payload: object): DraftAct {
  const type = `agreements.${verb}`;
  return { type, register: `agreements/${AGREEMENT}`, actor, payload, basis: SOURCE };
}

async function put(...drafts: DraftAct[]): Promise<string> {
  return admitted(await test.store.submit(drafts)).at(-1)?.id ?? '';
}

async function enter(id: string): Promise<void> {
  const names = { en: `State ${id}` };
  const entered = { id, kind: 'state', names, treatyCapacity: true, regionalIntegration: false };
  const act = { ...draft('enter', id, entered), type: 'actors.enter', register: 'actors/registry' };
  await put(act);
}

/** The answer as of a day, for everyone. */
async function ask<Input, Output>(
  question: Question<Input, Output>,
  input: unknown,
  asOf: string,
  viewer = EVERYONE,
) {
  const answer = await test.store.ask(question, input, { viewer, asOf, knownAt: null });
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}

beforeAll(async () => {
  test = await openTestStore({ areas: [actors, agreements] });
  for (const one of STATES) await enter(one);
  const instrument = 'ratification';
  await put(
    draft('adopt', test.store.operator, adoption()),
    ...STATES.map((actor) => draft('deposit', actor, { on: '2020-01-10', instrument })),
  );
  const text = [...words('لا تلتزم بها.', 'ar'), ...words('It is not bound by it.')];
  const reserved = { on: '2020-01-10', provisions: ['art_22'], effect: 'excludes', text };
  reservation = await put(draft('reserve', 'AAA', reserved));
  const against = { on: '2020-06-01', reservation, definite: true, text: words('It objects.') };
  objection = await put(draft('object', 'BBB', against));
  await put(
    draft('object', 'DDD', { on: '2021-06-01', reservation, text: words('Too late.') }),
    draft('declare', 'CCC', {
      on: '2020-01-10',
      kind: 'non-recognition',
      towards: ['DDD'],
      text: words('It does not recognize it.'),
    }),
    draft('derogate', 'CCC', {
      on: '2020-04-01',
      from: '2020-03-28',
      until: '2020-12-31',
      provisions: ['art_9'],
      text: words('It suspends article 9.'),
    }),
  );
});
afterAll(async () => {
  await test.close();
});

const input = { agreement: AGREEMENT };

describe('the reservations of an agreement', () => {
  it('come with their words, their structure and what others answered', async () => {
    const { rows, clause } = await ask(reservations, input, '2022-01-01');
    expect(clause).toBe(null);
    const [row] = rows;
    expect(row).toMatchObject({
      act: reservation,
      name: 'State AAA',
      reserved: 'Art. 22',
      state: 'in-effect',
      circulatedOn: '2020-01-10',
      silenceEndsOn: '2021-01-10',
      text: [{ language: 'ar' }, { language: 'en' }],
    });
    expect(row?.answers.map(({ actor, counts }) => [actor, counts])).toEqual([
      ['BBB', true],
      ['DDD', false],
    ]);
    const [late] = row?.finding.excluded ?? [];
    expect(late?.reason).toBe('raised after the period had ended on 2021-01-10');
  });

  it('are told as of the day: nothing of what was done later', async () => {
    const { rows } = await ask(reservations, input, '2020-05-01');
    expect(rows.map(({ state, answers }) => [state, answers.length])).toEqual([['not-settled', 0]]);
    const before = await ask(reservations, input, '2020-01-09');
    expect([before.rows, before.declarations]).toEqual([[], []]);
  });

  it('can be asked for of one actor, with its declarations and derogations', async () => {
    const own = await ask(reservations, { ...input, actor: 'CCC' }, '2021-01-01');
    expect(own.rows).toEqual([]);
    expect(own.declarations).toMatchObject([{ kind: 'non-recognition', stands: true }]);
    expect(own.derogations).toMatchObject([{ stands: false, endsOn: '2021-01-01' }]);
  });
});

describe('what stands between two', () => {
  const pair = (one: string, other: string, asOf: string) =>
    ask(relation, { ...input, one, other }, asOf);

  it('is told provision by provision, with the finding', async () => {
    const answer = await pair('AAA', 'State CCC', '2022-01-01');
    expect(answer.outcome).toBe('modified');
    expect(answer.rows).toEqual([
      {
        provision: 'art_22',
        citation: 'Art. 22',
        state: 'does-not-apply',
        reservations: [reservation],
      },
      { provision: null, citation: 'all other provisions', state: 'applies', reservations: [] },
    ]);
    expect(answer.finding.value).toBe('modified');
    const acts = answer.finding.parts.flatMap(({ counted }) => counted.map(({ act }) => act));
    expect(acts).toContain(reservation);
  });

  it('is nothing where one objected definitely, and names the objection', async () => {
    const answer = await pair('BBB', 'AAA', '2022-01-01');
    expect([answer.outcome, answer.rows]).toEqual(['precluded', []]);
    const term = answer.finding.parts.at(-1);
    expect([term?.value, term?.rule.citation]).toEqual([false, 'VCLT Art. 20(4)(b)']);
    expect(term?.counted.map(({ act }) => act)).toContain(objection);
  });

  it('tells what one states of the other as it states it', async () => {
    const answer = await pair('DDD', 'CCC', '2022-01-01');
    expect(answer.outcome).toBe('in-force');
    expect(answer.statements.map(({ actor }) => actor)).toEqual(['CCC']);
  });

  it('stands beside each agreement that binds both', async () => {
    const { rows } = await ask(between, { one: 'AAA', other: 'CCC' }, '2022-01-01');
    expect(rows).toMatchObject([{ outcome: 'modified', reservations: 1 }]);
  });
});

describe('the matrix', () => {
  it('has the pairs that differ, and those that reserved with all others', async () => {
    const answer = await ask(matrix, input, '2022-01-01');
    expect(answer.rows).toEqual([
      { one: 'AAA', other: 'BBB', outcome: 'precluded' },
      { one: 'AAA', other: 'CCC', outcome: 'modified' },
      { one: 'AAA', other: 'DDD', outcome: 'modified' },
    ]);
    expect(answer.makers).toMatchObject([
      { actor: 'AAA', rest: 'modified', others: [{ outcome: 'precluded', actors: ['BBB'] }] },
    ]);
    const counted = answer.counts.reduce((sum, { pairs }) => sum + pairs, 0);
    expect(counted).toBe((STATES.length * (STATES.length - 1)) / 2);
  });

  it('is the same when the tables are made anew', async () => {
    const days = ['2020-05-01', '2021-01-10', '2021-01-11', '2022-01-01'];
    const all = () => Promise.all(days.map((on) => ask(matrix, input, on)));
    const before = await all();
    await test.store.rebuild();
    expect(await all()).toEqual(before);
  });
});

describe('the one clock', () => {
  it('shows when silence becomes acceptance, and when a derogation ends', async () => {
    const { rows } = await ask(deadlines, input, '2020-06-01');
    expect(rows.map(({ on, kind }) => [on, kind])).toEqual([
      ['2020-12-31', 'declaration-ends'],
      ['2021-01-10', 'silence'],
    ]);
  });
});
