/** What of an answer is refused before its body is read. */
import type { IncomingMessage } from 'node:http';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import type { Bounds } from './request-bounds.ts';
import { BOUNDS_RULE, REDIRECT_RULE, UNREACHABLE_RULE } from './rules.ts';

/** Why an answer is not read on, or null. */
export function answerFault(response: IncomingMessage, bounds: Bounds): Refusal | null {
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400 && status !== 304) {
    return refuse(REDIRECT_RULE, said('The node sends on to another address.'), {
      remedy: said('Follow the node at the address where it answers.'),
    });
  }
  // A few bytes can unpack to any number of them, so nothing is unpacked.
  const encoding = response.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    return refuse(UNREACHABLE_RULE, said('The answer is packed, though that was not asked for.'));
  }
  const length = Number(response.headers['content-length'] ?? 0);
  return length <= bounds.bodyBytesMax
    ? null
    : refuse(
        BOUNDS_RULE,
        said('The answer is larger than {$bodyBytesMax} bytes.', {
          bodyBytesMax: bounds.bodyBytesMax,
        }),
      );
}
