import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { DecisionRule } from '../../payloads/decision-rule.ts';
import { named, pollOf } from './poll-for-tests.ts';
import { judgeSilence } from './silence-judging.ts';
import { type SilenceEvent, type SilencePoll, foldSilence, silenceAt } from './silence.ts';
import { standardRule } from './standard-rules.ts';
import type { WrittenRule } from './standard/parts.ts';

const OPENED = '2026-03-02T09:00:00.000Z';
const DEADLINE = '2026-03-05T09:00:00.000Z';
const AFTER = '2026-03-05T09:00:00.001Z';

const written: WrittenRule = {
  name: 'silence',
  title: { en: 'Silence' },
  citation: 'Rule 9',
  method: 'silence',
  silence: { hoursMin: 72, closableEarly: true },
};
const rule = DecisionRule.parse(written);
const poll: SilencePoll = pollOf(written, { members: ['AAA', 'BBB', 'CCC'] });

const open: SilenceEvent = { kind: 'open', at: OPENED, act: 'a', deadlineAt: DEADLINE };
const objected = (at: string, actor = 'BBB'): SilenceEvent => {
  return { kind: 'object', at, act: `by ${actor}`, actor };
};
const extended = (at: string, deadlineAt: string): SilenceEvent => {
  return { kind: 'extend', at, act: 'x', deadlineAt };
};

/** The result of events that were opened as above. */
function result(at: string, ...events: readonly SilenceEvent[]) {
  const found = silenceAt([open, ...events], poll, at);
  if (found === null || isRefusal(found)) throw new Error('no result');
  return found;
}

/** Why the last of the events is refused; null where it may stand. */
function refused(...events: readonly SilenceEvent[]): string | null {
  const last = events.at(-1);
  if (!last) throw new Error('no event');
  return (
    judgeSilence(rule, foldSilence([open, ...events.slice(0, -1)], poll), last)?.reason ?? null
  );
}

describe('the deadline', () => {
  test('silence runs until the deadline and at its very instant, and has adopted after it', () => {
    expect(result(DEADLINE).status).toBe('running');
    const adopted = result(AFTER);
    expect(adopted).toMatchObject({ status: 'adopted', endedAt: DEADLINE });
    expect(adopted.outcome?.finding.text).toBe('Adopted without objection.');
    expect(adopted.silent).toEqual(['AAA', 'BBB', 'CCC']);
  });

  test('an objection at the deadline’s very instant is in time and breaks it', () => {
    expect(refused(objected(DEADLINE))).toBeNull();
    const broken = result(AFTER, objected(DEADLINE));
    expect(broken).toMatchObject({ status: 'broken', endedAt: DEADLINE });
    expect(broken.outcome).toMatchObject({ outcome: 'blocked', blockedBy: ['BBB'] });
    expect(broken.silent).toEqual(['AAA', 'CCC']);
  });

  test('a thousandth of a second later it is late, is refused, and would change nothing', () => {
    expect(refused(objected(AFTER))).toBe(`The silence procedure ended at ${DEADLINE}.`);
    const adopted = result(AFTER, objected(AFTER));
    expect(adopted.status).toBe('adopted');
    expect(adopted.state.late.map(({ actor }) => actor)).toEqual(['BBB']);
  });

  test('an objection is told at once, before the deadline', () => {
    expect(result('2026-03-03T10:00:00.000Z', objected('2026-03-03T09:00:00.000Z')).status).toBe(
      'broken',
    );
  });

  test('others may join an objection until the deadline', () => {
    const [first, second] = ['2026-03-03T09:00:00.000Z', '2026-03-04T09:00:00.000Z'];
    expect(refused(objected(first), objected(second, 'CCC'))).toBeNull();
    const broken = result(AFTER, objected(first), objected(second, 'CCC'));
    expect(broken.state.objections.map(({ actor }) => actor)).toEqual(['BBB', 'CCC']);
    expect(broken.endedAt).toBe(first);
  });

  test('who may not vote breaks nothing', () => {
    const hindered = pollOf(written, { members: ['AAA', 'BBB'], hindered: { BBB: 'suspended' } });
    const found = silenceAt([open, objected('2026-03-03T09:00:00.000Z')], hindered, AFTER);
    expect(found).toMatchObject({ status: 'adopted', asked: ['AAA'] });
  });

  test('a clock that was set back does not bring an objection back into time', () => {
    const late: SilenceEvent = { kind: 'withdraw-objection', at: AFTER, act: 'w', actor: 'CCC' };
    const state = foldSilence([open, late, objected('2026-03-04T09:00:00.000Z')], poll);
    expect(state).toMatchObject({ status: 'running', objections: [] });
    expect(state?.late).toHaveLength(1);
  });
});

describe('extensions', () => {
  const LATER = '2026-03-06T09:00:00.000Z';

  test('an extension at the deadline’s instant is in time, one after it is not', () => {
    expect(refused(extended(DEADLINE, LATER))).toBeNull();
    expect(refused(extended(AFTER, LATER))).toBe(`The silence procedure ended at ${DEADLINE}.`);
    expect(result(AFTER, extended(DEADLINE, LATER)).status).toBe('running');
    expect(result(AFTER, extended(AFTER, LATER)).status).toBe('adopted');
  });

  test('an objection within the extension is in time', () => {
    const events = [extended(DEADLINE, LATER), objected(LATER)];
    expect(refused(...events)).toBeNull();
    expect(result('2026-03-07T00:00:00.000Z', ...events).status).toBe('broken');
  });

  test('an extension is to a later instant, and not of what is broken', () => {
    expect(refused(extended(OPENED, DEADLINE))).toMatch(/no extension/);
    expect(refused(objected(OPENED), extended(OPENED, LATER))).toMatch(/ended at/);
  });

  test('a rule may rule it out', () => {
    const fixed = DecisionRule.parse({ ...written, silence: { hoursMin: 72, extendable: false } });
    const state = foldSilence([open], poll);
    expect(judgeSilence(fixed, state, extended(OPENED, LATER))?.reason).toMatch(/does not let/);
  });
});

describe('beginning and ending', () => {
  test.each([
    ['2026-03-05T09:00:00.000Z', null],
    ['2026-03-05T08:59:59.999Z', 'The silence would end within less than 72 hours.'],
  ])('72 hours at least: a deadline of %s', (deadlineAt, reason) => {
    const event = { ...open, kind: 'open' as const, deadlineAt };
    expect(judgeSilence(rule, null, event)?.reason ?? null).toBe(reason);
  });

  test('it may be closed early where the rule allows, but not before the least hours', () => {
    const long = { ...open, kind: 'open' as const, deadlineAt: '2026-03-09T09:00:00.000Z' };
    const state = foldSilence([long], poll);
    const close = (at: string): SilenceEvent => ({ kind: 'close', at, act: 'c' });
    expect(judgeSilence(rule, state, close('2026-03-05T08:59:59.999Z'))?.reason).toMatch(/72/);
    expect(judgeSilence(rule, state, close(DEADLINE))).toBeNull();
    const found = silenceAt([long, close(DEADLINE)], poll, DEADLINE);
    expect(found).toMatchObject({ status: 'adopted', endedAt: DEADLINE });
    const strict = DecisionRule.parse({ ...written, silence: { hoursMin: 72 } });
    expect(judgeSilence(strict, state, close(DEADLINE))?.reason).toMatch(/before its deadline/);
  });

  test('what was broken may be resumed with a new deadline; old objections are history', () => {
    const resume: SilenceEvent = {
      kind: 'resume',
      at: '2026-03-04T09:00:00.000Z',
      act: 'r',
      deadlineAt: '2026-03-07T09:00:00.000Z',
    };
    const broken = objected('2026-03-03T09:00:00.000Z');
    expect(refused(resume)).toMatch(/not broken/);
    expect(refused(broken, resume)).toBeNull();
    expect(refused(broken, { ...resume, deadlineAt: DEADLINE })).toMatch(/72 hours/);
    const found = result('2026-03-08T00:00:00.000Z', broken, resume);
    expect(found).toMatchObject({ status: 'adopted', state: { round: 2, openedAt: OPENED } });
    expect(found.state.earlier.map(({ actor }) => actor)).toEqual(['BBB']);
    expect(found.outcome?.outcome).toBe('adopted');
  });

  test('what was withdrawn decides nothing', () => {
    const found = result(AFTER, { kind: 'withdraw', at: DEADLINE, act: 'w' });
    expect(found).toMatchObject({ status: 'withdrawn', outcome: null });
  });

  test('nothing may be done about what nobody opened', () => {
    expect(silenceAt([], poll, AFTER)).toBeNull();
    expect(judgeSilence(rule, null, objected(OPENED))?.reason).toMatch(/No silence/);
    expect(judgeSilence(rule, foldSilence([open], poll), open)?.reason).toMatch(/already/);
  });
});

describe('tacit acceptance', () => {
  const marpol = standardRule('imo-assembly', 'marpol-tacit-acceptance', '2026-01-01');
  const parties = named(9);
  const tonnage = Object.fromEntries(parties.map((actor, at) => [actor, at === 8 ? '92' : '1']));
  const of = (...objectors: readonly string[]) => {
    const asked = pollOf(marpol, {
      members: [...parties, 'outsider'],
      groups: { marpol: parties },
      weights: { 'gross-tonnage': tonnage },
      totalWeight: () => ({ numerator: 200n, denominator: 1n }),
    });
    const year = { ...open, deadlineAt: '2027-03-02T09:00:00.000Z' } as const;
    const events = objectors.map((actor) => objected('2026-06-01T00:00:00.000Z', actor));
    const found = silenceAt([year, ...events], asked, '2027-03-03T00:00:00.000Z');
    return found !== null && !isRefusal(found) ? found.status : null;
  };

  test('objections of a third of the parties prevent it, of fewer do not', () => {
    expect(of('m-1', 'm-2')).toBe('adopted');
    expect(of('m-1', 'm-2', 'm-3')).toBe('broken');
    expect(of('m-1', 'm-2', 'outsider')).toBe('adopted');
  });

  test('half of the world’s tonnage is of the world, not of the parties', () => {
    expect(of('m-9')).toBe('adopted');
    expect(of('m-9', 'm-1')).toBe('adopted');
  });

  test('an objection that is withdrawn in time no longer counts', () => {
    const asked = pollOf(
      { ...written, silence: { hoursMin: 72, objectionsToBreak: 2 } },
      {
        members: ['AAA', 'BBB', 'CCC'],
      },
    );
    const back = (at: string): SilenceEvent => {
      return { kind: 'withdraw-objection', at, act: 'w', actor: 'BBB' };
    };
    const [first, second] = ['2026-03-03T09:00:00.000Z', '2026-03-04T09:00:00.000Z'];
    const events = [open, objected(first), back(first), objected(second, 'CCC')];
    expect(silenceAt(events, asked, AFTER)).toMatchObject({
      status: 'adopted',
      silent: ['AAA', 'BBB'],
    });
  });

  test('who rejects in time is left out, and the others are bound', () => {
    const regulations = standardRule('who-health-assembly', 'regulations-in-force', '2026-01-01');
    const asked = pollOf(regulations, { members: parties });
    const year = { ...open, deadlineAt: '2027-03-02T09:00:00.000Z' } as const;
    const events = [year, objected('2026-06-01T00:00:00.000Z', 'm-1')];
    const found = silenceAt(events, asked, '2027-03-03T00:00:00.000Z');
    expect(found).toMatchObject({ status: 'adopted', outcome: { objectors: ['m-1'] } });
  });
});
