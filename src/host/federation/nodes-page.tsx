/** Other nodes: which are followed, how far each has come, and the form for another one. */
import type { NodeStatement } from '../../federation/node-statement.ts';
import { fingerprintOf } from '../../federation/pinned-node.ts';
import type { Fork } from '../../kernel/exchange.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Progress as Done } from '../../kernel/submission.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import { Progress } from '../../ui/progress/progress.tsx';
import { type Status, StatusChip } from '../../ui/status-chip/status-chip.tsx';
import { formatInstant } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { Codes, FormRefusal } from '../admin/form-parts.tsx';
import { adminBreadcrumb } from '../admin/offices-page.tsx';
import type { Fields } from '../form.ts';
import { PostForm } from '../pages/post-form.tsx';
import type { AwaitingElsewhere } from './awaiting-elsewhere.ts';
import { AwaitingShown } from './awaiting-shown.tsx';
import type { Looked } from './follow.ts';
import { ForksShown } from './forks-shown.tsx';
import { IntroducedShown } from './introduced-shown.tsx';
import type { Introduction } from './introductions.ts';
import { ByWayOf, LeaveForm } from './leave-form.tsx';
import type { Left } from './leave.ts';
import type { Peer } from './peer-tables.ts';

interface Shown {
  readonly text: Text;
  readonly session: Session;
}

export interface NodesShown extends Shown {
  readonly own: NodeStatement | null;
  readonly peers: readonly Peer[];
  /** How far visits under way have come, by operator. */
  readonly visiting: ReadonlyMap<string, Done>;
  readonly forks: readonly Fork[];
  readonly awaiting: readonly AwaitingElsewhere[];
  readonly introduced: readonly Introduction[];
  readonly typed: Fields;
  readonly refusal?: Refusal;
  /** What was left at a relay just now. */
  readonly left?: Left;
}

const FORM = 'node';

/** How a node stands with this one, for eyes. */
export function stateOf(peer: Peer, isVisited = false): { name: string; status: Status } {
  if (isVisited) return { name: 'behind', status: 'pending' };
  if (peer.fault !== null) return { name: 'fault', status: 'withdrawn' };
  if (peer.visitedAt === null) return { name: 'new', status: 'none' };
  if (peer.waiting > 0) return { name: 'waiting', status: 'pending' };
  return peer.behind > 0
    ? { name: 'behind', status: 'pending' }
    : { name: 'current', status: 'party' };
}

function Own({ text, own }: NodesShown) {
  if (!own) return null;
  const items = [
    { term: text('host.nodes.address'), content: own.address, code: true },
    { term: text('host.nodes.operator'), content: own.operator, code: true },
    { term: text('host.nodes.fingerprint'), content: fingerprintOf(own.publicKey), code: true },
  ];
  return (
    <section>
      <h2>{text('host.nodes.own')}</h2>
      <p>{text('host.nodes.own.why')}</p>
      <DefinitionList items={items} />
    </section>
  );
}

/** Whether there is anything to show of how far it has come. */
const hasBar =
  (visiting: NodesShown['visiting']) =>
  ({ operator, actsTaken, behind }: Peer): boolean =>
    visiting.has(operator) || actsTaken + behind > 0;

/** A bar for each node: what is here of what it offers. */
function Bars({ text, peers, visiting }: NodesShown) {
  return (
    <section aria-label={text('host.nodes.progress')}>
      {peers.filter(hasBar(visiting)).map((peer) => {
        const under = visiting.get(peer.operator);
        const done = under?.done ?? peer.actsTaken;
        const total = under ? under.total : peer.actsTaken + peer.behind;
        const isDone = !under && peer.behind === 0 && peer.visitedAt !== null;
        const state = peer.fault !== null && !under ? 'failed' : isDone ? 'done' : 'running';
        return <Progress text={text} label={peer.operator} {...{ state, done, total }} />;
      })}
    </section>
  );
}

function rowOf({ text, session, visiting }: NodesShown, peer: Peer) {
  const { name, status } = stateOf(peer, visiting.has(peer.operator));
  const at = peer.visitedAt?.toISOString() ?? null;
  const faults = peer.faults > 0 ? text('host.nodes.faults.count', { count: peer.faults }) : '';
  const wrong = [peer.fault ?? '', faults].filter(Boolean).join(' · ');
  return {
    cells: {
      operator: <Codes codes={[peer.operator]} />,
      address: <Codes codes={[peer.address]} />,
      state: <StatusChip text={text} status={status} label={text(`host.nodes.state.${name}`)} />,
      behind: peer.behind,
      taken: peer.actsTaken,
      visited: at === null ? null : <time datetime={at}>{formatInstant(text.locale, at)}</time>,
      faults: wrong === '' ? null : <bdi>{wrong}</bdi>,
      end: (
        <PostForm action="/admin/nodes/unfollow" token={session.formToken}>
          <input type="hidden" name="operator" value={peer.operator} />
          <button type="submit" class="button-plain">
            {text('host.nodes.unfollow')}
            <span class="hidden-visually"> {peer.operator}</span>
          </button>
        </PostForm>
      ),
    },
  };
}

function Followed(shown: NodesShown) {
  const { text, peers, session } = shown;
  const caption = text('host.nodes.followed');
  const title = <h2 id="followed">{caption}</h2>;
  if (peers.length === 0) {
    return (
      <section>
        {title}
        <p>{text('host.nodes.none')}</p>
      </section>
    );
  }
  const names = ['operator', 'address', 'state', 'behind', 'taken', 'visited', 'faults', 'end'];
  const columns = names.map((key) => ({
    key,
    label: text(`host.nodes.${key}`),
    ...(key === 'behind' || key === 'taken' ? { kind: 'number' as const } : {}),
  }));
  const rows = peers.map((peer) => rowOf(shown, peer));
  const downloads = [{ href: '/api/admin/nodes', label: 'JSON' }];
  return (
    <section>
      {title}
      <Bars {...shown} />
      <DataTable text={text} id="nodes" captionHidden {...{ caption, columns, rows, downloads }} />
      <PostForm action="/admin/nodes/pull" token={session.formToken}>
        <button type="submit" class="button-plain">
          {text('host.nodes.pull')}
        </button>
      </PostForm>
    </section>
  );
}

function addressField({ text, typed }: NodesShown): Field {
  return {
    kind: 'url',
    name: 'address',
    label: text('host.nodes.address'),
    hint: text('host.nodes.address.hint'),
    value: typed['address'] ?? '',
    required: true,
    lengthMax: 400,
  };
}

/** The page of other nodes. */
export function nodesPage(shown: NodesShown): PageContent {
  const { text, session, refusal, left } = shown;
  const fields = [addressField(shown)];
  const title = text('host.nodes');
  return {
    title,
    breadcrumb: adminBreadcrumb(text),
    body: (
      <>
        <div class="title">
          <h1>{title}</h1>
          <p>{text('host.nodes.why')}</p>
        </div>
        <FormRefusal text={text} id={FORM} refusal={refusal} fields={fields} />
        {left ? (
          <p role="status">{text('host.nodes.left', { ...left, count: left.sizeBytes })}</p>
        ) : null}
        <IntroducedShown {...shown} />
        <Followed {...shown} />
        <AwaitingShown text={text} awaiting={shown.awaiting} />
        <ForksShown {...shown} />
        <section>
          <h2 id="new">{text('host.nodes.follow')}</h2>
          <p>{text('host.nodes.follow.why')}</p>
          <PostForm action="/admin/nodes" token={session.formToken}>
            <FormFields text={text} id={FORM} fields={fields} />
            <button type="submit">{text('host.nodes.look')}</button>
          </PostForm>
        </section>
        <LeaveForm {...shown} />
        <ByWayOf {...shown} />
        <Own {...shown} />
      </>
    ),
  };
}

/** What a node says of itself, to be compared before it is followed. */
export function comparePage({ text, session, looked }: Shown & { looked: Looked }): PageContent {
  const title = text('host.nodes.compare');
  const { operator, address, did, fingerprint } = looked;
  const relay: Field = {
    kind: 'checkbox',
    name: 'relay',
    label: text('host.nodes.relay'),
    hint: text('host.nodes.relay.hint'),
    value: '',
  };
  const items = [
    { term: text('host.nodes.operator'), content: operator, code: true },
    { term: text('host.nodes.address'), content: address, code: true },
    { term: 'DID', content: did, code: true },
  ];
  return {
    title,
    breadcrumb: [...adminBreadcrumb(text), { href: '/admin/nodes', label: text('host.nodes') }],
    body: (
      <>
        <div class="title">
          <h1>{title}</h1>
          <p>{text('host.nodes.compare.why', { operator })}</p>
        </div>
        <h2>{text('host.nodes.fingerprint')}</h2>
        <p dir="ltr" translate="no">
          <code>{fingerprint}</code>
        </p>
        <DefinitionList items={items} />
        <PostForm action="/admin/nodes/follow" token={session.formToken}>
          <input type="hidden" name="address" value={address} />
          <input type="hidden" name="fingerprint" value={fingerprint} />
          <FormFields text={text} id={FORM} fields={[relay]} />
          <button type="submit">{text('host.nodes.follow.do')}</button>
        </PostForm>
      </>
    ),
  };
}
