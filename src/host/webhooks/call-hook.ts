/** Calls a webhook: that something is due, with a link, and never a word of what it is about. */
import { isRefusal } from '../../kernel/refusal.ts';
import type { Requester } from '../../federation/guarded-request.ts';
import type { Hook, Telling } from './telling-tables.ts';
import { SIGNATURE_HEADER, signatureOf } from './signature.ts';

const ANSWER_BYTES_MAX = 16 * 1024;
const TOTAL_MILLISECONDS = 20_000;
/** Whoever answers so wants nothing more. RFC 9110, section 15.5.11. */
const GONE = 410;

export interface Called {
  readonly requester: Requester;
  readonly origin: string;
  readonly now: Date;
}

/** What is sent: the same few members whatever the notice, so that nothing shows by what lacks. */
export function bodyOf(telling: Pick<Telling, 'notice' | 'office' | 'dueAt'>, origin: string) {
  const { notice, office, dueAt } = telling;
  return JSON.stringify({
    event: 'notices.overdue',
    office,
    dueAt,
    link: `${origin}/acts/${notice}`,
  });
}

/** What was wrong with a call, and whether it is worth trying again. */
export interface CallFault {
  readonly fault: string;
  readonly isFinal: boolean;
}

export interface Call {
  readonly url: string;
  readonly secret: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a body, signed; null where it was taken. */
export async function sendSigned(
  { url, secret, body, headers = {} }: Call,
  { requester, now }: Pick<Called, 'requester' | 'now'>,
): Promise<CallFault | null> {
  const second = Math.floor(now.getTime() / 1000);
  const answer = await requester.ask({
    method: 'POST',
    url,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'user-agent': 'Concord',
      [SIGNATURE_HEADER]: signatureOf(secret, second, body),
    },
    body: Buffer.from(body),
    bounds: {
      bodyBytesMax: ANSWER_BYTES_MAX,
      totalMilliseconds: TOTAL_MILLISECONDS,
      bytesPerSecondMin: 0,
    },
  });
  if (isRefusal(answer)) return { fault: `${answer.rule.id}: ${answer.reason}`, isFinal: false };
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  return { fault: `answered ${status}`, isFinal: status === GONE };
}

/** Calls the hook; null where it took the call, else what was wrong and whether to try again. */
export const callHook = (
  { url, secret }: Hook & { readonly secret: string },
  telling: Telling,
  called: Called,
): Promise<CallFault | null> =>
  sendSigned({ url, secret, body: bodyOf(telling, called.origin) }, called);
