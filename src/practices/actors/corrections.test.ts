import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { PaperRegistry } from './paper-registry.ts';
import { membership, members } from './questions/members.ts';
import { show } from './questions/show.ts';

const enter = (id: string, kind: string) => ({
  type: 'actors.enter',
  payload: { id, kind, names: { en: id }, treatyCapacity: true, regionalIntegration: false },
});
const join = { group: 'league', member: 'AAA', from: '1951-01-01', status: 'member' };

/** The act's id; the test fails where it was refused. */
function accepted(answer: ReturnType<PaperRegistry['tell']>): string {
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
}

function league(): { registry: PaperRegistry; joining: string } {
  const registry = new PaperRegistry();
  accepted(registry.tell(enter('AAA', 'state')));
  accepted(registry.tell(enter('league', 'organisation')));
  return { registry, joining: accepted(registry.tell({ type: 'actors.join', payload: join })) };
}

const correction = (payload: object) => ({ type: 'actors.correct', payload });

describe('a correction', () => {
  it('changes what holds, and leaves what was known before', async () => {
    const { registry, joining } = league();
    const replacement = { ...join, from: '1950-01-01' };
    accepted(registry.tell(correction({ act: joining, replacement, reason: 'A misprint.' })));
    const asked = { group: 'league', actor: 'AAA' };
    const now = await registry.ask(membership, asked, { asOf: '1950-06-01' });
    const then = { asOf: '1950-06-01', knownAt: PaperRegistry.instant(3) };
    const before = await registry.ask(membership, asked, then);
    expect(now).toMatchObject({ status: 'member', since: '1950-01-01' });
    expect(before).toMatchObject({ status: null });
  });

  it('that voids an act takes it out, and shows on the page of the actor', async () => {
    const { registry, joining } = league();
    accepted(registry.tell(correction({ act: joining, void: true, reason: 'Another State.' })));
    const asked = await registry.ask(members, { group: 'league' }, { asOf: '2000-01-01' });
    expect(asked).toMatchObject({ rows: [], finding: { value: 0 } });
  });

  it('can restore a void act, and not void it twice', () => {
    const { registry, joining } = league();
    accepted(registry.tell(correction({ act: joining, void: true, reason: 'One.' })));
    const again = registry.tell(correction({ act: joining, void: true, reason: 'Two.' }));
    expect(isRefusal(again) && again.rule.id).toBe('actors.correction');
    accepted(registry.tell(correction({ act: joining, replacement: join, reason: 'Three.' })));
    expect(registry.registry().facts.memberOf('league', 'AAA', '2000-01-01')).toBe(true);
  });

  it('is refused where the replacement is about something else', () => {
    const { registry, joining } = league();
    accepted(registry.tell(enter('BBB', 'state')));
    const replacement = { ...join, member: 'BBB' };
    const answer = registry.tell(correction({ act: joining, replacement, reason: 'Hm.' }));
    expect(isRefusal(answer) && answer.rule.id).toBe('actors.correction');
  });

  it('is refused where the replacement itself would be', () => {
    const { registry } = league();
    const second = accepted(
      registry.tell({
        type: 'actors.enter',
        payload: { ...enter('CCC', 'state').payload, from: '1960-01-01' },
      }),
    );
    const replacement = {
      ...enter('CCC', 'state').payload,
      from: '1960-01-01',
      to: '1950-01-01',
    };
    const answer = registry.tell(correction({ act: second, replacement, reason: 'Hm.' }));
    expect(isRefusal(answer) && answer.rule.id).toBe('actors.dates');
  });

  it('does not void the entry of an actor that other acts concern', () => {
    const registry = new PaperRegistry();
    const entry = accepted(registry.tell(enter('AAA', 'state')));
    accepted(registry.tell(enter('league', 'organisation')));
    const joining = accepted(registry.tell({ type: 'actors.join', payload: join }));
    const hanging = registry.tell(correction({ act: entry, void: true, reason: 'No State.' }));
    expect(isRefusal(hanging) && hanging.rule.id).toBe('actors.correction');
    accepted(registry.tell(correction({ act: joining, void: true, reason: 'No State.' })));
    accepted(registry.tell(correction({ act: entry, void: true, reason: 'No State.' })));
    expect(registry.registry().facts.actor('AAA')).toBeNull();
  });

  it('is shown with the actor that it concerns', async () => {
    const { registry, joining } = league();
    const replacement = { ...join, from: '1950-01-01' };
    const act = accepted(
      registry.tell(correction({ act: joining, replacement, reason: 'A misprint.' })),
    );
    const answer = await registry.ask(show, { actor: 'AAA' }, { asOf: '2000-01-01' });
    expect(answer).toMatchObject({
      corrections: [{ act, corrects: joining, reason: 'A misprint.', void: false }],
    });
  });
});

describe('an act signed by an actor', () => {
  it('is taken in its own name, and refused in another’s', () => {
    const { registry } = league();
    accepted(registry.tell(enter('BBB', 'state')));
    const payload = { ...join, member: 'BBB' };
    const signed = { type: 'actors.join', payload, source: null };
    const refused = registry.tell({ ...signed, actor: 'AAA' });
    expect(isRefusal(refused) && refused.rule.id).toBe('actors.own-name');
    accepted(registry.tell({ ...signed, actor: 'BBB' }));
  });
});
