/** What each setting means: for the page of operators, the sample file and `npm run config`. */
import type { Environment } from '../config.ts';

export interface SettingWords {
  readonly meaning: string;
  /** What holds where it is not set. */
  readonly unset: string;
  /** What a file may say instead of an example of our own. */
  readonly example: string;
  /** It holds a password: it is never shown, and may be read from a file of its own. */
  readonly secret?: true;
}

/** Words for every setting, in the order of the schema. */
export const SETTING_WORDS: Readonly<Record<keyof typeof Environment.shape, SettingWords>> = {
  CONCORD_HOST: { meaning: 'address to listen on', unset: '`127.0.0.1`', example: '0.0.0.0' },
  CONCORD_PORT: {
    meaning: 'port to listen on',
    unset: '8400, or the next that is free',
    example: '8400',
  },
  CONCORD_ORIGIN: {
    meaning: 'address under which readers reach the node',
    unset: 'as it listens',
    example: 'https://concord.example',
  },
  DATABASE_URL: {
    meaning: 'a PostgreSQL server',
    unset: 'the embedded one',
    example: 'postgres://concord:password@db.example:5432/concord',
    secret: true,
  },
  CONCORD_REPLICA_URL: {
    meaning: 'a streaming replica of that server',
    unset: 'none',
    example: 'postgres://replica.example:5432/concord',
    secret: true,
  },
  CONCORD_REPLICA_LAG_SECONDS: {
    meaning: 'how far behind a replica may be and still be read',
    unset: '5',
    example: '5',
  },
  CONCORD_DATA: {
    meaning: 'folder of keys, and of the embedded database',
    unset: '`data` in the checkout; for root below `/var/lib/concord`',
    example: '/var/lib/concord',
  },
  CONCORD_OPERATOR: {
    meaning: 'the actor that operates the node',
    unset: '`concord-world`',
    example: 'NOR',
  },
  CONCORD_NETWORK: {
    meaning: 'the network that acts are signed for',
    unset: '`concord`',
    example: 'concord',
  },
  CONCORD_NAME: {
    meaning: 'name of the node on its pages',
    unset: '`Concord`',
    example: 'Treaty Office',
  },
  CONCORD_WORLD: {
    meaning: '`load` the world into an empty record, its `actors` alone, or `none`',
    unset: '`load`',
    example: 'none',
  },
  CONCORD_BEHIND_PROXY: {
    meaning: "whether the last address in `X-Forwarded-For` is the client's",
    unset: '`false`',
    example: 'true',
  },
  CONCORD_CACHE_BYTES_MAX: {
    meaning: 'bytes of answers kept in memory, by each process',
    unset: '64 MiB',
    example: '67108864',
  },
  CONCORD_SMTP_URL: {
    meaning: 'the mail server',
    unset: 'nothing is sent',
    example: 'smtp://user:password@mail.example:587',
    secret: true,
  },
  CONCORD_MAIL_FROM: {
    meaning: 'address from which is sent',
    unset: '`concord@localhost.localdomain`',
    example: 'concord@concord.example',
  },
  CONCORD_ADDRESS: {
    meaning: 'address under which other nodes reach this one',
    unset: 'that of its readers',
    example: 'https://node.concord.example',
  },
  CONCORD_FEDERATION: {
    meaning: '`on`, or `off`: other nodes are neither answered nor followed',
    unset: '`on`',
    example: 'off',
  },
  CONCORD_PRIVATE_PEERS: {
    meaning: '`refuse`, `allow`, or subnets of private addresses that may be spoken to',
    unset: '`refuse`',
    example: '10.2.0.0/16, fd00::/8',
  },
  CONCORD_PRIVATE_WEBHOOKS: {
    meaning: 'the same for webhooks',
    unset: '`refuse`',
    example: '10.2.0.0/16',
  },
  CONCORD_SECURITY_CONTACT: {
    meaning: 'where `/.well-known/security.txt` says that faults of safety are told',
    unset: 'there is no such file',
    example: 'mailto:security@concord.example',
  },
  CONCORD_WITNESSES: {
    meaning: 'followed nodes that must have cosigned the log',
    unset: '0',
    example: '2',
  },
  CONCORD_PRACTICE: {
    meaning:
      '`on`, `off`: whether people may practise here, each on a record of their own that is ' +
      'thrown away',
    unset: '`on`',
    example: 'off',
  },
  CONCORD_PRACTICE_PORT: {
    meaning: 'port of practices',
    unset: "the next free one after the node's own",
    example: '8401',
  },
  CONCORD_PRACTICE_ADDRESS: {
    meaning:
      'address under which readers reach practices, where a proxy stands before the node; ' +
      'without it such a node has none',
    unset: 'as listening',
    example: 'https://practice.concord.example',
  },
  CONCORD_LOG: {
    meaning: '`silent`, `error`, `warn`, `info`, `debug`',
    unset: '`warn`',
    example: 'info',
  },
  CONCORD_METRICS: {
    meaning: '`off`, or `[HOST:]PORT` on which `/metrics` is answered, apart from the readers',
    unset: '`off`',
    example: '127.0.0.1:9464',
  },
  CONCORD_METRICS_TOKEN: {
    meaning: 'what whoever asks for `/metrics` must bring as `Authorization: Bearer …`',
    unset: 'nothing is asked for, and the address must be loopback',
    example: 'a long random word',
    secret: true,
  },
  CONCORD_OTLP_URL: {
    meaning: 'where metrics are sent each minute by OTLP over HTTP',
    unset: 'nowhere',
    example: 'http://127.0.0.1:4318/v1/metrics',
    secret: true,
  },
};

/** A row of the page for operators. */
export const rowOf = (name: string, { meaning, unset }: SettingWords): string =>
  `| \`${name}\` | ${meaning} | ${unset} |`;

const HEAD = [
  '# Settings of a Concord node: lines NAME=VALUE, a form that systemd (EnvironmentFile) reads.',
  '# The node looks for this file where CONCORD_CONFIG says, else as concord.conf in its data',
  '# folder, else at /etc/concord/concord.conf. What the environment says wins over it.',
  '# What holds a password may be read from a file of its own: NAME_FILE=/path/to/it.',
].join('\n');

const plain = (markdown: string): string => markdown.replaceAll('`', '');

/** The sample of a settings file, every line of it commented out. */
export function sampleFile(): string {
  const parts = Object.entries(SETTING_WORDS).map(([name, { meaning, unset, example, secret }]) =>
    [
      `# ${plain(meaning)}. Not set: ${plain(unset)}.`,
      `#${name}=${example}`,
      ...(secret ? [`#${name}_FILE=/run/credentials/${name.toLowerCase()}`] : []),
    ].join('\n'),
  );
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}
