/** An exact quantity: an integer, or a decimal or fraction as text (`58.82`, `2/3`). */
export type Quantity = number | string;

/**
 * Where a quantity is drawn. Pictures may round; what is said in words keeps the exact text.
 * @returns NaN where the text is no quantity.
 */
export function drawnAt(quantity: Quantity): number {
  if (typeof quantity === 'number') return quantity;
  const [above = '', below] = quantity.split('/');
  if (above.trim() === '') return Number.NaN;
  return below === undefined ? Number(above) : Number(above) / Number(below);
}

/** A share of a length as an SVG percentage, within the length and to a tenth of a percent. */
export function percentOf(part: number, whole: number): string {
  if (!Number.isFinite(part) || !Number.isFinite(whole) || whole <= 0) return '0%';
  const share = Math.min(1, Math.max(0, part / whole));
  return `${Math.round(share * 1000) / 10}%`;
}
