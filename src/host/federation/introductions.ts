/**
 * Nodes that ask to be known. Whoever follows this node introduces itself by its signed statement;
 * an administrator compares the fingerprint and confirms, and only then is its key on record here
 * and what is marked given to it. Nothing is asked of the address that it names before that.
 */
import { z } from 'zod';
import { nodeAddress } from '../../federation/did-web.ts';
import { readBrought } from '../../federation/node-statement.ts';
import { fingerprintOf } from '../../federation/pinned-node.ts';
import { PINNED_RULE } from '../../federation/rules.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { faultText } from '../faults.ts';
import { INPUT_RULE, SIZE_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import type { FederationRoom } from './federation-room.ts';
import { FEDERATION_SCHEMA } from './federation-tables.ts';
import { followNode, plain, registerKey } from './follow.ts';

/** Nodes that wait for an answer, or were declined lately. */
export const INTRODUCTIONS_MAX = 100;
/** After so long an introduction is forgotten, whatever was answered. */
export const INTRODUCTION_DAYS = 30;
const TABLE = `${FEDERATION_SCHEMA}.introduced`;

export interface Introduction {
  readonly operator: string;
  readonly address: string;
  readonly key: string;
  readonly publicKey: string;
  readonly introducedAt: Date;
}

/** Nodes that wait to be known, the first first. */
export async function introductionsIn({ pool }: FederationRoom): Promise<Introduction[]> {
  const { rows } = await pool.query<Introduction>(
    `select operator, address, key, public_key as "publicKey", introduced_at as "introducedAt"
     from ${TABLE} where declined_at is null
       and introduced_at > now() - $1 * interval '1 day'
     order by introduced_at, operator`,
    [INTRODUCTION_DAYS],
  );
  return rows;
}

/** Takes the statement that a node brought; the refusal where it cannot be taken. */
export async function introduced(room: FederationRoom, bytes: Uint8Array): Promise<Refusal | null> {
  const statement = readBrought(bytes, room.store.network);
  if (isRefusal(statement)) return refuse(INPUT_RULE, statement.said.reason);
  const { operator, key, publicKey } = statement;
  const address = nodeAddress(statement.address, room.addresses);
  if (isRefusal(address)) return refuse(INPUT_RULE, address.said.reason);
  if (operator === room.operator || (await room.isKeyOf(operator, publicKey))) return null;
  await room.pool.query(
    `delete from ${TABLE} where introduced_at < now() - $1 * interval '1 day'`,
    [INTRODUCTION_DAYS],
  );
  const put = await room.pool.query(
    `insert into ${TABLE} (operator, public_key, key, address)
     select $1, $2, $3, $4
     where (select count(*) from ${TABLE}) < $5
       or exists (select from ${TABLE} where operator = $1 and public_key = $2)
     on conflict (operator, public_key) do update set address = excluded.address`,
    [operator, publicKey, key, address, INTRODUCTIONS_MAX],
  );
  if (put.rowCount === 1) return null;
  return refuse(SIZE_RULE, said('As many nodes as may wait here to be known do so already.'), {
    remedy: said('Ask the operator of this node to answer those that wait.'),
  });
}

/** Whose introduction is answered, and how. */
export const AnswerAsked = z.strictObject({
  operator: z.string().min(1).max(63),
  fingerprint: z.string().max(120).describe('The fingerprint that its operator told you'),
  confirm: z.boolean().describe('Whether it is the operator’s; false: it is declined'),
});

export interface Answered {
  readonly operator: string;
  readonly known: boolean;
  /** Whether this node follows it now in turn. */
  readonly followed: boolean;
}

/** Confirms or declines an introduction. */
export async function answerIntroduction(
  room: FederationRoom,
  given: unknown,
  person: string,
): Promise<Answered | Refusal> {
  const asked = AnswerAsked.safeParse(given);
  if (!asked.success)
    return refuse(INPUT_RULE, said('{$fault}.', { fault: faultText(asked.error) }));
  const { operator, fingerprint, confirm } = asked.data;
  const theirs = (await introductionsIn(room)).filter((one) => one.operator === operator);
  if (theirs.length === 0)
    return refuse(UNKNOWN_RULE, said('No node of {$operator} waits here.', { operator }));
  const found = theirs.find(
    ({ publicKey }) => plain(fingerprintOf(publicKey)) === plain(fingerprint),
  );
  if (!found) {
    return refuse(PINNED_RULE, said('No node of that operator waits here with that fingerprint.'), {
      remedy: said('Compare it with the operator again, by telephone or in person.'),
    });
  }
  const { publicKey, address } = found;
  if (!confirm) {
    await room.pool.query(
      `update ${TABLE} set declined_at = now() where operator = $1 and public_key = $2`,
      [operator, publicKey],
    );
    return { operator, known: false, followed: false };
  }
  const fault = await registerKey(room, found);
  if (fault) return fault;
  await room.pool.query(`delete from ${TABLE} where operator = $1`, [operator]);
  // It may stand where no line leads from here; it is known all the same.
  const followed = await followNode(room, { address, fingerprint }, person);
  return { operator, known: true, followed: !isRefusal(followed) };
}
