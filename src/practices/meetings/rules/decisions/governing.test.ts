import { describe, expect, test } from 'vitest';
import { PaperSession, SESSION, type Told, convened, instant } from '../../paper-session.ts';
import { GOVERNING } from '../../scenarios/governing.ts';
import { floorOf } from './floor-of.ts';
import { outcomeOf, ruleOf } from './outcome-of.ts';

/** The rules and the question that the scenarios begin with. */
const [BEGUN = []] = GOVERNING.map(({ given }) => given);

const put = (decision: string, rule: string, on: object): Told => ({
  does: 'put-question',
  actor: 'secretariat',
  with: { decision, title: { en: decision }, on, rule },
});
const votes = (decision: string, given: Readonly<Record<string, string>>): Told[] => [
  ...Object.entries(given).map(
    ([actor, choice]): Told => ({ does: 'vote', actor, with: { decision, choice } }),
  ),
  { does: 'close-voting', actor: 'secretariat', with: { decision } },
];
const demanded = (rule: string): Told => ({
  does: 'demand-rule',
  actor: 'BBB',
  with: { decision: 'budget', rule, reason: 'It binds us for years.' },
});

/** The rule that governs the question in the end, and what came of it by four to two. */
function settled(...told: readonly Told[]): string {
  const paper = new PaperSession();
  for (const one of [...convened(), ...BEGUN, ...told]) paper.take(one);
  for (const one of votes('budget', { AAA: 'yes', BBB: 'yes', CCC: 'yes', DDD: 'no', EEE: 'no' })) {
    paper.take(one);
  }
  const floor = floorOf(paper.archive, SESSION);
  const decision = paper.archive.decisions(SESSION).get('budget');
  if (!floor || !decision) throw new Error('the question was put');
  const at = instant('30:00');
  const { result } = outcomeOf(decision, floor, at);
  return `${ruleOf(floor, decision, at)?.name ?? 'none'} ${result ?? 'open'}`;
}

const on = (rule: string) => ({ kind: 'rule', of: 'budget', rule });
const YES = { AAA: 'yes', BBB: 'yes', CCC: 'no' };
const NO = { AAA: 'yes', BBB: 'no', CCC: 'no' };

describe('three to two', () => {
  test('adopt under the rule under which the question was put', () => {
    expect(settled()).toBe('simple adopted');
  });

  test('do not adopt what was decided to be important', () => {
    const asked = put('which', 'simple', on('important'));
    expect(settled(demanded('important'), asked, ...votes('which', YES))).toBe(
      'important rejected',
    );
  });

  test('adopt where it was decided not to be: the demanded rule falls back', () => {
    const asked = put('which', 'simple', on('important'));
    expect(settled(demanded('important'), asked, ...votes('which', NO))).toBe('simple adopted');
  });

  test('adopt where a demanded rule that falls back on none was voted down', () => {
    const asked = put('which', 'simple', on('grave'));
    expect(settled(demanded('grave'), asked, ...votes('which', NO))).toBe('simple adopted');
  });

  test('wait for the second preliminary question where the first was withdrawn', () => {
    const withdrawn: Told = {
      does: 'withdraw-question',
      actor: 'secretariat',
      with: { decision: 'which', reason: 'It was worded badly.' },
    };
    const asked = [put('which', 'simple', on('important')), withdrawn];
    const again = [put('which-2', 'simple', on('important')), ...votes('which-2', YES)];
    expect(settled(demanded('important'), ...asked, ...again)).toBe('important rejected');
  });
});
