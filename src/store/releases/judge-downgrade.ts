/** Whether an act may be released at a looser level or to more, as the same act that was signed. */
import type { ActOf } from '../../kernel/act.ts';
import { type Attachment, attachmentsIn } from '../../kernel/attachment.ts';
import { originalIn } from '../../kernel/carried.ts';
import { rule } from '../../kernel/law.ts';
import { audienceOf, isWithin } from '../../kernel/marking.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Sentence, said, together } from '../../kernel/said.ts';
import { signedActOf } from '../../kernel/signed-act-json.ts';
import type { Downgrade } from './payloads.ts';
import type { ReleasedAct } from './statements.ts';

/** Acts that others are judged by: without them nothing that they authorised could be verified. */
export const KEPT_FOR_PROOF = /^(keys|mandates|registers)\.|^releases\.(?!downgrade$)/;

export const DOWNGRADE_RULE = rule(
  'releases.downgrade',
  'FIRST, Traffic Light Protocol 2.0; Concord acts, "Markings"',
  'A downgrade is for all who had the act and for more, or at a looser level, and carries the act.',
);

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;

const digestsOf = (documents: readonly Attachment[]): string =>
  [...new Set(documents.map(({ digest }) => digest))].sort().join();

/** Why what is carried is not the act as it was signed, whole for all who saw it. */
function carriedFault(act: ActOf<unknown>, { id, header, signed }: ReleasedAct): Sentence | null {
  // The area's own schema gave it.
  const { original, documents } = act.payload as Downgrade;
  const given = signedActOf(original);
  if (!same(given.header, signed.header) || !same(given.signature, signed.signature)) {
    return said('It does not carry the act as it was signed.');
  }
  const read = originalIn({ act: id, original }, act.header.marking);
  if (read === null) return said('What it carries of the act is not what the act vouches for.');
  const lacks = header.parts.some((part, at) => !part.marking && read.members[at] === null);
  if (lacks) return said('It leaves out a part that all who had the act may see.');
  return digestsOf(read.members.flatMap(attachmentsIn)) === digestsOf(documents)
    ? null
    : said('Its documents are not those of the act.');
}

/** The refusal, or null. Less is not released so: what others hold already is to be erased. */
export function downgradeFault(act: ActOf<unknown>, released: ReleasedAct): Refusal | null {
  const [before, now] = [released.header.marking, act.header.marking];
  const { type } = released.header;
  if (KEPT_FOR_PROOF.test(type) || type.startsWith('releases.') || released.opened) {
    return refuse(
      DOWNGRADE_RULE,
      said('An act of the kind {$type} is released as it is, or anew.', { type }),
    );
  }
  if (audienceOf(before) === audienceOf(now) || !isWithin(before, now)) {
    return refuse(DOWNGRADE_RULE, said('It is not for all who had the act, and for more.'), {
      remedy: together(
        said('Name a looser level, or more actors beside those who have it.'),
        said('For fewer, recall it and ask all holders to erase it.'),
      ),
    });
  }
  const fault = carriedFault(act, released);
  return fault === null
    ? null
    : refuse(DOWNGRADE_RULE, fault, {
        remedy: said('Have the node of the originator fill it in.'),
      });
}
