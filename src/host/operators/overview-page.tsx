/** `/admin`: what of this node wants attention, what to do about it, and how the rest stands. */
import { type Figure, Figures } from '../../ui/card/card.tsx';
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import type { PageContent } from '../../ui/page.ts';
import { StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { formatBytes, formatInstant, formatNumber } from '../../ui/text/format.ts';
import type { ToldProgress } from '../../kernel/submission.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { RefusalView } from '../pages/refusal-content.tsx';
import type { SettingShown } from '../settings/read-settings.ts';
import type { Concern } from './concerns.ts';
import { JobsShown, LongWork } from './jobs-shown.tsx';
import { SettingsShown } from './settings-shown.tsx';
import type { JobListed, NodeState } from './node-state.ts';

export const OVERVIEW_PATH = '/admin';

export interface OverviewShown {
  readonly text: Text;
  readonly session: Session;
  readonly now: Date;
  readonly name: string;
  readonly operator: string;
  readonly version: string;
  readonly concerns: readonly Concern[];
  readonly state: NodeState | null;
  readonly jobs: readonly JobListed[];
  readonly progress: readonly ToldProgress[];
  readonly counts: { readonly people: number; readonly keys: number; readonly mandates: number };
  /** Pages for administrators that the house has. */
  readonly rooms: readonly { readonly href: string; readonly label: string }[];
  readonly settings: readonly SettingShown[];
  readonly refusal?: Refusal;
}

function ConcernShown({ text, concern }: { text: Text; concern: Concern }) {
  const { name, level, href, count } = concern;
  const what = text(`host.operators.concern.${name}`, count === null ? {} : { count });
  return (
    <li class="card">
      <StatusChip
        text={text}
        status={level === 'now' ? 'withdrawn' : 'pending'}
        label={text(`host.operators.${level}`)}
      />
      <p>
        <a href={href}>
          <b>{what}</b>
        </a>
      </p>
      <p>{text(`host.operators.do.${name}`)}</p>
    </li>
  );
}

function Concerns({ text, concerns }: OverviewShown) {
  return (
    <section>
      <h2>{text('host.operators.concerns')}</h2>
      {concerns.length === 0 ? (
        <EmptyState icon="check" title={text('host.operators.none')}>
          <p>{text('host.operators.none.why')}</p>
        </EmptyState>
      ) : (
        <ul class="plain-list cards">
          {concerns.map((concern) => (
            <ConcernShown text={text} concern={concern} />
          ))}
        </ul>
      )}
    </section>
  );
}

function figuresOf({ text, state, counts }: OverviewShown): Figure[] {
  const figure = (name: string, href: string, count: number, warning = false): Figure => ({
    value: formatNumber(text.locale, count),
    label: text(`host.operators.figure.${name}`),
    href,
    warning,
  });
  const ofAccounts = [
    figure('people', '/admin/people', counts.people),
    figure('keys', '/admin/offices#keys', counts.keys),
    figure('mandates', '/admin/offices#mandates', counts.mandates),
  ];
  if (state === null) return ofAccounts;
  const { visits, mail, webhooks, jobs } = state;
  const failed = jobs.reduce((sum, one) => sum + one.failed, 0);
  const open = jobs.reduce((sum, one) => sum + one.waiting + one.running, failed);
  const undelivered = mail.waiting + webhooks.waiting + mail.failed + webhooks.failed;
  return [
    ...ofAccounts,
    figure('nodes', '/admin/nodes', visits.nodes, visits.failing > 0),
    figure('jobs', '#jobs', open, failed > 0),
    figure('deliveries', '/desk/addresses', undelivered, mail.failed + webhooks.failed > 0),
  ];
}

const instant = (text: Text, at: Date | string | null) => {
  if (at === null) return '–';
  const written = typeof at === 'string' ? at : at.toISOString();
  return <time datetime={written}>{formatInstant(text.locale, written)}</time>;
};

function Storage({ text, state }: { text: Text; state: NodeState }) {
  const { database, disk } = state;
  const size = (bytes: number): string => formatBytes(text.locale, bytes);
  const term = (name: string, content: string) => ({
    term: text(`host.operators.storage.${name}`),
    content,
  });
  const { connections, connectionsMax } = database;
  const used = { done: connections, total: connectionsMax };
  return (
    <section id="storage">
      <h2>{text('host.operators.storage')}</h2>
      <DefinitionList
        items={[
          term('database', size(database.sizeBytes)),
          term('server', `PostgreSQL ${database.version}`),
          term('connections', text('ui.progress.of', used)),
          ...(disk === null
            ? []
            : [
                { ...term('folder', disk.folder), code: true },
                term(
                  'free',
                  text('host.operators.storage.free-of', {
                    free: size(disk.freeBytes),
                    size: size(disk.sizeBytes),
                  }),
                ),
              ]),
        ]}
      />
    </section>
  );
}

function Backup({ text, state }: { text: Text; state: NodeState }) {
  const { backup } = state;
  return (
    <section id="backup">
      <h2>{text('host.operators.backup')}</h2>
      {backup === null ? (
        <EmptyState title={text('host.operators.backup.none')}>
          <p>{text('host.operators.backup.none.why')}</p>
          <pre translate="no" dir="ltr" tabindex={0}>
            npm run backup -- FILE
          </pre>
        </EmptyState>
      ) : (
        <DefinitionList
          items={[
            { term: text('host.operators.backup.at'), content: instant(text, backup.at) },
            { term: text('host.operators.backup.file'), content: backup.file, code: true },
            {
              term: text('host.operators.backup.size'),
              content: formatBytes(text.locale, backup.sizeBytes),
            },
          ]}
        />
      )}
    </section>
  );
}

function Version({ text, state, version }: OverviewShown) {
  if (state === null) return null;
  const { log, migrations } = state;
  return (
    <section id="log">
      <h2>{text('host.operators.version')}</h2>
      <DefinitionList
        items={[
          { term: text('host.operators.version.program'), content: version },
          {
            term: text('host.operators.version.migration'),
            content: migrations.at(-1) ?? '–',
            code: true,
          },
          {
            term: text('host.operators.log.size'),
            content: <a href="/log">{formatNumber(text.locale, log.size)}</a>,
          },
          {
            term: text('host.operators.log.queued'),
            content: formatNumber(text.locale, log.queued),
          },
          { term: text('host.operators.log.signed'), content: instant(text, log.signedAt) },
        ]}
      />
    </section>
  );
}

function Rooms({ text, rooms }: OverviewShown) {
  return (
    <section>
      <h2>{text('host.operators.rooms')}</h2>
      <ul>
        {rooms.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The page. */
export function overviewPage(shown: OverviewShown): PageContent {
  const { text, state, refusal, name, operator } = shown;
  const title = text('host.operators');
  return {
    title,
    breadcrumb: [
      { href: '/', label: text('host.front') },
      { href: '/account', label: text('host.account') },
    ],
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{text('host.operators.why', { name, operator })}</p>
        {refusal === undefined ? null : <RefusalView text={text} refusal={refusal} />}
        <Concerns {...shown} />
        <Figures figures={figuresOf(shown)} />
        <LongWork {...shown} />
        <JobsShown {...shown} />
        {state === null ? null : <Backup text={text} state={state} />}
        {state === null ? null : <Storage text={text} state={state} />}
        <Version {...shown} />
        <SettingsShown {...shown} />
        <Rooms {...shown} />
      </>
    ),
  };
}
