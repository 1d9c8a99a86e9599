/** How a node stands, as its operators look at it: numbers and ages, nothing of what acts say. */

/** Work of one kind in the table of jobs. */
export interface JobsOfKind {
  readonly kind: string;
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  /** How long the oldest that is due has waited. */
  readonly oldestSeconds: number;
}

/** A job that runs, waits, or was given up; its payload stays where it is. */
export interface JobListed {
  readonly id: number;
  readonly kind: string;
  readonly state: 'running' | 'waiting' | 'failed';
  readonly attempts: number;
  readonly at: Date;
  readonly fault: string | null;
}

/** Letters or calls that wait, and that were given up lately. */
export interface Deliveries {
  readonly waiting: number;
  readonly failed: number;
  readonly oldestSeconds: number;
}

export interface LogState {
  /** Acts that are not yet leaves. */
  readonly queued: number;
  readonly size: number;
  readonly signedAt: Date | null;
}

export interface DatabaseState {
  readonly sizeBytes: number;
  readonly connections: number;
  readonly connectionsMax: number;
  readonly version: string;
}

export interface DiskState {
  readonly folder: string;
  readonly freeBytes: number;
  readonly sizeBytes: number;
}

/** What the last backup left behind beside the keys. */
export interface BackupDone {
  readonly at: string;
  readonly file: string;
  readonly sizeBytes: number;
}

/** Visits to other nodes, and what is sent to them. */
export interface Visits {
  readonly nodes: number;
  readonly failing: number;
  readonly overdueSeconds: number;
  /** Acts that wait to be sent. */
  readonly awaiting: number;
}

export interface NodeState {
  readonly at: Date;
  readonly jobs: readonly JobsOfKind[];
  readonly mail: Deliveries;
  readonly webhooks: Deliveries;
  readonly visits: Visits;
  readonly log: LogState;
  readonly database: DatabaseState;
  readonly disk: DiskState | null;
  readonly backup: BackupDone | null;
  /** Names of the migrations that the database has, in their order. */
  readonly migrations: readonly string[];
}
