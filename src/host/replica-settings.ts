/** The replica that questions are read from, as the node is set up. */
import { settingsOf } from '../store/connection.ts';
import type { ReplicaSettings, ReplicaState } from '../store/replica.ts';
import type { Config } from './config.ts';
import { createLog } from './log.ts';

/** A replica that comes or goes is worth a line, whoever looks at the log. */
export function replicaOf({ replicaUrl, replicaLagSeconds, logLevel }: Config): {
  replica?: ReplicaSettings;
} {
  if (replicaUrl === null) return {};
  const log = createLog(logLevel);
  const report = (replica: ReplicaState): void => {
    if (replica === 'serving') log.info({ replica }, 'questions are read from the replica');
    else log.warn({ replica }, 'questions are read from the primary');
  };
  return {
    replica: { connection: settingsOf(replicaUrl), lagSecondsMax: replicaLagSeconds, report },
  };
}
