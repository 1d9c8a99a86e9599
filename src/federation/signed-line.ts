/** The line to one node: requests signed where they are to be, with a number that it gave. */
import { z } from 'zod';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import type { Answer, Requester } from './guarded-request.ts';
import type { Bounds } from './request-bounds.ts';
import { UNREACHABLE_RULE } from './rules.ts';
import { type Audience, type Signer, NONCE_HEADER, authorizationFor } from './signed-request.ts';

/** Numbers that are kept for later requests: as many as may be on their way at once. */
const NONCES_KEPT_MAX = 8;
const NONCE_PATH = '/federation/nonce';

export interface LineSettings {
  readonly requester: Requester;
  /** The address of the node, without a slash at the end. */
  readonly address: string;
  readonly audience: Audience;
  /** Absent: nothing is signed, and what is clear is all that is answered. */
  readonly signer?: Signer;
  /** Gives up whatever is asked over the line. */
  readonly signal?: AbortSignal;
}

export interface LineAsked {
  readonly method: 'GET' | 'POST';
  /** Path and query below the address. */
  readonly path: string;
  readonly body?: Uint8Array;
  readonly type?: string;
  readonly bounds?: Partial<Bounds>;
  readonly isSigned: boolean;
  readonly onBytes?: (bytes: Uint8Array) => void;
  readonly signal?: AbortSignal;
}

const NOTHING = new Uint8Array();

export class SignedLine {
  readonly settings: LineSettings;
  readonly #nonces: string[] = [];

  constructor(settings: LineSettings) {
    this.settings = settings;
  }

  /** The answer where it is 2xx; else a refusal. */
  async ask(asked: LineAsked): Promise<Answer | Refusal> {
    const { signer } = this.settings;
    if (!asked.isSigned || !signer) return this.#judged(await this.#send(asked, null));
    // The number may have become old since; then the answer brings another, and is asked for again.
    for (const isLast of [false, true]) {
      const nonce = await this.#nonce();
      if (isRefusal(nonce)) return nonce;
      const answer = await this.#send(asked, { signer, nonce });
      if (isRefusal(answer) || answer.status !== 401 || isLast) return this.#judged(answer);
    }
    return refuse(UNREACHABLE_RULE, said('The node takes no signature.'));
  }

  /** The answer as JSON of a form. */
  async askJson<Schema extends z.ZodType>(
    asked: LineAsked,
    schema: Schema,
  ): Promise<z.infer<Schema> | Refusal> {
    const answer = await this.ask(asked);
    if (isRefusal(answer)) return answer;
    const read = schema.safeParse(parsed(answer.body));
    return read.success
      ? read.data
      : refuse(
          UNREACHABLE_RULE,
          said('The answer to {$path} is not of the form that it has.', { path: asked.path }),
        );
  }

  async #nonce(): Promise<string | Refusal> {
    const kept = this.#nonces.shift();
    if (kept !== undefined) return kept;
    const answer = await this.#send({ method: 'GET', path: NONCE_PATH, isSigned: false }, null);
    if (isRefusal(answer)) return answer;
    return (
      this.#nonces.shift() ?? refuse(UNREACHABLE_RULE, said('The node gave no number to sign.'))
    );
  }

  async #send(
    asked: LineAsked,
    signing: { signer: Signer; nonce: string } | null,
  ): Promise<Answer | Refusal> {
    const { requester, address, audience } = this.settings;
    const { method, path, body, type } = asked;
    const url = `${address}${path}`;
    const { pathname, search } = new URL(url);
    const line = { method, target: `${pathname}${search}`, body: body ?? NOTHING };
    const authorization =
      signing && (await authorizationFor(line, signing.signer, audience, signing.nonce));
    const answer = await requester.ask({
      method,
      url,
      headers: {
        ...(type === undefined ? {} : { 'content-type': type }),
        ...(authorization === null ? {} : { authorization }),
      },
      ...(body ? { body } : {}),
      ...this.#waysOf(asked),
    });
    if (!isRefusal(answer)) this.#keepNonce(answer);
    return answer;
  }

  /** How far a request may go, and who may end it. */
  #waysOf({ bounds, onBytes, signal = this.settings.signal }: LineAsked) {
    return {
      ...(bounds ? { bounds } : {}),
      ...(onBytes ? { onBytes } : {}),
      ...(signal ? { signal } : {}),
    };
  }

  #keepNonce({ headers }: Answer): void {
    const given = headers[NONCE_HEADER];
    if (typeof given !== 'string' || this.#nonces.length >= NONCES_KEPT_MAX) return;
    this.#nonces.push(given);
  }

  #judged(answer: Answer | Refusal): Answer | Refusal {
    if (isRefusal(answer) || (answer.status >= 200 && answer.status < 300)) return answer;
    const rule = ruleIn(answer.body);
    return refuse(
      UNREACHABLE_RULE,
      rule === null
        ? said('The node answered {$status}.', { status: answer.status })
        : said('The node answered {$status} under {$rule}.', { status: answer.status, rule }),
      {
        values: { status: String(answer.status), rule: rule ?? '' },
      },
    );
  }
}

/** The name of the rule that a node says it refused under, and nothing else of its words. */
function ruleIn(body: Uint8Array): string | null {
  const read = z.object({ rule: z.string().regex(/^[a-z][a-z.-]{1,60}$/) }).safeParse(parsed(body));
  return read.success ? read.data.rule : null;
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
