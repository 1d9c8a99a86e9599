/**
 * Columns of many rows as PostgreSQL's binary arrays, each one parameter of a statement that takes
 * them apart by `unnest`. Written as JSON, every value would be escaped here, parsed there, and
 * turned from text into its type once more.
 */

/** Types of elements, by their numbers in PostgreSQL's catalogue. */
const [BYTEA, INT8, INT4, TEXT] = [17, 20, 23, 25];
/** Dimensions, whether there are nulls, type of elements, number of elements, the first index. */
const HEAD_BYTES = 5 * 4;
const LENGTH_BYTES = 4;
/** The length that says null. */
const NULL_LENGTH = -1;

interface Kind<Value> {
  readonly type: number;
  readonly sizeOf: (value: Value) => number;
  readonly write: (array: Buffer, value: Value, at: number) => void;
}

function arrayOf<Value>(
  { type, sizeOf, write }: Kind<Value>,
  values: readonly (Value | null)[],
): Buffer {
  const sizes = values.map((value) => (value === null ? NULL_LENGTH : sizeOf(value)));
  const total = sizes.reduce((sum, size) => sum + LENGTH_BYTES + Math.max(size, 0), HEAD_BYTES);
  // Every byte is written below.
  const array = Buffer.allocUnsafe(total);
  let at = 0;
  const hasNulls = sizes.includes(NULL_LENGTH) ? 1 : 0;
  for (const word of [1, hasNulls, type, values.length, 1]) at = array.writeInt32BE(word, at);
  for (const [index, size] of sizes.entries()) {
    at = array.writeInt32BE(size, at);
    const value = values[index] ?? null;
    if (value === null) continue;
    write(array, value, at);
    at += size;
  }
  return array;
}

const BYTES: Kind<Uint8Array> = {
  type: BYTEA,
  sizeOf: (value) => value.byteLength,
  write: (array, value, at) => array.set(value, at),
};
const TEXTS: Kind<string> = {
  type: TEXT,
  sizeOf: (value) => Buffer.byteLength(value),
  write: (array, value, at) => array.write(value, at),
};
const INTEGERS: Kind<number> = {
  type: INT4,
  sizeOf: () => 4,
  write: (array, value, at) => array.writeInt32BE(value, at),
};
const BIG_INTEGERS: Kind<number> = {
  type: INT8,
  sizeOf: () => 8,
  write: (array, value, at) => array.writeBigInt64BE(BigInt(value), at),
};

/** A `bytea[]`. */
export const bytesArray = (values: readonly (Uint8Array | null)[]) => arrayOf(BYTES, values);
/** A `text[]`. */
export const textArray = (values: readonly (string | null)[]) => arrayOf(TEXTS, values);
/** An `integer[]`. */
export const integerArray = (values: readonly number[]) => arrayOf(INTEGERS, values);
/** A `bigint[]`, of numbers that are whole. */
export const bigintArray = (values: readonly number[]) => arrayOf(BIG_INTEGERS, values);
