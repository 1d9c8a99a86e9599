/** Beside an actor's keys: who may recover them, what was done to them, what is in doubt. */
import { publicBytesOf } from '../../kernel/authority-acts.ts';
import { keyIdOf } from '../../kernel/key.ts';
import { downloadsOf } from '../../practices/actors/pages/links.ts';
import { DOUBTFUL_ACTS_MAX, type DoubtfulAct } from '../../store/doubtful-acts.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import type { PageRequest } from '../../ui/page.ts';
import { PlainDate } from '../../ui/plain-date/plain-date.tsx';
import { formatInstant, formatNumber } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import { Timeline } from '../../ui/timeline/timeline.tsx';
import { type KeysShown, dayOf } from './key-lives.ts';
import { ActLink } from './keys-table.tsx';

interface BesideProps {
  readonly request: PageRequest;
  readonly shown: KeysShown;
}

/** How many of which recovery keys have to approve, since which act. */
export function Recovery({ request: { text, locale }, shown }: BesideProps) {
  const { policy } = shown.recovery;
  if (policy === null && shown.lives.length === 0) return null;
  const title = <h2>{text('host.keys.recovery')}</h2>;
  if (policy === null) {
    return (
      <section id="recovery">
        {title}
        <p>{text('host.keys.recovery.none')}</p>
      </section>
    );
  }
  const { threshold, keys, setBy, recordedAt } = policy;
  const of = {
    threshold: formatNumber(locale, threshold),
    count: formatNumber(locale, keys.length),
  };
  const since = <PlainDate text={text} on={dayOf(recordedAt)} />;
  const by = <ActLink text={text} act={setBy} type="keys.set-recovery" />;
  return (
    <section id="recovery">
      {title}
      <p>{text('host.keys.recovery.policy', of)}</p>
      <DefinitionList
        narrow
        items={[
          { term: text('host.keys.column.since'), content: since },
          { term: text('host.keys.column.by'), content: by },
        ]}
      />
      <details>
        <summary>{text('host.keys.recovery.keys')}</summary>
        <ul class="plain-list">
          {keys.map((key) => (
            <li>
              <code translate="no">{keyIdOf(publicBytesOf(key))}</code>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Every act on the actor's keys, in the order of the record. */
export function KeyHistory({ request: { text }, shown }: BesideProps) {
  const { rows } = shown.recovery;
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{text('host.keys.history')}</h2>
      <Timeline
        text={text}
        items={rows.map(({ act, type, recordedAt }) => ({
          on: dayOf(recordedAt),
          title: <ActLink text={text} act={act} type={type} />,
        }))}
      />
    </section>
  );
}

function cellsOf(text: Text, { act, type, register, recordedAt, key, endedBy }: DoubtfulAct) {
  return {
    act: <ActLink text={text} act={act} type={type} />,
    register: <bdi translate="no">{register ?? '–'}</bdi>,
    recorded: recordedAt === null ? '–' : formatInstant(text.locale, recordedAt),
    key: <code translate="no">{key}</code>,
    doubted: (
      <a href={`/acts/${endedBy}`} dir="ltr">
        {endedBy.slice(0, 12)}…
      </a>
    ),
  };
}

/** What was signed with the actor's keys after the last act that it stands by. */
export function DoubtfulActs({ request, shown }: BesideProps) {
  const { text, locale } = request;
  const { rows, more } = shown.doubtful;
  const title = text('host.keys.doubtful');
  const label = (key: string): string => text(`host.keys.column.${key}`);
  if (rows.length === 0) {
    return (
      <section id="doubtful">
        <h2>{title}</h2>
        <p>{text('host.keys.doubtful.none')}</p>
      </section>
    );
  }
  const count = formatNumber(locale, DOUBTFUL_ACTS_MAX);
  return (
    <section id="doubtful">
      <h2>{title}</h2>
      <p>{text('host.keys.doubtful.lead')}</p>
      <DataTable
        text={text}
        id="doubtful-acts"
        caption={title}
        captionHidden
        columns={[
          ...['act', 'register', 'recorded', 'key'].map((key) => ({ key, label: label(key) })),
          { key: 'doubted', label: text('host.keys.doubt.said-by') },
        ]}
        rows={rows.map((row) => ({ cells: cellsOf(text, row) }))}
        downloads={downloadsOf('keys.doubtful', { actor: shown.actor }, request)}
      />
      {more ? <p>{text('host.keys.doubtful.more', { count })}</p> : null}
    </section>
  );
}
