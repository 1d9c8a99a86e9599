/**
 * Who was restored, and whose lost acts a liar alone held and held back, cannot know that it signs
 * their places again: that fork cannot be avoided, and goes on until a person resolves it by name.
 */
import { actId } from '../../src/kernel/act.ts';
import type { World } from './world.ts';

/** The streams that forked so. */
export function robbedStreams(world: World): ReadonlySet<string> {
  const forks = world.honest.flatMap(({ record }) => [...record.forks.values()]);
  const robbed = forks.filter(({ fork }) =>
    fork.acts.some(({ header }) => world.withheld.has(actId(header))),
  );
  return new Set(robbed.map(({ fork }) => fork.stream));
}

/** Whether a stream of this node forked so. */
export function isRobbed(world: World, name: string): boolean {
  const { actors } = world.node(name);
  const streams = [...robbedStreams(world)];
  return streams.some((stream) => actors.some((actor) => stream.startsWith(`${actor}/`)));
}
