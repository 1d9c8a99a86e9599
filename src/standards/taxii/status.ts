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
  /** What another node still has to decide on. */
  readonly pendings: readonly Sent[];
}

/** The status of a request: complete, unless something waits for another node. */
export function statusText(
  id: string,
  requestedAt: string,
  { successes, failures, pendings }: Outcome,
): string {
  return JSON.stringify({
    id,
    status: pendings.length === 0 ? 'complete' : 'pending',
    request_timestamp: requestedAt,
    total_count: successes.length + failures.length + pendings.length,
    success_count: successes.length,
    ...(successes.length > 0 ? { successes } : {}),
    failure_count: failures.length,
    ...(failures.length > 0 ? { failures } : {}),
    pending_count: pendings.length,
    ...(pendings.length > 0 ? { pendings } : {}),
  });
}
