/** The metrics of a node as it is set up; where they are off, not even their libraries are read. */
import type { Config } from '../config.ts';
import { createLog } from '../log.ts';
import type { Area } from '../../kernel/define-area.ts';
import { keysArea } from '../../store/keys-area.ts';
import { mandatesArea } from '../../store/mandates-area.ts';
import { registersArea } from '../../store/registers-area.ts';
import { streamsArea } from '../../store/streams-area.ts';
import type { Metrics } from './contract.ts';

/** Opens metrics; null where nobody asks for any. */
export async function openNodeMetrics(
  { metrics, logLevel }: Pick<Config, 'metrics' | 'logLevel'>,
  practices: readonly Area[],
): Promise<Metrics | null> {
  const { address, otlpUrl } = metrics;
  if (address === null && otlpUrl === null) return null;
  const { openMetrics } = await import('./open-metrics.ts');
  const known = [...practices, keysArea, mandatesArea, registersArea, streamsArea];
  const areas = known.map(({ name }) => name);
  const log = createLog(logLevel);
  const listening = (port: number): void => log.info({ port }, 'metrics are answered');
  return openMetrics({ ...metrics, areas, listening });
}
