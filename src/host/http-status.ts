/** The one place where a refusal becomes an HTTP status, and a problem for machines (RFC 9457). */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { own } from '../kernel/own.ts';
import type { Refusal } from '../kernel/refusal.ts';

const STATUS_BY_RULE: Readonly<Record<string, ContentfulStatusCode>> = {
  'host.input': 400,
  'status-table.form': 400,
  'status-table.columns': 400,
  'status-table.size': 413,
  'roll-calls.form': 400,
  'roll-calls.columns': 400,
  'roll-calls.size': 413,
  'agreements.reading-size': 413,
  'host.body': 400,
  'host.account': 400,
  'host.date': 400,
  'host.format': 406,
  'host.ballot-unnamed': 400,
  'host.size': 413,
  'host.unknown': 404,
  'host.method': 405,
  'host.sign-in': 401,
  'host.credentials': 401,
  'host.acts-for': 403,
  'host.origin': 403,
  'host.first-link': 410,
  'host.invitation': 410,
  'host.office': 400,
  'host.administrator': 403,
  'host.last-administrator': 409,
  'host.rate': 429,
  'host.live': 400,
  'host.headers': 431,
  'host.incident': 500,
  'host.room': 507,
  'host.database': 503,
  'question.input': 400,
  'attachments.empty': 400,
  'attachments.size': 413,
  'attachments.type': 415,
  'attachments.room': 507,
  'record.file-size': 413,
  'taxii.accept': 406,
  'taxii.content-type': 415,
  'taxii.filter': 400,
  'taxii.page': 400,
  'taxii.envelope': 400,
  'taxii.pull': 502,
  'taxii.unknown': 404,
  'taxii.may-not-write': 403,
  'act.bytes': 400,
  'act.type': 400,
  'act.payload': 400,
  'act.text': 400,
  'act.network': 400,
  'act.signature': 400,
  'stream.continues': 409,
  'stream.once': 409,
  'register.positions': 409,
  'peer.request': 401,
  'peer.known': 403,
  'peer.frame': 400,
  'peer.seal': 400,
  'peer.address': 400,
  'peer.statement': 502,
  'peer.reached': 502,
  'peer.bounds': 502,
  'peer.no-redirect': 502,
  'peer.public': 403,
  'peer.pinned': 409,
};

/** What the last word of a rule's id says of any area's refusal. */
const STATUS_BY_ENDING: readonly (readonly [RegExp, ContentfulStatusCode])[] = [
  [/^authority\./, 403],
  [/[.-](known|unknown|exists|not-found|known-actor|unknown-actor)$/, 404],
];

/** A rule of law that says no is none of HTTP's errors: the request was understood. */
const STATUS_OF_LAW: ContentfulStatusCode = 422;

/** What was asked for: an address that should name something, or an act that law judges. */
export type Wanted = 'answer' | 'act';

/**
 * The HTTP status of a refusal. An act that names something unknown was sent to an address that
 * there is, so that is no 404.
 */
export function statusOf(refusal: Refusal, wanted: Wanted = 'answer'): ContentfulStatusCode {
  const { id } = refusal.rule;
  const exact = own(STATUS_BY_RULE, id);
  if (exact !== undefined) return exact;
  const status = STATUS_BY_ENDING.find(([pattern]) => pattern.test(id))?.[1] ?? STATUS_OF_LAW;
  return status === 404 && wanted === 'act' ? STATUS_OF_LAW : status;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: ContentfulStatusCode;
  readonly detail: string;
  readonly rule: string;
  readonly citation: string;
  readonly reason: string;
  readonly remedy?: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A refusal as a problem: RFC 9457's members, and the rule, citation, reason and remedy. */
export function problemOf(refusal: Refusal, wanted: Wanted = 'answer'): Problem {
  return {
    type: `urn:concord:rule:${refusal.rule.id}`,
    title: refusal.rule.text,
    status: statusOf(refusal, wanted),
    detail: refusal.reason,
    rule: refusal.rule.id,
    citation: refusal.rule.citation,
    reason: refusal.reason,
    ...(refusal.remedy === undefined ? {} : { remedy: refusal.remedy }),
    values: refusal.values,
  };
}

/** A refusal as a response for machines. */
export function problemResponse(refusal: Refusal, headers: Record<string, string> = {}): Response {
  const problem = problemOf(refusal);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
