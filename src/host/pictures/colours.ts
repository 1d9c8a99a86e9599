/** Colours of the sheets as plain ones: tokens of the light theme, and mixtures of them. */

type Triple = readonly [number, number, number];

const HEX = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;

function channels(colour: string): Triple | null {
  const digits = HEX.exec(colour.trim())?.[1];
  if (digits === undefined) return null;
  const size = digits.length / 3;
  const at = (index: number): number => {
    const part = digits.slice(index * size, (index + 1) * size);
    return Number.parseInt(size === 1 ? part + part : part, 16) / 255;
  };
  return [at(0), at(1), at(2)];
}

const toLinear = (value: number): number =>
  value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const fromLinear = (value: number): number =>
  value <= 0.003_130_8 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

const times = (rows: readonly Triple[], [a, b, c]: Triple): Triple => {
  const [x = 0, y = 0, z = 0] = rows.map(([p, q, r]) => p * a + q * b + r * c);
  return [x, y, z];
};

/** Matrices of Oklab: B. Ottosson, A perceptual color space for image processing (2020). */
const TO_CONES: readonly Triple[] = [
  [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
  [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
  [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
];
const FROM_CONES: readonly Triple[] = [
  [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
  [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
  [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701],
];

/**
 * A mixture in Oklab. What is mixed there is linear in the cube roots of the cones' answers, so
 * that the step to lightness and hue and back again can be left out.
 */
export function mixed(one: string, share: number, other: string): string | null {
  const [a, b] = [channels(one), channels(other)];
  if (a === null || b === null) return null;
  const cones = [a, b].map(([r, g, bl]) =>
    times(TO_CONES, [toLinear(r), toLinear(g), toLinear(bl)]).map(Math.cbrt),
  );
  const at = (index: number): number =>
    ((cones[0]?.[index] ?? 0) * share + (cones[1]?.[index] ?? 0) * (1 - share)) ** 3;
  const linear = times(FROM_CONES, [at(0), at(1), at(2)]);
  const digits = linear.map((value) => {
    const byte = Math.round(255 * Math.min(1, Math.max(0, fromLinear(value))));
    return byte.toString(16).padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

const VARIABLE = /var\((--[\w-]+)\)/g;
const MIXTURE = /^color-mix\(in oklab, ?(#[0-9a-f]+) ([\d.]+)%, ?(#[0-9a-f]+)\)$/i;

/** Tokens name others, in a few steps at most. */
const STEPS_MAX = 4;

function withoutTokens(value: string, tokens: ReadonlyMap<string, string>): string | null {
  let filled = value;
  for (let step = 0; step < STEPS_MAX && filled.includes('var('); step += 1) {
    filled = filled.replaceAll(VARIABLE, (whole, name: string) => tokens.get(name) ?? whole);
  }
  return filled.includes('var(') ? null : filled;
}

/** A value without tokens; null where one is unknown, or the mixture is of another kind. */
export function plainValue(value: string, tokens: ReadonlyMap<string, string>): string | null {
  const filled = withoutTokens(value, tokens);
  if (filled === null) return null;
  if (!filled.startsWith('color-mix')) return filled;
  const [, one = '', percent = '', other = ''] = MIXTURE.exec(filled) ?? [];
  return mixed(one, Number(percent) / 100, other);
}
