/** Who passed a notice on to whom, as each reader may know it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { markedFor } from '../../kernel/marking.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { type TestStore, admitted, openTestStore } from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { notices } from './area.ts';
import { lineage } from './questions/lineage.ts';

const SOURCE = { kind: 'recorded', source: 'Log of the duty desk' } as const;
const CHANNEL = 'outbreak-alerts';

let test: TestStore;
let [first, permit, second, again, third] = ['', '', '', '', ''];

async function submit(verb: string, actor: string, payload: object, to: readonly string[]) {
  const draft: DraftAct = {
    type: `notices.${verb}`,
    register: `notices/${CHANNEL}`,
    actor,
    payload,
    basis: SOURCE,
    ...(to.length === 0 ? {} : { marking: markedFor('red', to) }),
  };
  return admitted(await test.store.submit([draft]))[0]?.id ?? '';
}

const says = (subject: string, actor: string, source?: object) => ({
  kind: 'alerts',
  subject,
  body: 'Twelve cases.',
  language: 'en',
  to: { actors: [actor] },
  ...(source === undefined ? {} : { source }),
});

beforeAll(async () => {
  test = await openTestStore({ areas: [actors, notices] });
  admitted(await test.store.submit(['AAA', 'BBB', 'CCC', 'DDD'].map((id) => enteringState(id))));
  const opened = { title: { en: 'Alerts' }, kind: 'alerts' };
  await submit('open-channel', 'operator', opened, []);
  const pair = ['AAA', 'BBB'];
  first = await submit('issue', 'AAA', says('First', 'BBB'), pair);
  const permitted = { notice: first, to: ['CCC', 'DDD'] };
  permit = await submit('permit-onward-release', 'AAA', permitted, pair);
  const passed = says('Second', 'CCC', { notice: first, releasedBy: permit });
  second = await submit('issue', 'BBB', passed, ['BBB', 'CCC']);
  const further = { notice: second, to: ['DDD'] };
  again = await submit('permit-onward-release', 'BBB', further, ['BBB', 'CCC']);
  const onward = says('Third', 'DDD', { notice: second, releasedBy: again });
  third = await submit('issue', 'CCC', onward, ['CCC', 'DDD']);
}, 60_000);
afterAll(() => test.close());

async function told(notice: string, ...viewer: string[]) {
  const at = { viewer: { actors: viewer }, asOf: '2036-01-01', knownAt: null };
  const found = await test.store.ask(lineage, { notice, locale: 'en' }, at);
  return isRefusal(found) ? found.rule.id : found;
}

it('is the whole tree for who may see all of it, with each permission', async () => {
  const whole = {
    root: first,
    rows: [
      { depth: 0, notice: first, by: 'AAA', to: ['AAA', 'BBB'], source: null, permit: null },
      { depth: 1, notice: second, by: 'BBB', source: first, permit, permittedBy: 'AAA' },
      { depth: 2, notice: third, by: 'CCC', to: ['CCC', 'DDD'], permit: again, permittedBy: 'BBB' },
    ],
  };
  for (const notice of [first, second, third]) {
    expect(await told(notice, 'AAA', 'BBB', 'CCC', 'DDD')).toMatchObject(whole);
  }
});

it('begins and ends, for anyone else, with what they may see', async () => {
  expect(await told(second, 'CCC')).toMatchObject({
    root: second,
    rows: [
      { notice: second, permit: null },
      { notice: third, depth: 1, permit: again },
    ],
  });
  expect(await told(first, 'AAA')).toMatchObject({ rows: [{ notice: first }] });
  expect(JSON.stringify(await told(third, 'DDD'))).not.toContain('Second');
  expect(await told(first, 'DDD')).toBe('notices.unknown');
});
