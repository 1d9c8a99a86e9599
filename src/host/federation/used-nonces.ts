/** Numbers that requests of other nodes used up, for all processes of this node. */
import type pg from 'pg';
import type { UsedNonces } from '../../federation/nonces.ts';
import { FEDERATION_SCHEMA } from './federation-tables.ts';

/** After so many uses the old ones are swept. */
const USES_BETWEEN_SWEEPS = 1000;

/** Remembers in the database which numbers were used. */
export function usedInDatabase(pool: pg.Pool): UsedNonces {
  let uses = 0;
  return {
    use: async (nonce, until) => {
      uses += 1;
      if (uses % USES_BETWEEN_SWEEPS === 0) {
        await pool.query(`delete from ${FEDERATION_SCHEMA}.nonce where until < now()`);
      }
      const kept = await pool.query(
        `insert into ${FEDERATION_SCHEMA}.nonce (nonce, until) values ($1, $2)
         on conflict (nonce) do nothing`,
        [nonce, new Date(until)],
      );
      return kept.rowCount === 1;
    },
  };
}
