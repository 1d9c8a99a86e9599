/**
 * Signal words by which the kind of a statement is told. Points say how much a phrase tells by
 * itself: 90 and more where it is the formula of the kind, 40 to 80 where other kinds use it too,
 * less where it only leans. Every phrase is tried on text with plain quotes and single spaces.
 */

export const READ_KINDS = [
  'reservation',
  'interpretative',
  'objection',
  'territorial',
  'withdrawal',
  'optional',
  'non-recognition',
  'notification',
  'political',
] as const;
export type ReadKind = (typeof READ_KINDS)[number];

export interface Signal {
  readonly kind: ReadKind;
  readonly points: number;
  readonly pattern: RegExp;
}

/** A signal of a kind; case does not count unless the pattern says so. */
export const signal = (kind: ReadKind, points: number, source: string): Signal => ({
  kind,
  points,
  pattern: new RegExp(source, 'i'),
});
