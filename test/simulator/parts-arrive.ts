/** What must hold of parts that were withheld on the way, and what follows from lost ones. */
import type { ActId } from '../../src/kernel/act.ts';
import { releasedParts } from '../../src/kernel/release.ts';
import { partsForUs } from '../../src/store/holdings/lacking.ts';
import type { World } from './world.ts';

/**
 * Whether a part that the custodian judges the act by is nowhere any more: it was lost with the
 * disk of its author before anybody had it, or the liar keeps it. The custodian cannot decide then.
 */
export function isPartLost({ honest }: World, id: ActId, custodian: string): boolean {
  const held = honest.flatMap(({ record }) => record.acts.get(id) ?? []);
  const [one] = held;
  if (!one) return false;
  return releasedParts(one.act.header, [custodian]).some((at) =>
    held.every(({ signed }) => signed.parts[at] === null),
  );
}

/** Whoever holds an act has each part of it that is for it, and that anybody honest has. */
export function partsArrive(world: World): void {
  for (const { name, node, record } of world.honest) {
    for (const { act, signed } of record.acts.values()) {
      const lacking = partsForUs(node.identity, act.header).filter((at) => !signed.parts[at]);
      for (const at of lacking) {
        const from = world.honest.find((one) => one.record.acts.get(act.id)?.signed.parts[at]);
        if (!from) continue;
        world.broke(`${name} lacks part ${at} of ${act.id.slice(0, 8)}, which ${from.name} has`);
      }
    }
  }
}
