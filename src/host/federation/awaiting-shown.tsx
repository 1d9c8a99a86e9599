/** What waits for custodians elsewhere, for administrators. */
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { formatInstant } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import { Codes } from '../admin/form-parts.tsx';
import type { AwaitingElsewhere } from './awaiting-elsewhere.ts';

interface Shown {
  readonly text: Text;
  readonly awaiting: readonly AwaitingElsewhere[];
}

function stateOf(text: Text, { isFollowed, fault }: AwaitingElsewhere): string {
  if (!isFollowed) return text('host.nodes.sending.none');
  return fault ?? text('host.nodes.sending.handed');
}

/** Acts by the custodian that they wait for; nothing where none waits. */
export function AwaitingShown({ text, awaiting }: Shown) {
  if (awaiting.length === 0) return null;
  const columns = ['custodian', 'acts', 'tried', 'state'].map((key) => ({
    key,
    label: text(`host.nodes.sending.${key}`),
    ...(key === 'acts' ? { kind: 'number' as const } : {}),
  }));
  const rows = awaiting.map((one) => ({
    cells: {
      custodian: <Codes codes={[one.custodian]} />,
      acts: one.acts,
      tried: one.triedAt && (
        <time datetime={one.triedAt}>{formatInstant(text.locale, one.triedAt)}</time>
      ),
      state: <bdi>{stateOf(text, one)}</bdi>,
    },
  }));
  const caption = text('host.nodes.sending');
  return (
    <section>
      <h2>{caption}</h2>
      <p>{text('host.nodes.sending.why')}</p>
      <DataTable text={text} id="sending" captionHidden {...{ caption, columns, rows }} />
    </section>
  );
}
