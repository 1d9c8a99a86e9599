import { describe, expect, it } from 'vitest';
import { RELEASED_TO_MAX } from '../../kernel/marking.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { AskedRelease, RELEASE_RULE, resolveRelease } from './asked-release.ts';

const many = (count: number) => Array.from({ length: count }, (_, at) => `actor-${at}`);
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  alliance: ['NOR', 'FRA'],
  empty: [],
  full: many(RELEASED_TO_MAX),
  crowd: many(RELEASED_TO_MAX + 1),
};

const membersOf = async (group: string) =>
  GROUPS[group] ?? refuse(RELEASE_RULE, said('No group {$group} is known here.', { group }));

async function resolve(asked: object) {
  return resolveRelease(AskedRelease.parse({ level: 'amber', ...asked }), '2026-11-22', membersOf);
}

async function reasonOf(asked: object): Promise<string> {
  const answer = await resolve(asked);
  return isRefusal(answer) ? answer.reason : 'accepted';
}

describe('an audience that is asked for', () => {
  it('holds the members of a group on the day, with the actors, sorted and each once', async () => {
    expect(await resolve({ to: ['KEN', 'FRA'], membersOf: ['alliance'] })).toEqual({
      marking: { level: 'amber', to: ['FRA', 'KEN', 'NOR'] },
      note: { on: '2026-11-22', groups: [{ group: 'alliance', members: ['FRA', 'NOR'] }] },
    });
  });

  it('says nothing of groups where none is named', async () => {
    expect(await resolve({ to: ['KEN'] })).toEqual({
      marking: { level: 'amber', to: ['KEN'] },
      note: null,
    });
  });

  it('is nobody where a group is empty, never everyone, and is refused', async () => {
    expect(await reasonOf({ membersOf: ['empty'] })).toContain('no members on 2026-11-22');
    expect(await reasonOf({ to: ['KEN'], membersOf: ['empty'] })).toContain('no members');
    expect(await reasonOf({})).toContain('nobody could see');
  });

  it('is refused where a group is unknown, or what is clear is to name someone', async () => {
    expect(await reasonOf({ membersOf: ['nowhere'] })).toContain('No group nowhere');
    expect(await reasonOf({ level: 'clear', to: ['KEN'] })).toContain('names nobody');
    expect(await reasonOf({ level: 'clear', membersOf: ['alliance'] })).toContain('names nobody');
    expect(await reasonOf({ level: 'clear' })).toBe('accepted');
  });

  it.each([
    ['below', many(RELEASED_TO_MAX - 1), [], 'accepted'],
    ['at', [], ['full'], 'accepted'],
    ['above, by a group', [], ['crowd'], `The audience has ${RELEASED_TO_MAX + 1} actors`],
    ['above, by both', ['KEN'], ['full'], `The audience has ${RELEASED_TO_MAX + 1} actors`],
  ])('is taken or refused by its size: %s the bound', async (_, to, groups, told) => {
    expect(await reasonOf({ to, membersOf: groups })).toContain(told);
  });
});
