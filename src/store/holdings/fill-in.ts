/**
 * Parts that were withheld on the way, and came later: who strips an act of a part that is for this
 * node delays it, and no more. What was erased here stays erased.
 */
import { sql } from 'kysely';
import type { ActId } from '../../kernel/act.ts';
import { audienceOf } from '../../kernel/marking.ts';
import { audienceId } from '../batch-state.ts';
import { writeUses } from '../attachment-uses.ts';
import { rebuildArea } from '../releases/carry-out.ts';
import type { Work } from '../work.ts';
import type { HeldAct } from './ahead.ts';
import { forgetWhole } from './lacking.ts';

/** The audience of a part that nobody had here before. */
async function writeAudience({ db, state }: Work, id: number): Promise<void> {
  const marking = state.freshAudiences.get(id);
  if (!marking) return;
  const { level, to } = marking;
  await db
    .insertInto('audiences')
    .values({ id, key: audienceOf(marking), level, released_to: to })
    .execute();
  state.freshAudiences.delete(id);
}

/** Adds what came of an act that lacks a part, and says whether any did. */
export async function fillIn(work: Work, { act, signed }: HeldAct): Promise<boolean> {
  const { db, state } = work;
  const { header, id } = act;
  const { rows: known } = await sql<{ part: number }>`
    select part from act_parts where act = ${id}`.execute(db);
  const fresh = signed.parts.flatMap((part, at) =>
    part && !known.some((one) => one.part === at) ? [{ part, at }] : [],
  );
  if (fresh.length === 0) return false;
  for (const { part, at } of fresh) {
    const audience = audienceId(state, header.parts[at]?.marking ?? header.marking);
    await writeAudience(work, audience);
    const { salt, bytes } = part;
    await db
      .insertInto('act_parts')
      .values({ act: id, part: at, audience, salt: Buffer.from(salt), bytes: Buffer.from(bytes) })
      .execute();
  }
  const parts = signed.parts.map((part, at) => (fresh.some((one) => one.at === at) ? part : null));
  const { signature } = signed;
  await writeUses(work, [{ act, header: signed.header, parts, signature, key: null }]);
  await forgetWhole(work, [id]);
  return true;
}

/** Makes the rows anew that follow from acts which were filled in: of each area once. */
export async function rebuildFilled(work: Work, ids: readonly ActId[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ type: string }>`
    select distinct acts.type from acts join admissions on admissions.act = acts.id
    where acts.id = any(${[...ids]}::text[])`.execute(work.db);
  const areas = new Map(rows.map(({ type }) => [work.catalog.find(type)?.area, type]));
  for (const type of areas.values()) await rebuildArea(work, type);
}
