/** What is asked of whoever practises, and why a practice may not be had. */
import { rule } from '../../kernel/law.ts';

export const PRACTICE_RULE = rule(
  'host.practice',
  'docs/decisions/0037',
  'A practice has a record of its own, beside that of the node, and is thrown away whole.',
);
/** All that one practice may hold: the script has fewer than two hundred acts. */
export const PRACTICE_ROOM_RULE = rule(
  'host.practice-room',
  'docs/decisions/0037',
  'A practice holds so many acts, and documents of so many bytes, and no more.',
);

/** So many practices are kept at once. */
export const PRACTICES_MAX = 8;
export const ACTS_MAX = 1500;
export const DOCUMENTS_BYTES_MAX = 8 * 1024 * 1024;
const MINUTE_MILLISECONDS = 60_000;
/** One that nobody used for so long is closed, and opened again when it is asked for. */
export const IDLE_MILLISECONDS = 15 * MINUTE_MILLISECONDS;
/** One that nobody used for so long is thrown away. */
export const UNUSED_MILLISECONDS = 7 * 24 * 60 * MINUTE_MILLISECONDS;
/** What is being made for longer was cut short. */
export const MAKING_MILLISECONDS = 10 * MINUTE_MILLISECONDS;
export const LOOK_MILLISECONDS = MINUTE_MILLISECONDS;
