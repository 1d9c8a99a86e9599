/**
 * Verifies the proof of one act from its bytes alone, step by step: each step holds or says why it
 * does not. It asks no node, and says what it cannot know.
 */
import { cosigners, meetsPolicy, readCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { sealFault } from './file-seal.ts';
import { leafHash } from './merkle.ts';
import { inclusionFault } from './merkle-proof.ts';
import { type ProofFile, proofMessage, readProofFile } from './proof-file.ts';
import { type Scene, readFileAct, reportOf, settleAll } from './record-file-acts.ts';
import { type Authority, type ReadAct, noAuthority } from './record-file-authority.ts';
import { ADMIT, readAdmissions } from './record-file-order.ts';
import type { ActReport } from './record-file-report.ts';
import type { FileAct } from './record-file.ts';
import { type NoteKey, noteFault, noteKey, readVkey, strictBase64 } from './signed-note.ts';

/** The steps, in the order in which each rests on those before it. */
export const PROOF_STEPS = [
  'form',
  'authority',
  'act',
  'admission',
  'inclusion',
  'checkpoint',
  'witnesses',
  'seal',
] as const;
export type ProofStep = (typeof PROOF_STEPS)[number];

export interface StepReport {
  readonly step: ProofStep;
  /** Why it does not hold; empty where it does. */
  readonly faults: readonly string[];
}

export interface ProofFileReport {
  readonly verified: boolean;
  readonly act: ActReport | null;
  readonly register: string | null;
  readonly network: string | null;
  readonly exportedAt: string | null;
  /** Whose key begins the record: to be compared with what the operator has published. */
  readonly genesis: { readonly actor: string; readonly key: string } | null;
  /** The log: its name, how many acts it had, and which of them this one is. */
  readonly log: { readonly origin: string; readonly size: number; readonly index: number } | null;
  readonly cosigners: readonly { readonly name: string; readonly atSeconds: number }[];
  /** How many witnesses the operator asks for: with none, the step of witnesses says nothing. */
  readonly quorum: number;
  readonly steps: readonly StepReport[];
  readonly limits: readonly string[];
}

/** What nobody can know from the proof of one act, said in every report. */
export const PROOF_LIMITS: readonly string[] = [
  'Whose the first key is: compare it with what its operator has published.',
  'Whether a later act corrected or withdrew this one, or revoked a key or mandate.',
  'Whether the witnesses are independent of the operator: it names them, and you choose whom to ' +
    'trust.',
];

interface Reading {
  readonly file: ProofFile;
  readonly authority: Authority;
  readonly scene: Scene;
  readonly reports: readonly ActReport[];
  readonly act: ActReport;
  readonly admission: ActReport;
}

const isRead = (one: ReadAct | ActReport): one is ReadAct => 'signature' in one;

function readingOf(file: ProofFile): Reading {
  const read = (given: FileAct): ReadAct | ActReport => readFileAct(given);
  const [act, admission] = [read(file.act), read(file.admission)];
  const others = file.authority.map(read);
  const all = [act, admission, ...others];
  // The act may itself be one of those on which it rests.
  const whole = [...new Map(all.filter(isRead).map((one) => [one.act.id, one])).values()];
  const authority = noAuthority(file.genesis.actor);
  const settled = settleAll(authority, whole);
  const admitting = readAdmissions(whole);
  const custodian = isRead(admission) ? admission.act.header.author : null;
  const scene: Scene = { register: file.register, custodian, authority, admitting, settled };
  const report = (one: ReadAct | ActReport): ActReport =>
    isRead(one) ? reportOf(scene, one) : one;
  return {
    file,
    authority,
    scene,
    reports: others.map(report),
    act: report(act),
    admission: report(admission),
  };
}

const because = ({ act, verdict, reasons }: ActReport): string[] =>
  verdict === 'verified' ? [] : reasons.map((reason) => `act ${act.slice(0, 16)}…: ${reason}`);

function authorityFaults({ file, authority, reports, scene }: Reading): string[] {
  const [first] = authority.keys.values();
  const begins = first?.key === file.genesis.key && first.actor === file.genesis.actor;
  return [
    ...(begins ? [] : [`The file does not begin with the key of ${file.genesis.actor}.`]),
    ...scene.admitting.faults,
    ...reports.flatMap(because),
  ];
}

function actFaults({ file, act }: Reading): string[] {
  const isMeant = act.act === file.id;
  return [...(isMeant ? [] : ['The act is another than the file says.']), ...because(act)];
}

const isIn = ({ register, network }: ProofFile, { act: { header } }: ReadAct): boolean =>
  header.register === register && header.network === network;

function admissionFaults({ file, scene, admission }: Reading): string[] {
  const found = scene.admitting.positions.get(file.id);
  const isMeant = found?.by.act.id === admission.act && admission.type === ADMIT;
  const isHere = found !== undefined && isIn(file, found.by);
  return [
    ...(isMeant ? [] : ['The admission does not name the act.']),
    ...(isHere ? [] : ['The act was admitted to another register or network.']),
    ...because(admission),
  ];
}

function inclusionFaults({ file }: Reading, checkpoint: SignedCheckpoint | null): string[] {
  if (!checkpoint) return ['There is no tree that the act could be in.'];
  const { index, proof } = file.inclusion;
  const hashes = proof.map(strictBase64);
  if (hashes.includes(null)) return ['A hash of the proof is spelled oddly.'];
  const fault = inclusionFault({
    index,
    size: checkpoint.size,
    leaf: leafHash(Buffer.from(file.id, 'hex')),
    root: checkpoint.root,
    proof: hashes.flatMap((one) => one ?? []),
  });
  return fault === null ? [] : [`The act is not shown to be in the log: ${fault}.`];
}

/** The keys with which the operator may have signed the log. */
function logKeys({ authority, file }: Reading, origin: string): NoteKey[] {
  return [...authority.keys.values()]
    .filter(({ actor, until }) => actor === file.genesis.actor && until === null)
    .map(({ publicKey }) => noteKey(origin, 'ed25519', publicKey));
}

function checkpointFaults(reading: Reading, read: SignedCheckpoint | { fault: string }): string[] {
  if ('fault' in read) return [`The checkpoint is ${read.fault}.`];
  const fault = noteFault(read.note, logKeys(reading, read.origin));
  return fault === null ? [] : [`The checkpoint is not the operator’s: ${fault}.`];
}

function witnessKeys({ file }: Reading): { keys: NoteKey[]; faults: string[] } {
  const read = file.witnesses.keys.map(readVkey);
  return {
    keys: read.flatMap((key) => ('fault' in key ? [] : [key])),
    faults: read.flatMap((key) =>
      'fault' in key ? [`The key of a witness is ${key.fault}.`] : [],
    ),
  };
}

function witnessFaults(reading: Reading, checkpoint: SignedCheckpoint | null): string[] {
  const { keys, faults } = witnessKeys(reading);
  const { quorum } = reading.file.witnesses;
  const meets = checkpoint !== null && meetsPolicy(checkpoint, { quorum, witnesses: keys });
  const count = checkpoint ? cosigners(checkpoint, keys).length : 0;
  return meets
    ? faults
    : [...faults, `${count} of ${keys.length} cosigned, ${quorum} are asked for.`];
}

function sealFaults({ file, authority }: Reading): string[] {
  const { seal, ...content } = file;
  const fault = sealFault(seal, proofMessage(content), file.genesis.actor, authority);
  return fault === null ? [] : [fault];
}

function reported(file: ProofFile): ProofFileReport {
  const reading = readingOf(file);
  const read = readCheckpoint(file.checkpoint);
  const checkpoint = 'fault' in read ? null : read;
  const steps: StepReport[] = [
    { step: 'form', faults: [] },
    { step: 'authority', faults: authorityFaults(reading) },
    { step: 'act', faults: actFaults(reading) },
    { step: 'admission', faults: admissionFaults(reading) },
    { step: 'inclusion', faults: inclusionFaults(reading, checkpoint) },
    { step: 'checkpoint', faults: checkpointFaults(reading, read) },
    { step: 'witnesses', faults: witnessFaults(reading, checkpoint) },
    { step: 'seal', faults: sealFaults(reading) },
  ];
  const { register, network, exportedAt, genesis, inclusion } = file;
  return {
    verified: steps.every(({ faults }) => faults.length === 0),
    act: reading.act,
    register,
    network,
    exportedAt,
    genesis,
    log: checkpoint && { origin: checkpoint.origin, size: checkpoint.size, index: inclusion.index },
    cosigners: checkpoint ? cosigners(checkpoint, witnessKeys(reading).keys) : [],
    quorum: file.witnesses.quorum,
    steps,
    limits: PROOF_LIMITS,
  };
}

/** Verifies the proof of an act; it never throws for what is wrong with the bytes. */
export function verifyProofFile(bytes: Uint8Array): ProofFileReport {
  const read = readProofFile(bytes);
  if (!('fault' in read)) return reported(read.file);
  return {
    verified: false,
    act: null,
    register: null,
    network: null,
    exportedAt: null,
    genesis: null,
    log: null,
    cosigners: [],
    quorum: 0,
    steps: [{ step: 'form', faults: [`The file is ${read.fault}.`] }],
    limits: PROOF_LIMITS,
  };
}
