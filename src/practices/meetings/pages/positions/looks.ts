/** How a stance is told: by its sign and its edge before its colour. */
import type { MatrixLook } from '../../../../ui/matrix/matrix.tsx';
import type { Stance } from '../../payloads/position.ts';

/** In the order of the legend. */
export const STANCE_LOOKS: readonly (readonly [Stance, string, MatrixLook])[] = [
  ['red-line', '×', 'solid'],
  ['opposed', '–', 'warm'],
  ['flexible', '≈', 'hatched'],
  ['favours', '+', 'cool'],
  ['silent', '·', 'plain'],
];
