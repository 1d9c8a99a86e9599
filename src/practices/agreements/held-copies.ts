/** Copies of a mirrored agreement that others keep, as far as their acts came to this node. */
import { type Act, Header, type SignedAct, readAct } from '../../kernel/act.ts';
import type { Query } from '../../kernel/define-area.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { AdmitPayload, RefusePayload } from '../../kernel/register.ts';
import { registerOf } from './acts/event.ts';
import { copyFrom } from './mirror-copy.ts';
import type { Facts } from './rules/facts.ts';
import type { Copy } from './rules/mirrored/mirror.ts';

/** The record's own tables, as far as copies are read from them. */
interface RecordRead {
  acts: {
    id: string;
    header: Buffer;
    signature: Buffer;
    author: string;
    type: string;
    register: string | null;
    stream: string;
    seq: number;
  };
  act_parts: { act: string; part: number; salt: Buffer | null; bytes: Buffer | null };
  admissions: { act: string };
  refusals: { act: string; refusal: Refusal };
  registers: { key: string; custodian: string };
}

function recordIn(query: Query): Query<RecordRead> {
  // The store keeps these tables, and types them for itself.
  const tables: unknown = query;
  return tables as Query<RecordRead>;
}

/** More decisions than these are no register of two. */
const DECISIONS_MAX = 2000;

/** Who else admits to the register of an agreement, and so keeps a copy of it. */
export async function keepersOf(query: Query, agreement: string): Promise<readonly string[]> {
  const rows = await recordIn(query)
    .selectFrom('acts')
    .innerJoin('registers', 'registers.key', 'acts.register')
    .select('acts.author')
    .distinct()
    .where('acts.type', '=', 'registers.admit')
    .where('acts.register', '=', registerOf(agreement))
    .whereRef('acts.author', '<>', 'registers.custodian')
    .orderBy('acts.author')
    .execute();
  return rows.map(({ author }) => author);
}

type ActRow = Pick<RecordRead['acts'], 'id' | 'header' | 'signature'>;

/** The acts as the viewer may see them; one that cannot be read is left out. */
async function read(query: Query<RecordRead>, rows: readonly ActRow[]): Promise<Map<string, Act>> {
  if (rows.length === 0) return new Map();
  const parts = await query
    .selectFrom('act_parts')
    .select(['act', 'part', 'salt', 'bytes'])
    .where(
      'act',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  const byAct = Map.groupBy(parts, ({ act }) => act);
  const acts = rows.flatMap(({ id, header, signature }) => {
    const named = Header.parse(JSON.parse(header.toString('utf8'))).parts;
    const held = named.map((_, at): SignedAct['parts'][number] => {
      const own = byAct.get(id)?.find(({ part }) => part === at);
      return own?.salt && own.bytes ? { salt: own.salt, bytes: own.bytes } : null;
    });
    const act = readAct({ header, signature, parts: held });
    return isRefusal(act) ? [] : [[id, act] as const];
  });
  return new Map(acts);
}

/** What a keeper admitted to its copy, in order, and why it refused what it did. */
async function decisionsOf(query: Query<RecordRead>, agreement: string, keeper: string) {
  const rows = await query
    .selectFrom('acts')
    .select(['id', 'header', 'signature'])
    .where('type', 'in', ['registers.admit', 'registers.refuse'])
    .where('register', '=', registerOf(agreement))
    .where('author', '=', keeper)
    .orderBy('stream')
    .orderBy('seq')
    .limit(DECISIONS_MAX)
    .execute();
  const admitted: string[] = [];
  const refused = new Map<string, string>();
  for (const { payload } of (await read(query, rows)).values()) {
    const admits = AdmitPayload.safeParse(payload);
    if (admits.success) admitted.push(...admits.data.acts);
    const refuses = RefusePayload.safeParse(payload);
    if (refuses.success) {
      refused.set(refuses.data.act, `${keeper} refused it: ${refuses.data.reason}`);
    }
  }
  return { admitted, refused };
}

/** The copy of one who keeps it elsewhere. */
export async function heldCopy(
  given: Query,
  agreement: string,
  { keeper, facts }: { readonly keeper: string; readonly facts: Facts },
): Promise<Copy | Refusal> {
  const query = recordIn(given);
  const { admitted, refused } = await decisionsOf(query, agreement, keeper);
  const rows =
    admitted.length === 0
      ? []
      : await query
          .selectFrom('acts')
          .select(['id', 'header', 'signature'])
          .where('id', 'in', admitted)
          .execute();
  const acts = await read(query, rows);
  const inOrder = admitted.flatMap((id) => acts.get(id) ?? []);
  const copy = copyFrom(inOrder, agreement, facts);
  return isRefusal(copy) ? copy : { ...copy, keptOut: refused };
}

/** Why acts that are held here do not stand in the register here: refused, or undecided yet. */
export async function keptOutHere(
  given: Query,
  acts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (acts.length === 0) return new Map();
  const rows = await recordIn(given)
    .selectFrom('acts')
    .leftJoin('refusals', 'refusals.act', 'acts.id')
    .leftJoin('admissions', 'admissions.act', 'acts.id')
    .select(['acts.id', 'acts.header', 'refusals.refusal'])
    .where('acts.id', 'in', [...acts])
    .where('admissions.act', 'is', null)
    .execute();
  return new Map(
    rows.map(({ id, header, refusal }): [string, string] => {
      const { author, basis } = Header.parse(JSON.parse(header.toString('utf8')));
      if (refusal) return [id, `it was refused here: ${refusal.reason}`];
      const waits = 'it waits here until the terms are those that it quotes';
      return [id, basis.kind === 'recorded' ? `only ${author} has it so, in its own copy` : waits];
    }),
  );
}
