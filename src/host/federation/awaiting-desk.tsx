/** On a desk: what its owner signed for registers kept elsewhere, and was not decided there yet. */
import { isRefusal } from '../../kernel/refusal.ts';
import { awaitingActs } from '../../store/awaiting.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { formatInstant } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { actWords } from '../acts/act-words.ts';
import { Codes } from '../admin/form-parts.tsx';
import { type Services, askingOf } from '../services.ts';

/** As many as a desk shows; the rest is at the question. */
export const DESK_AWAITING_MAX = 50;
const QUESTION = `/api/record/awaiting?undecided=true&limit=${DESK_AWAITING_MAX}`;

/** An act that waits: for whom, since when, and when it came to its custodian's node. */
export interface DeskWait {
  readonly act: string;
  readonly type: string;
  readonly register: string;
  readonly custodian: string;
  readonly issuedAt: string;
  /** Null where it was not handed in yet. */
  readonly handedAt: string | null;
}

/**
 * What waits of those whom the session's person acts for, or of one of them, the latest first; null
 * where the desk is somebody else's.
 */
export async function awaitingOnDesk(
  services: Pick<Services, 'store' | 'handedAt' | 'now'>,
  session: Session | null,
  owner: string | null,
): Promise<readonly DeskWait[] | null> {
  if (session === null) return null;
  const asking = askingOf(services, session);
  const asked = { undecided: true, limit: DESK_AWAITING_MAX };
  const found = await services.store.ask(awaitingActs, asked, asking);
  if (isRefusal(found)) return null;
  const own = found.rows.filter(
    ({ actor, author }) => owner === null || actor === owner || author === owner,
  );
  if (own.length === 0 && owner !== null && !asking.viewer.actors.includes(owner)) return null;
  return Promise.all(
    own.map(async ({ act, type, register, custodian, issuedAt }) => {
      const handedAt = (await services.handedAt(act))?.toISOString() ?? null;
      return { act, type, register, custodian, issuedAt, handedAt };
    }),
  );
}

function cellsOf(text: Text, { act, type, register, custodian, issuedAt, handedAt }: DeskWait) {
  return {
    act: <a href={`/acts/${act}`}>{actWords(text, type)}</a>,
    register: <Codes codes={[register]} />,
    custodian: <Codes codes={[custodian]} />,
    since: <time datetime={issuedAt}>{formatInstant(text.locale, issuedAt)}</time>,
    standing:
      handedAt === null
        ? text('host.record.not-handed')
        : text('host.record.handed', { at: formatInstant(text.locale, handedAt) }),
    do: text(`host.nodes.sending.do.${handedAt === null ? 'wait' : 'ask'}`, { custodian }),
  };
}

/** The acts with what is to be done about each; that none waits is said, too. */
export function AwaitingDesk({ text, acts }: { text: Text; acts: readonly DeskWait[] }) {
  const caption = text('host.nodes.sending');
  const columns = ['act', 'register', 'custodian', 'since', 'standing', 'do'].map((key) => ({
    key,
    label: text(`host.nodes.sending.${key}`),
  }));
  const rows = acts.map((one) => ({ cells: cellsOf(text, one) }));
  const downloads = ['csv', 'json'].map((format) => ({
    href: `${QUESTION}&format=${format}`,
    label: format.toUpperCase(),
  }));
  return (
    <section id="awaiting">
      <h2>{caption}</h2>
      {acts.length === 0 ? (
        <p>{text('host.nodes.sending.nothing')}</p>
      ) : (
        <>
          <p>{text('host.nodes.sending.own')}</p>
          <DataTable
            text={text}
            id="awaiting-acts"
            captionHidden
            {...{ caption, columns, rows, downloads }}
          />
        </>
      )}
    </section>
  );
}
