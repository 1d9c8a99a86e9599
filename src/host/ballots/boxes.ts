/**
 * Boxes of secret ballots until they are opened, apart from the record: one row a ballot, which is
 * written anew with each that is put in. No time, address or order is kept with any of them.
 */
import type pg from 'pg';
import type { BallotKey, BallotPlace, SecretBallot } from '../../kernel/secret-ballot.ts';
import { inTurnOn } from '../../store/in-turn.ts';
import { type BoxContent, sealBox, unsealBox } from './box-seal.ts';

export const BALLOTS_SCHEMA = 'ballots';
/** Any number that nothing else locks: two processes that start together migrate in turn. */
const MIGRATION_LOCK = 8_400_031;

const TABLES = `
  create schema if not exists ${BALLOTS_SCHEMA};
  create table if not exists ${BALLOTS_SCHEMA}.box (
    place text primary key,
    modulus text not null,
    is_sealed boolean not null default false,
    content bytea not null
  );
`;

interface BoxRow {
  readonly modulus: string;
  readonly is_sealed: boolean;
  readonly content: Buffer;
}

export interface Box extends BallotKey {
  readonly ballots: readonly SecretBallot[];
}

/** What became of a ballot: put in, in there already, its serial used before, or too late. */
export type Dropped = 'in' | 'again' | 'used' | 'sealed' | 'none';

export const placeText = ({ register, decision, ballot }: BallotPlace): string =>
  `${register} ${decision} ${ballot}`;

const bySerial = (one: SecretBallot, other: SecretBallot): number =>
  one.serial < other.serial ? -1 : 1;

export class Boxes {
  readonly #pool: pg.Pool;
  readonly #secret: string;

  constructor(pool: pg.Pool, nodeSecret: string) {
    this.#pool = pool;
    this.#secret = nodeSecret;
  }

  /** Makes the table where it is missing, one process at a time. */
  migrate(): Promise<void> {
    return inTurnOn(this.#pool, MIGRATION_LOCK, (client) => client.query(TABLES));
  }

  /** Sets an empty box out, once; a box that stands there stays. */
  async setOut(place: BallotPlace, { modulus, secret }: BallotKey): Promise<void> {
    const name = placeText(place);
    await this.#pool.query(
      `insert into ${BALLOTS_SCHEMA}.box (place, modulus, content) values ($1, $2, $3)
       on conflict do nothing`,
      [name, modulus, sealBox(this.#secret, name, { secret, ballots: [] })],
    );
  }

  /** The box as it is; null where none stands here. */
  async find(place: BallotPlace): Promise<Box | null> {
    const { rows } = await this.#pool.query<BoxRow>(
      `select modulus, is_sealed, content from ${BALLOTS_SCHEMA}.box where place = $1`,
      [placeText(place)],
    );
    const [row] = rows;
    return row === undefined ? null : { modulus: row.modulus, ...this.#contentOf(place, row) };
  }

  /** Puts a ballot in, unless its serial is in there or the box was sealed. */
  async drop(place: BallotPlace, ballot: SecretBallot): Promise<Dropped> {
    return this.#locked(place, async (row, client) => {
      if (row.is_sealed) return 'sealed';
      const { secret, ballots } = this.#contentOf(place, row);
      const before = ballots.find(({ serial }) => serial === ballot.serial);
      if (before) return before.signature === ballot.signature ? 'again' : 'used';
      const content = { secret, ballots: [...ballots, ballot].toSorted(bySerial) };
      await client.query(`update ${BALLOTS_SCHEMA}.box set content = $2 where place = $1`, [
        placeText(place),
        sealBox(this.#secret, placeText(place), content),
      ]);
      return 'in';
    });
  }

  /** From now on nothing is put in; gives what is. Null where no box stands here. */
  async seal(place: BallotPlace): Promise<readonly SecretBallot[] | null> {
    const sealed = await this.#locked(place, async (row, client) => {
      const update = `update ${BALLOTS_SCHEMA}.box set is_sealed = true where place = $1`;
      await client.query(update, [placeText(place)]);
      return this.#contentOf(place, row).ballots;
    });
    return sealed === 'none' ? null : sealed;
  }

  /** Does away with a box and its key, and with what the table still had of it. */
  async destroy(place: BallotPlace): Promise<void> {
    const name = placeText(place);
    await this.#pool.query(`delete from ${BALLOTS_SCHEMA}.box where place = $1`, [name]);
    await this.#pool.query(`vacuum ${BALLOTS_SCHEMA}.box`);
  }

  #contentOf(place: BallotPlace, { content }: BoxRow): BoxContent {
    return unsealBox(this.#secret, placeText(place), content);
  }

  async #locked<Result>(
    place: BallotPlace,
    work: (row: BoxRow, client: pg.PoolClient) => Promise<Result>,
  ): Promise<Result | 'none'> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<BoxRow>(
        `select modulus, is_sealed, content from ${BALLOTS_SCHEMA}.box
         where place = $1 for update`,
        [placeText(place)],
      );
      const result = rows[0] === undefined ? 'none' : await work(rows[0], client);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      // A connection on which something failed in the middle is not used again.
      client.release(true);
      throw error;
    }
  }
}
