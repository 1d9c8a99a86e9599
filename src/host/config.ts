/** The node's configuration: the environment, parsed once. Every setting has a default. */
import { z } from 'zod';
import { type MetricsAddress, isLoopback, readMetricsAddress } from './metrics/metrics-address.ts';
import { addressPolicy } from '../federation/address-policy.ts';

const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .default('false')
  .transform((text) => text === 'true' || text === '1');

/** The settings by name; `docs/operating.md` has one line for each. */
export const Environment = z.object({
  /** Address to listen on. Others than loopback are reachable from outside: put a proxy before. */
  CONCORD_HOST: z.string().min(1).default('127.0.0.1'),
  /** Port to listen on; where it is taken and was not asked for, the next free one is used. */
  CONCORD_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  /** Address under which readers reach the node, `https://concord.example`; default: as listening. */
  CONCORD_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** A PostgreSQL server (15 or later); absent: the embedded one. */
  DATABASE_URL: z.string().min(1).optional(),
  /** A streaming replica of that server, which questions and pages are read from; absent: none. */
  CONCORD_REPLICA_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  /** A replica that is further behind than this is not read until it has caught up. */
  CONCORD_REPLICA_LAG_SECONDS: z.coerce.number().min(0.5).max(3600).default(5),
  /** Folder of the embedded database and the node's keys; default: chosen by the runtime. */
  CONCORD_DATA: z.string().min(1).optional(),
  /** The actor that operates the node. */
  CONCORD_OPERATOR: z.string().min(1).default('concord-world'),
  /** The network that acts are signed for. */
  CONCORD_NETWORK: z.string().min(1).default('concord'),
  /** Name of the node on its pages. */
  CONCORD_NAME: z.string().min(1).max(80).default('Concord'),
  /**
   * What of the world that ships with the node is loaded: all of it; its actors alone, on a node
   * that takes its agreements from their depositaries' nodes; or nothing.
   */
  CONCORD_WORLD: z.enum(['load', 'actors', 'none']).default('load'),
  /** Whether the last address in X-Forwarded-For is the client's, as a trusted proxy writes it. */
  CONCORD_BEHIND_PROXY: flag,
  /** Bytes of rendered pages and answers that are kept in memory. */
  CONCORD_CACHE_BYTES_MAX: z.coerce
    .number()
    .int()
    .min(0)
    .default(64 * 1024 * 1024),
  /** The mail server that sends notifications, `smtp://user:password@host:587`; absent: none. */
  CONCORD_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The address from which they are sent. */
  CONCORD_MAIL_FROM: z.email().default('concord@localhost.localdomain'),
  /** Address under which other nodes reach this one, where it is not that of its readers. */
  CONCORD_ADDRESS: z.url({ protocol: /^https?$/ }).optional(),
  /** Whether the node answers other nodes and follows them. */
  CONCORD_FEDERATION: z.enum(['on', 'off']).default('on'),
  /**
   * Addresses beside public ones that the node may speak to: `refuse`, `allow`, or subnets such as
   * `10.2.0.0/16, fd00::/8`.
   */
  CONCORD_PRIVATE_PEERS: z
    .string()
    .default('refuse')
    .refine((text) => addressPolicy(text) !== null, 'neither refuse, allow, nor subnets'),
  /** The same for webhooks. */
  CONCORD_PRIVATE_WEBHOOKS: z
    .string()
    .default('refuse')
    .refine((text) => addressPolicy(text) !== null, 'neither refuse, allow, nor subnets'),
  /** Where faults of safety are told to the operator (RFC 9116). */
  CONCORD_SECURITY_CONTACT: z
    .string()
    .max(500)
    .regex(/^(?:https:\/\/|mailto:|tel:)[!-~]+$/, 'begins with neither https:, mailto: nor tel:')
    .optional(),
  /** How many nodes that are followed must have cosigned the log before it is called witnessed. */
  CONCORD_WITNESSES: z.coerce.number().int().min(0).max(64).default(0),
  /** Whether people may practise here, each on a record of its own that is thrown away. */
  CONCORD_PRACTICE: z.enum(['on', 'off']).default('on'),
  /** Port of practices; absent: the next free one after the node's own. */
  CONCORD_PRACTICE_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** Address under which readers reach practices, where a proxy stands before the node. */
  CONCORD_PRACTICE_ADDRESS: z.url({ protocol: /^https?$/ }).optional(),
  CONCORD_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  /** Where `/metrics` is answered, `[HOST:]PORT`, or `off`. */
  CONCORD_METRICS: z
    .string()
    .default('off')
    .refine(
      (text) => text === 'off' || readMetricsAddress(text) !== null,
      'neither off nor a port',
    ),
  /** What whoever asks for metrics must bring; needed where others than this machine may ask. */
  CONCORD_METRICS_TOKEN: z.string().min(16).optional(),
  /** Where metrics are sent by OTLP over HTTP; absent: nowhere. */
  CONCORD_OTLP_URL: z.url({ protocol: /^https?$/ }).optional(),
});

export const DEFAULT_PORT = 8400;

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Whether the port was asked for; then another one will not do. */
  readonly portAsked: boolean;
  readonly origin: string | null;
  readonly databaseUrl: string | null;
  readonly replicaUrl: string | null;
  readonly replicaLagSeconds: number;
  readonly dataFolder: string | null;
  readonly operator: string;
  readonly network: string;
  readonly name: string;
  readonly world: 'load' | 'actors' | 'none';
  readonly behindProxy: boolean;
  readonly cacheBytesMax: number;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Null: that of the readers. */
  readonly address: string | null;
  readonly federates: boolean;
  readonly privatePeers: string;
  readonly privateWebhooks: string;
  /** Null: nobody is named. */
  readonly securityContact: string | null;
  readonly witnessQuorum: number;
  readonly practises: boolean;
  /** Null: the next free one after the node's own. */
  readonly practicePort: number | null;
  /** Null: as listening, where no proxy stands before the node. */
  readonly practiceAddress: string | null;
  readonly metrics: {
    /** Null: nobody may pull. */
    readonly address: MetricsAddress | null;
    readonly token: string | null;
    readonly otlpUrl: string | null;
  };
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Where readers reach a node that listens on a port, without a path. */
export function originOf(config: Pick<Config, 'host' | 'origin'>, port: number): string {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return config.origin ?? `http://${host}:${port}`;
}

/** The log of a node has the name that others reach it by, or else that of its operator. */
export function logOriginOf({ origin }: Pick<Config, 'origin'>): { logOrigin?: string } {
  return origin === null ? {} : { logOrigin: `${new URL(origin).host}/log` };
}

/** Reads the configuration. Throws an Error that names each bad setting. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    throw new Error(`The configuration does not hold:\n${z.prettifyError(parsed.error)}`);
  }
  requireServer(parsed.data);
  return configOf(parsed.data);
}

type Data = z.output<typeof Environment>;

function requireServer(data: Data): void {
  if (data.CONCORD_REPLICA_URL !== undefined && data.DATABASE_URL === undefined) {
    throw new Error(
      'CONCORD_REPLICA_URL names the replica of a server: name that in DATABASE_URL.',
    );
  }
}

function metricsOf(data: Data): Config['metrics'] {
  const address = readMetricsAddress(data.CONCORD_METRICS);
  const token = data.CONCORD_METRICS_TOKEN ?? null;
  if (address !== null && token === null && !isLoopback(address)) {
    throw new Error('CONCORD_METRICS is reached from outside: set CONCORD_METRICS_TOKEN.');
  }
  return { address, token, otlpUrl: data.CONCORD_OTLP_URL ?? null };
}

function practiceOf(data: Data) {
  const address = data.CONCORD_PRACTICE_ADDRESS;
  return {
    practises: data.CONCORD_PRACTICE === 'on',
    practicePort: data.CONCORD_PRACTICE_PORT ?? null,
    practiceAddress: address === undefined ? null : new URL(address).origin,
  };
}

function configOf(data: Data): Config {
  return {
    host: data.CONCORD_HOST,
    port: data.CONCORD_PORT ?? DEFAULT_PORT,
    portAsked: data.CONCORD_PORT !== undefined,
    origin: data.CONCORD_ORIGIN === undefined ? null : new URL(data.CONCORD_ORIGIN).origin,
    databaseUrl: data.DATABASE_URL ?? null,
    replicaUrl: data.CONCORD_REPLICA_URL ?? null,
    replicaLagSeconds: data.CONCORD_REPLICA_LAG_SECONDS,
    dataFolder: data.CONCORD_DATA ?? null,
    operator: data.CONCORD_OPERATOR,
    network: data.CONCORD_NETWORK,
    name: data.CONCORD_NAME,
    world: data.CONCORD_WORLD,
    behindProxy: data.CONCORD_BEHIND_PROXY,
    cacheBytesMax: data.CONCORD_CACHE_BYTES_MAX,
    smtpUrl: data.CONCORD_SMTP_URL ?? null,
    mailFrom: data.CONCORD_MAIL_FROM,
    address: data.CONCORD_ADDRESS?.replace(/\/$/, '') ?? null,
    federates: data.CONCORD_FEDERATION === 'on',
    privatePeers: data.CONCORD_PRIVATE_PEERS,
    privateWebhooks: data.CONCORD_PRIVATE_WEBHOOKS,
    securityContact: data.CONCORD_SECURITY_CONTACT ?? null,
    witnessQuorum: data.CONCORD_WITNESSES,
    ...practiceOf(data),
    metrics: metricsOf(data),
    logLevel: data.CONCORD_LOG,
  };
}
