/** How the embedded server is set: for one node on a small machine, durable, off the network. */

export interface Purpose {
  /** Whether a commit that was answered survives a power cut. Only tests may do without. */
  readonly durable: boolean;
}

/** PostgreSQL's settings by name. */
export function serverSettings(socketFolder: string, { durable }: Purpose): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    max_connections: durable ? '60' : '200',
    shared_buffers: durable ? '256MB' : '128MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    // A bulk import writes much at once; rare checkpoints keep it from writing pages twice.
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    // Questions are short: parallel workers cost more to start than they save on two cores, and
    // they need shared memory that containers keep small.
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    idle_in_transaction_session_timeout: '5min',
  };
}

/** The same as command-line flags. */
export function settingFlags(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
