/** What became of objects that were sent: the status resource, section 4.3.1. */

export interface Sent {
  readonly id: string;
  readonly version: string;
}

export interface Failure extends Sent {
  readonly message: string;
}

export interface Outcome {
  readonly successes: readonly Sent[];
  readonly failures: readonly Failure[];
}

/** The status of a request that was dealt with when it was answered. */
export function statusText(
  id: string,
  requestedAt: string,
  { successes, failures }: Outcome,
): string {
  return JSON.stringify({
    id,
    status: 'complete',
    request_timestamp: requestedAt,
    total_count: successes.length + failures.length,
    success_count: successes.length,
    ...(successes.length > 0 ? { successes } : {}),
    failure_count: failures.length,
    ...(failures.length > 0 ? { failures } : {}),
    pending_count: 0,
  });
}
