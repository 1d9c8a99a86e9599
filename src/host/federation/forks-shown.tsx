/** Forks that are known here: both acts of each, and the form by which the operator resolves it. */
import { type Header, actId, checkHeader } from '../../kernel/act.ts';
import type { Fork } from '../../kernel/exchange.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { RESOLVE_TYPE, RULING_REASON_CHARACTERS_MAX } from '../../kernel/fork-ruling.ts';
import { REGISTRY } from '../../store/keys-area.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import { formatInstant } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { Codes } from '../admin/form-parts.tsx';
import type { Fields } from '../form.ts';
import { UNKNOWN_RULE } from '../host-rules.ts';
import { PostForm } from '../pages/post-form.tsx';
import type { FederationRoom } from './federation-room.ts';

export const RESOLVE_PATH = '/admin/nodes/resolve';

interface Branch {
  readonly id: string;
  readonly header: Header;
}

/** The two acts of a fork. What is on record as a proof was read before. */
function branchesOf({ acts }: Fork): Branch[] {
  return acts.flatMap((signed) => {
    const header = checkHeader(JSON.parse(Buffer.from(signed.header).toString('utf8')));
    return isRefusal(header) ? [] : [{ id: actId(signed.header), header }];
  });
}

/** The name of a fork in forms: its place and both acts, so that no other is meant. */
const nameOf = (fork: Fork): string =>
  [fork.stream, fork.seq, ...branchesOf(fork).map(({ id }) => id)].join(' ');

interface Shown {
  readonly text: Text;
  readonly session: Session;
  readonly forks: readonly Fork[];
}

function fieldsOf(text: Text, branches: readonly Branch[]): Field[] {
  return [
    {
      kind: 'radios',
      name: 'keep',
      label: text('host.nodes.forks.keep'),
      hint: text('host.nodes.forks.keep.hint'),
      options: branches.map(({ id }) => ({ value: id, label: id.slice(0, 16) })),
      required: true,
    },
    {
      kind: 'textarea',
      name: 'reason',
      label: text('host.nodes.forks.reason'),
      lengthMax: RULING_REASON_CHARACTERS_MAX,
      rows: 2,
      required: true,
    },
  ];
}

function OneFork({ text, session, fork, at }: Omit<Shown, 'forks'> & { fork: Fork; at: number }) {
  const branches = branchesOf(fork);
  const columns = ['act', 'type', 'key', 'prev', 'issued'].map((key) => ({
    key,
    label: text(`host.nodes.forks.${key}`),
  }));
  const rows = branches.map(({ id, header }) => ({
    cells: {
      act: <Codes codes={[id.slice(0, 16)]} />,
      type: <Codes codes={[header.type]} />,
      key: <Codes codes={[header.key.slice(0, 16)]} />,
      prev: <Codes codes={[header.prev?.slice(0, 16) ?? '–']} />,
      issued: <time datetime={header.issuedAt}>{formatInstant(text.locale, header.issuedAt)}</time>,
    },
  }));
  const id = `fork-${at}`;
  const caption = `${fork.stream} · ${fork.seq}`;
  return (
    <section>
      <h3>
        <bdi dir="ltr">{caption}</bdi>
      </h3>
      <DataTable text={text} id={id} captionHidden {...{ caption, columns, rows }} />
      <PostForm action={RESOLVE_PATH} token={session.formToken}>
        <input type="hidden" name="fork" value={nameOf(fork)} />
        <FormFields text={text} id={id} fields={fieldsOf(text, branches)} />
        <button type="submit">
          {text('host.nodes.forks.resolve')}
          <span class="hidden-visually"> {caption}</span>
        </button>
      </PostForm>
    </section>
  );
}

/** All forks, each with its form; nothing for none. */
export function ForksShown({ text, session, forks }: Shown) {
  if (forks.length === 0) return null;
  return (
    <section>
      <h2 id="forks">{text('host.nodes.forks')}</h2>
      <p>{text('host.nodes.forks.why')}</p>
      {forks.map((fork, at) => (
        <OneFork {...{ text, session, fork, at }} />
      ))}
    </section>
  );
}

/** Resolves the fork that a form names, as the operator of this node. */
export async function resolveFork(
  room: FederationRoom,
  forks: readonly Fork[],
  { fork: name = '', keep = '', reason = '' }: Fields,
): Promise<Refusal | null> {
  const fork = forks.find((one) => nameOf(one) === name);
  const branches = fork ? branchesOf(fork) : [];
  const other = branches.find(({ id }) => id !== keep);
  if (!fork || !other || !branches.some(({ id }) => id === keep)) {
    return refuse(UNKNOWN_RULE, said('There is no such fork, or neither of its acts is named.'));
  }
  const { stream, seq } = fork;
  const [receipt] = await room.store.submit([
    {
      type: RESOLVE_TYPE,
      register: REGISTRY,
      actor: room.operator,
      payload: { stream, seq, keep, drop: other.id, reason },
      basis: { kind: 'signed' },
      marking: other.header.marking,
    },
  ]);
  return isRefusal(receipt) ? receipt : null;
}
