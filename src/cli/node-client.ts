/** Speaks to a node over HTTP, and tells a refusal from a failure. */
import { z } from 'zod';

export const DEFAULT_URL = 'http://127.0.0.1:8400';
const ANSWER_MILLISECONDS_MAX = 120_000;
/** A node that asks to wait longer is not waited for. */
const WAITED_SECONDS_MAX = 120;
const WAITS_MAX = 20;

const Problem = z.object({
  reason: z.string(),
  rule: z.string(),
  citation: z.string(),
  remedy: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The node understood and said no: exit code 1. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.reason);
    this.problem = problem;
  }
}

/** It could not be asked, or did not answer as a node does: exit code 2. */
export class Failed extends Error {}

/** What was answered, and whether as the protocol of the address has it, or as a problem. */
export interface Exchanged {
  readonly body: string;
  readonly isMessage: boolean;
}

export interface NodeClient {
  /** The body of an answer, as text. Throws Refused or Failed. */
  get(path: string): Promise<string>;
  /** The body of an answer, as bytes. Throws Refused or Failed. */
  getBytes(path: string): Promise<Uint8Array>;
  /** Sends JSON, or a body of another type; the answer's body as text. Throws Refused or Failed. */
  post(path: string, body: string | Uint8Array, contentType?: string): Promise<string>;
  /** Sends a message of a protocol of its own, whose errors are messages, too. Throws Failed. */
  exchange(path: string, body: string, headers: Record<string, string>): Promise<Exchanged>;
}

export interface ClientSettings {
  readonly url: string;
  readonly token: string | null;
  readonly fetch: typeof fetch;
  /** Waits; tests do not. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return typeof cause === 'object' && cause !== null && 'code' in cause
    ? String(cause.code)
    : error.message;
}

function problemIn(body: string): Problem | null {
  try {
    return Problem.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

/** How long the node asks to wait before the next request; null where it asks for nothing. */
function secondsToWait(response: Response): number | null {
  const asked = Number(response.headers.get('retry-after') ?? Number.NaN);
  return response.status === 429 && asked > 0 && asked <= WAITED_SECONDS_MAX ? asked : null;
}

async function ask(settings: ClientSettings, path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  if (!headers.has('accept')) headers.set('accept', 'application/json');
  if (settings.token !== null) headers.set('authorization', `Bearer ${settings.token}`);
  const signal = AbortSignal.timeout(ANSWER_MILLISECONDS_MAX);
  const where = new URL(path, settings.url);
  return settings
    .fetch(where, { ...init, headers, signal, redirect: 'error' })
    .catch((error: unknown) => {
      throw new Failed(
        `The node at ${settings.url} does not answer (${causeOf(error)}). ` +
          'Start one with npm start, or name another with CONCORD_URL.',
      );
    });
}

/** Asks, waiting as long as the node asks for. */
async function askInTurn(settings: ClientSettings, path: string, init: RequestInit) {
  let response = await ask(settings, path, init);
  for (let waits = 0; waits < WAITS_MAX; waits++) {
    const seconds = secondsToWait(response);
    if (seconds === null) break;
    await settings.wait(seconds * 1000);
    response = await ask(settings, path, init);
  }
  return response;
}

async function send(settings: ClientSettings, path: string, init: RequestInit): Promise<Response> {
  const response = await askInTurn(settings, path, init);
  if (response.ok) return response;
  const problem = problemIn(await response.text());
  if (problem) throw new Refused(problem);
  throw new Failed(`${settings.url} answered ${response.status}, and not as a node does.`);
}

/** A client for the node at the address. */
export function createClient(settings: ClientSettings): NodeClient {
  return {
    get: async (path) => (await send(settings, path, { method: 'GET' })).text(),
    getBytes: async (path) => {
      const response = await send(settings, path, { method: 'GET' });
      return new Uint8Array(await response.arrayBuffer());
    },
    post: async (path, body, contentType = 'application/json') => {
      const response = await send(settings, path, {
        method: 'POST',
        // Bytes of a file are of a plain buffer, which the standard's type asks for.
        body: body as string | Uint8Array<ArrayBuffer>,
        headers: { 'content-type': contentType },
      });
      return response.text();
    },
    exchange: async (path, body, given) => {
      const headers = { 'content-type': 'application/json', ...given };
      const response = await askInTurn(settings, path, { method: 'POST', body, headers });
      const answered = await response.text();
      const problem = response.ok ? null : problemIn(answered);
      return problem === null
        ? { body: answered, isMessage: true }
        : { body: problem.reason, isMessage: false };
    },
  };
}
