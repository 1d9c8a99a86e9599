/** Chance from a seed: the same seed, the same chances, on every machine. */

const UINT32 = 2 ** 32;

/** Spreads a number over 32 bits (Chris Wellons, "lowbias32"). */
function spread(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export class Random {
  #state: [number, number, number, number];

  constructor(seed: number) {
    this.#state = [spread(seed), spread(seed + 1), spread(seed ^ 0x5bd1e995), 1];
    for (let turn = 0; turn < 12; turn++) this.bits();
  }

  /** 32 bits; the generator is sfc32 of PractRand. */
  bits(): number {
    const [a, b, c, count] = this.#state;
    const out = (a + b + count) >>> 0;
    const turned = ((c << 21) | (c >>> 11)) >>> 0;
    this.#state = [b ^ (b >>> 9), (c + (c << 3)) | 0, (turned + out) | 0, (count + 1) | 0];
    return out;
  }

  /** A whole number from 0 up to, not including, the bound. */
  below(bound: number): number {
    return Math.floor((this.bits() / UINT32) * bound);
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in that share of cases. */
  chance(share: number): boolean {
    return this.bits() / UINT32 < share;
  }

  /** One of them; throws where there is none. */
  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('nothing to choose from');
    return value;
  }

  /** Some of them, each in that share of cases, in their order. */
  some<Value>(values: readonly Value[], share: number): Value[] {
    return values.filter(() => this.chance(share));
  }

  shuffled<Value>(values: readonly Value[]): Value[] {
    const all = [...values];
    for (let at = all.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      const [one, two] = [all[at], all[other]];
      if (one !== undefined && two !== undefined) [all[at], all[other]] = [two, one];
    }
    return all;
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.below(256));
  }
}
