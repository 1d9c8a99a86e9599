/** The members of a group today, as the practice of actors knows them. */
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { members } from '../../practices/actors/questions/members.ts';
import type { Area } from '../../kernel/define-area.ts';
import type { Asking, Store } from '../../store/contract.ts';
import { type MembersOf, RELEASE_RULE } from './asked-release.ts';

/** Full members alone: whoever only observes a group is named by itself. */
export function groupMembers(
  { store, areas }: { readonly store: Pick<Store, 'ask'>; readonly areas: readonly Area[] },
  at: Asking,
): MembersOf {
  const isKnown = areas.some(({ questions }) =>
    questions.some(({ name }) => name === members.name),
  );
  return async (group) => {
    const unknown = refuse(RELEASE_RULE, said('No group {$group} is known here.', { group }), {
      remedy: said('Name a group of the registry of actors, or the actors themselves.'),
      values: { group },
    });
    if (!isKnown) return unknown;
    const found = await store.ask(members, { group, status: 'member' }, at);
    return isRefusal(found) ? unknown : found.rows.map(({ item }) => item.id);
  };
}
