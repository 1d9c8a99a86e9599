/** The text of a table that may be packed with gzip, within bounds. */
import { gunzipSync } from 'node:zlib';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { FORM_RULE, ROLL_CALLS_BYTES_MAX, SIZE_RULE } from './roll-calls.ts';

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const tooLarge = (): Refusal =>
  refuse(
    SIZE_RULE,
    said('The table is larger than {$rollCallsBytesMax} bytes.', {
      rollCallsBytesMax: ROLL_CALLS_BYTES_MAX,
    }),
    {
      remedy: said('Import it in parts: what is on record already is left as it is.'),
    },
  );

/** Bytes of the table itself. A packed one that grows beyond the bound is not unpacked further. */
export function unpacked(bytes: Uint8Array): Uint8Array | Refusal {
  if (!isPacked(bytes)) return bytes.byteLength > ROLL_CALLS_BYTES_MAX ? tooLarge() : bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: ROLL_CALLS_BYTES_MAX });
  } catch (error) {
    if (error instanceof RangeError) return tooLarge();
    return refuse(FORM_RULE, said('A table is packed with gzip, and damaged or cut off.'), {
      remedy: said('Fetch it again from where it comes.'),
    });
  }
}
