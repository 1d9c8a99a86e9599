/** Fills in the draft of a downgrade the act that it carries, as whoever drafts it may see it. */
import { z } from 'zod';
import { ActId } from '../../kernel/act.ts';
import { attachmentsIn } from '../../kernel/attachment.ts';
import { carriedJson } from '../../kernel/carried.ts';
import type { Viewer } from '../../kernel/define-area.ts';
import type { Store } from '../../store/contract.ts';
import { payloadOf } from '../../store/read-record.ts';

const Asked = z.looseObject({
  type: z.literal('releases.downgrade'),
  payload: z.looseObject({ act: ActId, original: z.undefined().optional() }),
});

/** The draft with the original and its documents; any other draft as it came. */
export async function withOriginal(
  store: Pick<Store, 'act'>,
  viewer: Viewer,
  json: unknown,
): Promise<unknown> {
  const asked = Asked.safeParse(json);
  if (!asked.success) return json;
  const { payload } = asked.data;
  const act = await store.act(payload.act, viewer);
  // Without it the schema tells what is missing, as of an act that there is not.
  if (act === null) return json;
  const { parts } = act.header;
  const carried = act.signed.parts.filter((_, at) => parts[at]?.marking === undefined);
  const documents = new Map(
    attachmentsIn(payloadOf(carried)).map((one) => [one.digest, one] as const),
  );
  const original = carriedJson(act.header, act.signed);
  return { ...asked.data, payload: { ...payload, original, documents: [...documents.values()] } };
}
