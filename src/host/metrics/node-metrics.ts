/** The metrics of a node as it is set up; where they are off, not even their libraries are read. */
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from './contract.ts';

/** Opens metrics; null where nobody asks for any. */
export async function openNodeMetrics(
  { metrics }: Pick<Config, 'metrics'>,
  areas: readonly string[],
  log: Log,
): Promise<Metrics | null> {
  const { address, otlpUrl } = metrics;
  if (address === null && otlpUrl === null) return null;
  const { openMetrics } = await import('./open-metrics.ts');
  const listening = (port: number): void => log.info({ port }, 'metrics are answered');
  return openMetrics({ ...metrics, areas, listening });
}
