import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Marking, markedFor } from '../../kernel/marking.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { type TestStore, admitted, openTestStore, ruleOf } from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { notices } from './area.ts';

const SOURCE = { kind: 'recorded', source: 'Log of the duty desk' } as const;
const RED: Marking = markedFor('red', ['AAA', 'BBB']);
const CANARY = 'canary-5c1e';
const INDICATOR = {
  type: 'indicator',
  spec_version: '2.1',
  id: 'indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f',
  created: '2026-02-01T10:00:00.000Z',
  modified: '2026-02-02T10:00:00.000Z',
  pattern: `[file:name = '${CANARY}']`,
  pattern_type: 'stix',
  valid_from: '2026-02-01T10:00:00Z',
};

let test: TestStore;
let clock = new Date('2026-03-01T12:00:00.000Z');
let red = '';
let open = '';

function draft(verb: string, actor: string, payload: object, more: Partial<DraftAct> = {}) {
  const [type, register] = [`notices.${verb}`, 'notices/outbreak-alerts'];
  return { type, register, actor, payload, basis: SOURCE, ...more };
}

const says = (more: object = {}) => ({
  kind: 'alerts',
  subject: 'Cluster of pneumonia',
  body: 'Twelve cases.',
  language: 'en',
  to: { groups: ['league'] },
  precedence: 'immediate',
  ...more,
});

async function submit(...drafts: DraftAct[]): Promise<string[]> {
  return admitted(await test.store.submit(drafts)).map(({ id }) => id);
}

async function ask(name: string, input: object, ...viewer: string[]) {
  const question = notices.questions.find((one) => one.name === `notices.${name}`);
  if (!question) throw new Error(`no question ${name}`);
  const asOf = clock.toISOString().slice(0, 10);
  const at = { viewer: { actors: viewer }, asOf, knownAt: null };
  return test.store.ask(question, input, at);
}

interface Rows {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}
const rowsOf = async (name: string, input: object, ...viewer: string[]) => {
  const found = await ask(name, input, ...viewer);
  if (isRefusal(found)) throw new Error(found.reason);
  // Each of these questions answers with rows.
  return (found as Rows).rows;
};

const entering = (id: string, kind: string): DraftAct => ({
  ...enteringState(id),
  payload: {
    id,
    kind,
    names: { en: id },
    treatyCapacity: false,
    regionalIntegration: false,
  },
});
const joining = (member: string): DraftAct => ({
  ...enteringState(member),
  type: 'actors.join',
  payload: { group: 'league', member, from: '2000-01-01', status: 'member' },
});

beforeAll(async () => {
  test = await openTestStore({ areas: [actors, notices], now: () => clock });
  await submit(
    ...['AAA', 'BBB', 'CCC', 'DDD'].map((id) => enteringState(id)),
    entering('league', 'group'),
    entering('duty-office', 'office'),
    joining('BBB'),
    joining('CCC'),
  );
  await submit(
    draft('open-channel', test.store.operator, {
      title: { en: 'Outbreak alerts' },
      kind: 'alerts',
      acknowledgeWithinHours: { immediate: 4 },
      escalation: [{ afterHours: 1, offices: ['duty-office'] }],
    }),
  );
  [open = ''] = await submit(draft('issue', 'AAA', says({ number: '1/2026' })));
  const content = { standard: 'stix', objects: [JSON.stringify(INDICATOR)] };
  const secret = says({ subject: CANARY, body: CANARY, to: { actors: ['BBB'] }, number: '2/2026' });
  [red = ''] = await submit(draft('issue', 'AAA', { ...secret, content }, { marking: RED }));
  await submit(draft('issue', 'AAA', says({ number: '4/2026', precedence: 'routine' })));
});
afterAll(async () => {
  await test.close();
});

const INPUTS: Readonly<Record<string, () => readonly object[]>> = {
  channels: () => [{}],
  channel: () => [{ channel: 'outbreak-alerts' }],
  latest: () => [{}],
  notice: () => [{ notice: red }, { notice: open }],
  thread: () => [{ notice: red }, { notice: open }],
  unacknowledged: () => [{}, { channel: 'outbreak-alerts' }, { addressee: 'BBB' }],
  duty: () => [{}],
  due: () => [{}, { office: 'duty-office' }],
  lineage: () => [{ notice: red }, { notice: open }],
};

describe('a red notice to one State', () => {
  it.each(notices.questions.map(({ name }) => name.replace('notices.', '')))(
    'is invisible to all others in %s',
    async (name) => {
      const inputs = INPUTS[name]?.() ?? [];
      expect(inputs.length).toBeGreaterThan(0);
      for (const input of inputs) {
        for (const viewer of [
          [],
          ['CCC'],
          ['DDD', 'CCC'],
          ['duty-office'],
          [test.store.operator],
        ]) {
          const answer = JSON.stringify(await ask(name, input, ...viewer));
          const asked = JSON.stringify(input).includes(red);
          expect(answer).not.toContain(CANARY);
          // Who asks for it by name is told no more than that there is no such notice.
          const isSilent = asked ? answer.includes('notices.unknown') : !answer.includes(red);
          expect(isSilent).toBe(true);
        }
      }
    },
  );

  it('is seen by the State, and by its sender', async () => {
    for (const viewer of ['AAA', 'BBB']) {
      const answer = JSON.stringify(await ask('notice', { notice: red }, viewer));
      expect(answer).toContain(CANARY);
    }
    const duty = await rowsOf('duty', {}, 'BBB');
    expect(duty.map(({ task, notice }) => [task, notice])).toContainEqual(['acknowledge', red]);
  });

  it('leaves its objects to those who may see it', async () => {
    const seen = async (...viewer: string[]) =>
      test.store.read({ actors: viewer }, async (query) =>
        query.selectFrom('notices_object').select(['object_id', 'version']).execute(),
      );
    expect(await seen('CCC')).toEqual([]);
    expect(await seen('BBB')).toMatchObject([{ object_id: INDICATOR.id }]);
  });

  it('does not tell by a missing number that it is there', async () => {
    const missing = async (...viewer: string[]) => {
      const found = await ask('channel', { channel: 'outbreak-alerts' }, ...viewer);
      return (found as { missing?: unknown }).missing;
    };
    expect(await missing('CCC')).toEqual([]);
    expect(await missing('AAA')).toEqual([{ sender: 'AAA', year: 2026, serials: [3] }]);
  });

  it('is refused to be acknowledged by others as if it were not there', async () => {
    const [hidden, unknown] = await test.store.submit([
      draft('acknowledge', 'CCC', { notice: red }),
      draft('acknowledge', 'CCC', { notice: 'f'.repeat(64) }),
    ]);
    expect([ruleOf(hidden), ruleOf(unknown)]).toEqual([
      'notices.known-notice',
      'notices.known-notice',
    ]);
  });
});

describe('a clear notice to a group', () => {
  it('waits for each member, then is overdue, then is told to an office', async () => {
    const stateOf = async () =>
      (await rowsOf('unacknowledged', { channel: 'outbreak-alerts' }, 'AAA'))
        .filter(({ notice }) => notice === open)
        .map(({ addressee, state }) => `${String(addressee)} ${String(state)}`);
    expect(await stateOf()).toEqual(['BBB waiting', 'CCC waiting']);
    clock = new Date('2026-03-01T16:30:00.000Z');
    expect(await stateOf()).toEqual(['BBB overdue', 'CCC overdue']);
    expect(await rowsOf('due', { office: 'duty-office' }, 'duty-office')).toEqual([]);
    await submit(draft('acknowledge', 'CCC', { notice: open }));
    clock = new Date('2026-03-01T17:00:00.001Z');
    const due = await rowsOf('due', { office: 'duty-office' }, 'duty-office');
    expect(due).toEqual([
      {
        notice: open,
        channel: 'outbreak-alerts',
        precedence: 'immediate',
        level: 'clear',
        addressee: 'BBB',
        office: 'duty-office',
        step: 0,
        dueAt: '2026-03-01T17:00:00.000Z',
      },
    ]);
  });

  it('is the sender’s to chase, and the addressee’s to acknowledge', async () => {
    const tasks = async (viewer: string) =>
      (await rowsOf('duty', {}, viewer))
        .filter(({ notice }) => notice === open)
        .map(({ task, isOverdue }) => [task, isOverdue]);
    expect(await tasks('AAA')).toEqual([['chase', true]]);
    expect(await tasks('BBB')).toEqual([['acknowledge', true]]);
    expect(await tasks('CCC')).toEqual([]);
  });

  it('is told in a thread with its replies', async () => {
    const reply = says({ inReplyTo: open, to: { actors: ['AAA'] }, subject: 'Samples sent' });
    await submit(draft('issue', 'BBB', reply));
    const rows = await rowsOf('thread', { notice: open });
    expect(rows.map(({ subject, depth }) => [subject, depth])).toEqual([
      ['Cluster of pneumonia', 0],
      ['Samples sent', 1],
    ]);
  });

  it('is rebuilt from the record as it stood', async () => {
    const before = await rowsOf('latest', {}, 'AAA', 'BBB');
    await test.store.rebuild();
    expect(await rowsOf('latest', {}, 'AAA', 'BBB')).toEqual(before);
  });
});

describe('an annex for fewer', () => {
  it('is seen by them alone, and the notice by all', async () => {
    const marking = markedFor('amber', ['AAA', 'BBB', 'CCC']);
    const annex = { text: `${CANARY}-annex` };
    const narrower = [{ marking: RED, members: ['annex'] }];
    const [act = ''] = await submit(
      draft('issue', 'AAA', says({ annex, subject: 'In part' }), { marking, narrower }),
    );
    const annexFor = async (viewer: string) => {
      const found = await ask('notice', { notice: act }, viewer);
      return (found as { annex?: { text: string } | null }).annex?.text ?? null;
    };
    expect(await annexFor('BBB')).toBe(annex.text);
    expect(await annexFor('CCC')).toBeNull();
    expect(JSON.stringify(await ask('latest', {}, 'CCC'))).toContain('In part');
  });
});

describe('a batch of acts', () => {
  it('is judged act by act, each by those before it', async () => {
    const receipts = await test.store.submit([
      draft('issue', 'DDD', says({ number: '9/2026' })),
      draft('issue', 'DDD', says({ number: '9/2026' })),
    ]);
    expect(receipts.map((one) => (isRefusal(one) ? ruleOf(one) : 'taken'))).toEqual([
      'taken',
      'notices.number-once',
    ]);
  });
});
