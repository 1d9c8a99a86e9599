/** An agreement with all that amends it, loaded where a question asks for versions. */
import type { Asked } from '../../kernel/define-area.ts';
import { chroniclesOf } from './chronicles.ts';
import { agreementsIn } from './load.ts';
import { Adoption } from './payloads/agreement.ts';
import {
  DEPTH_MAX,
  type Family,
  type Standing,
  amendmentsStanding,
  isVersion,
} from './rules/versions/versions.ts';

/** The agreement that others amend: itself, or what it amends, however many steps up. */
async function rootOf(asked: Asked, agreement: string): Promise<string> {
  let root = agreement;
  for (let step = 0; step < DEPTH_MAX; step += 1) {
    const known = (await chroniclesOf(asked, [root])).get(root);
    const adoption = known?.chronicle.history.adoption;
    if (adoption?.parent === undefined || !isVersion(adoption)) return root;
    const parent = (await chroniclesOf(asked, [adoption.parent])).has(adoption.parent);
    // What the asker may not see is not told of, and what it amends stands for itself.
    if (!parent) return root;
    root = adoption.parent;
  }
  return root;
}

async function amendmentsOf(asked: Asked, parents: readonly string[]): Promise<string[]> {
  const rows = await agreementsIn(asked.query)
    .selectFrom('agreements_agreement')
    .select(['agreement', 'adoption'])
    .where('parent', 'in', parents)
    .where('recorded_at', '<=', asked.knownAt ?? '9999-12-31T23:59:59.999Z')
    .execute();
  return rows
    .filter(({ adoption }) => isVersion(Adoption.parse(adoption)))
    .map(({ agreement }) => agreement);
}

/**
 * The agreement of which one is an amendment, or which it is itself, with all that amends it and
 * that the asker may see; null where the agreement is not known.
 */
export async function familyOf(asked: Asked, agreement: string): Promise<Family | null> {
  if (!(await chroniclesOf(asked, [agreement])).has(agreement)) return null;
  const root = await rootOf(asked, agreement);
  const found = new Set([root]);
  let next = [root];
  for (let depth = 0; depth < DEPTH_MAX && next.length > 0; depth += 1) {
    next = (await amendmentsOf(asked, next)).filter((one) => !found.has(one));
    for (const one of next) found.add(one);
  }
  return { root, members: await chroniclesOf(asked, [...found]) };
}

/**
 * The amendments that stand on the day asked for, in the order in which they change the text, each
 * with its day of effect: between two where a pair is given, else for all. None where the agreement
 * is not known, or not in force.
 */
export async function amendmentsThatStand(
  asked: Asked,
  agreement: string,
  pair: readonly [string, string] | null = null,
): Promise<readonly Standing[]> {
  const family = await familyOf(asked, agreement);
  return family === null ? [] : amendmentsStanding(family, asked.asOf, pair);
}
