/** A session as one file: its acts, what it decided and why, verified where there is no node. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { fileAnswer } from '../../kernel/record-file.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { verifyRecordFile } from '../../kernel/verify-record-file.ts';
import { type TestStore, admitted, openTestStore } from '../../store/test-store.ts';
import { enteringState } from '../actors/entering-for-tests.ts';
import { actors } from '../actors/area.ts';
import { agreements } from '../agreements/area.ts';
import { meetings } from './area.ts';

const SESSION = 'meetings/first-session';
const MEMBERS = ['AAA', 'BBB', 'CCC'] as const;
const AS_OF = '2026-03-02';
const VIEWER = { actors: [] };

let test: TestStore;
let file: Uint8Array;

/** The file as the node gives it to whoever asks. */
async function exported(): Promise<Uint8Array> {
  const summary = meetings.summary?.('first-session');
  if (!summary) throw new Error('nothing sums up a session');
  const { input, question } = summary;
  const answer = await test.store.ask(question, question.input.parse(input), {
    viewer: VIEWER,
    asOf: AS_OF,
    knownAt: null,
  });
  if (isRefusal(answer)) throw new Error(answer.reason);
  const told = fileAnswer(question.name, AS_OF, answer);
  const bytes = await test.store.exportRecord({
    register: SESSION,
    viewer: VIEWER,
    answer: told,
  });
  if (isRefusal(bytes)) throw new Error(bytes.reason);
  return bytes;
}

beforeAll(async () => {
  const now = (): Date => new Date('2026-03-02T10:00:00.000Z');
  test = await openTestStore({ areas: [actors, agreements, meetings], now });
  const draft = (
    verb: string,
    register: string,
    payload: object,
    actor = test.store.operator,
  ): DraftAct => ({
    type: `meetings.${verb}`,
    register,
    actor,
    payload,
    basis: { kind: 'recorded', source: 'Record of the meeting' },
  });
  const body = 'bodies/assembly';
  const rule = {
    name: 'simple',
    title: { en: 'Simple majority' },
    citation: 'Rule 1',
    method: 'vote',
    adoptedIf: { kind: 'share', base: 'present-and-voting', threshold: '1/2', more: true },
  };
  const put = { on: { kind: 'other', what: 'A matter' }, rule: 'simple' };
  const given = [
    ...MEMBERS.map((id) => enteringState(id)),
    draft('establish-body', body, {
      title: { en: 'Assembly' },
      kind: 'plenary',
      membership: { kind: 'seats' },
    }),
    ...MEMBERS.map((member) => draft('seat-member', body, { member, from: '2020-01-01' })),
    draft('adopt-rules', body, { from: '2026-01-01', citation: 'Rules', rules: [rule] }),
    draft('convene', SESSION, {
      body: 'assembly',
      title: { en: 'First session', fr: 'Première session' },
      opensOn: AS_OF,
      closesOn: AS_OF,
    }),
    draft('put-question', SESSION, { decision: 'seat', title: { en: 'The seat' }, ...put }),
    draft('vote', SESSION, { decision: 'seat', choice: 'yes' }, 'AAA'),
    draft('vote', SESSION, { decision: 'seat', choice: 'yes' }, 'BBB'),
    draft('vote', SESSION, { decision: 'seat', choice: 'no' }, 'CCC'),
    draft('close-voting', SESSION, { decision: 'seat' }),
  ];
  for (const one of given) admitted(await test.store.submit([one]));
  file = await exported();
}, 60_000);
afterAll(() => test.close());

describe('a session as a file', () => {
  it('carries what was decided, and the votes that this rests on are in it', () => {
    const report = verifyRecordFile(file);
    expect(report).toMatchObject({
      verified: true,
      register: SESSION,
      answer: { question: 'meetings.outcomes', asOf: AS_OF, otherActs: 0 },
    });
    // Convened, put, three votes: the close is no act that the outcome counts.
    expect(report.answer?.verifiedActs).toBe(5);
    expect(new TextDecoder().decode(file)).toContain('"result":"adopted"');
  });

  it('does not verify where a vote was turned', () => {
    const whole = new TextDecoder().decode(file);
    const turned = whole.replace('\\"choice\\":\\"no\\"', '\\"choice\\":\\"yes\\"');
    expect(turned).not.toBe(whole);
    expect(verifyRecordFile(new TextEncoder().encode(turned)).verified).toBe(false);
  });
});
