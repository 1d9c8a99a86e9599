/** Makes the proof of one act, as a viewer may see it, sealed with the operator's key. */
import { sql } from 'kysely';
import type { ActId } from '../kernel/act.ts';
import { meetsPolicy } from '../kernel/checkpoint.ts';
import type { Viewer } from '../kernel/define-area.ts';
import {
  PROOF_FILE_ACTS_MAX,
  PROOF_FILE_BYTES_MAX,
  PROOF_FILE_FORMAT,
  sealProofFile,
} from '../kernel/proof-file.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said, together } from '../kernel/said.ts';
import { base64Of, noteTextOf, vkeyOf } from '../kernel/signed-note.ts';
import { authorityIds } from './export-authority.ts';
import { type Exporting, genesisIn, readActs } from './export-record.ts';
import type { LogWitnesses } from './log-witness.ts';
import type { LogProof, MerkleLog } from './merkle-log.ts';
import { readAs } from './read-record.ts';
import { EXPORT_SIZE_RULE, HELD_KEY_RULE, PROOF_RULE } from './rules.ts';

export interface ProofAsked {
  readonly act: ActId;
  readonly viewer: Viewer;
}

export interface Proving extends Exporting {
  readonly log: MerkleLog;
  readonly witnesses: LogWitnesses;
}

/** The act, its admission, and what both rest on; null where the viewer sees no admitted act. */
async function readProof({ reader, node }: Exporting, { act, viewer }: ProofAsked) {
  return readAs(reader, viewer, async (query) => {
    const { rows } = await sql<{ by: string; register: string }>`
      select admitted_by as by, admissions.register from admissions
      join registers on registers.key = admissions.register
      where act = ${act} and registers.custodian = ${node.operator}`.execute(query);
    const [admitted] = rows;
    if (!admitted) return null;
    const own = await readActs(query, 'id', [act, admitted.by]);
    const [given, by] = [own.find(({ id }) => id === act), own.find(({ id }) => id !== act)];
    if (!given || !by) return null;
    // Of an act on keys the register that holds it is not in the file, so it is named as any other.
    const ids = await authorityIds(
      query,
      '',
      own.map(({ header }) => header),
    );
    const others = await readActs(
      query,
      'id',
      ids.filter((id) => id !== act && id !== by.id),
    );
    const { register } = admitted;
    return { act: given, admission: by, others, register, genesis: await genesisIn(query) };
  });
}

/** The last tree that enough witnesses cosigned and that has the act; else the last of all. */
async function proofIn({ log, witnesses }: Proving, act: ActId): Promise<LogProof | null> {
  await log.advance();
  const policy = await witnesses.policy();
  const kept = await log.latest();
  const witnessed = kept.find((one) => meetsPolicy(one, policy));
  const first = witnessed && (await log.prove(act, witnessed));
  const [last] = kept;
  return first ?? (last ? log.prove(act, last) : null);
}

function missing(act: string): Refusal {
  return refuse(PROOF_RULE, said('Of act {$act} there is no proof here for you.', { act }), {
    remedy: together(
      said('Name an act that this node admitted as custodian, and that you may see.'),
      said('For an act of another custodian ask its own node.'),
    ),
    values: { act },
  });
}

/** The bytes of the file, or why there is none. */
export async function exportProof(
  proving: Proving,
  asked: ProofAsked,
): Promise<Uint8Array | Refusal> {
  const { node, witnesses, now } = proving;
  const key = node.keys.keyFor(node.operator);
  if (!key)
    return refuse(
      HELD_KEY_RULE,
      said('This node holds no key of {$operator}.', { operator: node.operator }),
    );
  const read = await readProof(proving, asked);
  const found = read && (await proofIn(proving, asked.act));
  if (!read || !found) return missing(asked.act);
  if (read.others.length > PROOF_FILE_ACTS_MAX) {
    return refuse(
      EXPORT_SIZE_RULE,
      said('It rests on {$count} acts on keys and mandates.', { count: read.others.length }),
    );
  }
  const policy = await witnesses.policy();
  const content = {
    act: read.act.file,
    admission: read.admission.file,
    authority: read.others.map(({ file }) => file),
    checkpoint: noteTextOf(found.checkpoint.note),
    clearance: [...asked.viewer.actors].sort(),
    exportedAt: now(),
    format: PROOF_FILE_FORMAT,
    genesis: read.genesis,
    id: asked.act,
    inclusion: { index: found.index, proof: found.proof.map(base64Of) },
    network: node.network,
    register: read.register,
    witnesses: { keys: policy.witnesses.map(vkeyOf), quorum: policy.quorum },
  } as const;
  const bytes = sealProofFile(content, node.operator, key);
  if (bytes.byteLength <= PROOF_FILE_BYTES_MAX) return bytes;
  return refuse(
    EXPORT_SIZE_RULE,
    said('The file would have {$byteLength} bytes.', { byteLength: bytes.byteLength }),
  );
}
