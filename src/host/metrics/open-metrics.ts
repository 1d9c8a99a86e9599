/**
 * Metrics by OpenTelemetry: pulled as Prometheus text, pushed by OTLP, or both. Loaded only where
 * they are on. Requests are told by the pattern of their route, acts by area: no ids, no people.
 */
import { ValueType } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { HostEnv } from '../viewer.ts';
import { PROGRAM_VERSION } from '../version.ts';
import { countingStore } from './acts-counted.ts';
import type { Metrics, Watched } from './contract.ts';
import type { MetricsAddress } from './metrics-address.ts';
import { serveMetrics } from './metrics-server.ts';
import { observeNode } from './node-gauges.ts';

export interface MetricsSettings {
  /** Null: nobody pulls. */
  readonly address: MetricsAddress | null;
  readonly token: string | null;
  /** Null: nothing is pushed. */
  readonly otlpUrl: string | null;
  /** Names of the areas by which acts are counted. */
  readonly areas: readonly string[];
  /** Hears at which port `/metrics` is answered. */
  readonly listening?: (port: number) => void;
}

/** As the semantic conventions advise for `http.server.request.duration`, in seconds. */
const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
/** Nothing is told of who sends ballots when, not even that somebody did. */
const UNTOLD = /^\/api\/ballots(\/|$)/;
const PUSH_MILLISECONDS = 60_000;
const MILLISECONDS = 1000;

function timingOf(provider: MeterProvider): MiddlewareHandler<HostEnv> {
  const meter = provider.getMeter('concord', PROGRAM_VERSION);
  const durations = meter.createHistogram('http.server.request.duration', {
    unit: 's',
    description: 'Duration of requests, by pattern of route',
    advice: { explicitBucketBoundaries: BOUNDARIES },
  });
  return async (c, next) => {
    const begun = performance.now();
    await next();
    if (UNTOLD.test(c.req.path)) return;
    const { method } = c.req;
    durations.record((performance.now() - begun) / MILLISECONDS, {
      'http.request.method': METHODS.has(method) ? method : '_OTHER',
      'http.route': routePath(c),
      'http.response.status_code': c.res.status,
    });
  };
}

function readersOf({ otlpUrl }: MetricsSettings) {
  // It never listens by itself: its text is asked for where the token is looked at.
  const pulled = new PrometheusExporter({ preventServerStart: true });
  const pushed =
    otlpUrl === null
      ? []
      : [
          new PeriodicExportingMetricReader({
            exporter: new OTLPMetricExporter({ url: otlpUrl }),
            exportIntervalMillis: PUSH_MILLISECONDS,
          }),
        ];
  return { pulled, readers: [pulled, ...pushed] };
}

/** Opens the metrics of a node. */
export function openMetrics(settings: MetricsSettings): Metrics {
  const { pulled, readers } = readersOf(settings);
  const provider = new MeterProvider({ readers });
  const meter = provider.getMeter('concord', PROGRAM_VERSION);
  const count = (name: string, unit: string, description: string) =>
    meter.createCounter(name, { unit, description, valueType: ValueType.INT });
  const acts = count('concord.acts', '{act}', 'Acts that were judged here, by area and outcome');
  const cache = count('concord.cache.lookups', '{lookup}', 'Looks into the cache of answers');
  const serializer = new PrometheusSerializer();
  const text = async (): Promise<string> =>
    serializer.serialize((await pulled.collect()).resourceMetrics);
  const areas = new Set(settings.areas);
  const stops: (() => Promise<void> | void)[] = [];
  return {
    timing: timingOf(provider),
    cacheAsked: (isHit) => cache.add(1, { hit: isHit }),
    counting: (store) => countingStore(store, acts, areas),
    begin: async (node: Watched) => {
      stops.push(observeNode(meter, node));
      const { address, token, listening } = settings;
      if (address === null) return;
      const served = await serveMetrics(address, token, text);
      stops.push(() => served.stop());
      listening?.(served.port);
    },
    stop: async () => {
      for (const stop of stops.splice(0)) await stop();
      // Whoever receives may be away; the node stops all the same.
      await provider.shutdown().catch(() => undefined);
    },
  };
}
