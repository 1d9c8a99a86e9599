/** `/log`: how many acts there are, by which keys the tree is signed, who cosigns, what forked. */
import { cosigners, readCheckpoint, type SignedCheckpoint } from '../../kernel/checkpoint.ts';
import { base64Of, readVkey } from '../../kernel/signed-note.ts';
import type { Store } from '../../store/contract.ts';
import type { KeptFork, LogPeer } from '../../store/log-peers.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import type { PageContent } from '../../ui/page.ts';
import { formatInstant, formatNumber } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';

/** What the page is made of. */
export interface LogShown {
  readonly origin: string;
  readonly checkpoint: SignedCheckpoint | null;
  readonly logKey: string | null;
  readonly witnessKey: string | null;
  readonly quorum: number;
  readonly peers: readonly LogPeer[];
  readonly halted: string | null;
  readonly forks: readonly KeptFork[];
}

/** Reads what the page shows. */
export async function readLog({ log, witnesses }: Store): Promise<LogShown> {
  return {
    origin: log.origin,
    checkpoint: await log.checkpoint(),
    logKey: witnesses.logKey(),
    witnessKey: witnesses.witnessKey(),
    quorum: (await witnesses.policy()).quorum,
    peers: await witnesses.peers(),
    halted: await witnesses.halted(),
    forks: await witnesses.forks(),
  };
}

/** A fork as JSON: whoever has it can verify it with the keys of the log alone. */
export function forkJson({ origin, foundAt, fork: { first, second, between } }: KeptFork) {
  const hashes = between && {
    root: base64Of(between.root),
    proof: between.proof.map(base64Of),
  };
  return { origin, foundAt, first, second, between: hashes };
}

function Tree({ text, shown }: { text: Text; shown: LogShown }) {
  const { origin, checkpoint, logKey, witnessKey, quorum } = shown;
  const items = [
    { term: text('host.verify.log'), content: origin, code: true },
    { term: text('host.log.leaves'), content: formatNumber(text.locale, checkpoint?.size ?? 0) },
    {
      term: text('host.log.root'),
      content: checkpoint ? base64Of(checkpoint.root) : '–',
      code: true,
    },
    { term: text('host.log.key'), content: logKey ?? '–', code: true },
    { term: text('host.log.witness-key'), content: witnessKey ?? '–', code: true },
    { term: text('host.log.quorum'), content: formatNumber(text.locale, quorum) },
  ];
  return <DefinitionList items={items} />;
}

/** When the witness cosigned the last tree, in words. */
function cosignedIn(text: Text, checkpoint: SignedCheckpoint | null, vkey: string): string {
  const key = readVkey(vkey);
  const [found] = 'fault' in key || !checkpoint ? [] : cosigners(checkpoint, [key]);
  return found
    ? formatInstant(text.locale, new Date(found.atSeconds * 1000).toISOString())
    : text('host.log.not-cosigned');
}

function Witnesses({ text, shown }: { text: Text; shown: LogShown }) {
  const { peers, checkpoint } = shown;
  const asked = peers.flatMap(({ origin, witnessKey }) =>
    witnessKey === null ? [] : [{ origin, witnessKey }],
  );
  if (asked.length === 0) return <p>{text('host.log.no-witnesses')}</p>;
  return (
    <DataTable
      text={text}
      id="witnesses"
      caption={text('host.log.witnesses')}
      captionHidden
      columns={[
        { key: 'witness', label: text('host.log.witness') },
        { key: 'cosigned', label: text('host.log.cosigned') },
      ]}
      rows={asked.map(({ origin, witnessKey }) => ({
        cells: { witness: origin, cosigned: cosignedIn(text, checkpoint, witnessKey) },
      }))}
    />
  );
}

function sizeOf(note: string): string {
  const checkpoint = readCheckpoint(note);
  return 'fault' in checkpoint ? '–' : String(checkpoint.size);
}

function Forks({ text, forks }: { text: Text; forks: readonly KeptFork[] }) {
  if (forks.length === 0) return <p>{text('host.log.no-forks')}</p>;
  return (
    <>
      <p>{text('host.log.forks.lead')}</p>
      <DataTable
        text={text}
        id="forks"
        caption={text('host.log.forks')}
        captionHidden
        columns={[
          { key: 'log', label: text('host.verify.log') },
          { key: 'sizes', label: text('host.log.sizes') },
          { key: 'found', label: text('host.log.found') },
        ]}
        rows={forks.map(({ origin, foundAt, fork }) => ({
          cells: {
            log: origin,
            sizes: `${sizeOf(fork.first)} · ${sizeOf(fork.second)}`,
            found: formatInstant(text.locale, foundAt),
          },
        }))}
        downloads={[{ href: '/log/forks', label: 'JSON' }]}
      />
    </>
  );
}

/** The page of the log. */
export function logPage(text: Text, shown: LogShown): PageContent {
  const title = text('host.log.title');
  return {
    title,
    description: text('host.log.lead'),
    breadcrumb: [
      { label: text('host.front'), href: '/' },
      { label: text('host.record.title'), href: '/record' },
    ],
    body: (
      <>
        <div class="title">
          <h1>{title}</h1>
          <p>{text('host.log.lead')}</p>
        </div>
        {shown.halted === null ? null : (
          <p role="alert">
            <b>{text('host.log.halted')}.</b> {shown.halted}
          </p>
        )}
        <Tree text={text} shown={shown} />
        <h2>{text('host.log.witnesses')}</h2>
        <Witnesses text={text} shown={shown} />
        <h2>{text('host.log.forks')}</h2>
        <Forks text={text} forks={shown.forks} />
        <p>
          <a href="/log/checkpoint">{text('host.log.checkpoint')}</a> ·{' '}
          <a href="/verify">{text('host.record.proof.verify')}</a>
        </p>
      </>
    ),
  };
}
