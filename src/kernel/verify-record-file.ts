/**
 * Verifies a record file from its bytes alone: form, ids, signatures, parts, streams, admissions,
 * authority, documents and the seal. It asks no node, and says what it cannot know.
 */
import { attachmentsIn, digestOf } from './attachment.ts';
import { typeOfDocument } from './attachment-type.ts';
import { AUTHORITY_REGISTER } from './authority-acts.ts';
import { sealFault } from './file-seal.ts';
import { readFileAct, reportOf, type Scene, settleAll } from './record-file-acts.ts';
import { type Authority, type ReadAct, noAuthority } from './record-file-authority.ts';
import {
  ADMIT,
  placeFaults,
  positionFaults,
  readAdmissions,
  streamFaults,
} from './record-file-order.ts';
import {
  type ActReport,
  type DocumentReport,
  LIMITS,
  type RecordFileReport,
  unreadable,
} from './record-file-report.ts';
import { type RecordFile, actsNamedIn, readRecordFile, sealedMessage } from './record-file.ts';
import { base64Url } from './signed-act-json.ts';

/** Who admits to the register, as its admissions say with one voice; null where none is shown. */
function custodianIn(register: string, acts: readonly ReadAct[]): string | null {
  const admissions = acts.filter(
    ({ act: { header } }) => header.type === ADMIT && header.register === register,
  );
  return admissions[0]?.act.header.author ?? null;
}

function documentState(
  given: RecordFile['attachments'][number] | undefined,
  sizeBytes: number,
): DocumentReport['state'] {
  if (!given) return 'fails';
  if (given.bytes === null) return 'not in the file';
  const bytes = Buffer.from(given.bytes, 'base64url');
  const isMeant = digestOf(bytes) === given.digest && base64Url(bytes) === given.bytes;
  // The digest decides; of a size or a type that an act gives wrongly, the act is to blame.
  return isMeant && bytes.byteLength === sizeBytes && typeOfDocument(bytes) !== null
    ? 'verified'
    : 'fails';
}

/** Every document that the acts name, once, held against what the file has of it. */
function documentReports(file: RecordFile, acts: readonly ReadAct[]): DocumentReport[] {
  const given = new Map(file.attachments.map((one) => [one.digest, one]));
  const named = new Map(
    acts.flatMap(({ act }) => attachmentsIn(act.payload)).map((one) => [one.digest, one]),
  );
  const reports = [...named.values()].map(({ digest, name, sizeBytes }) => ({
    digest,
    name,
    state: documentState(given.get(digest), sizeBytes),
  }));
  const strange = file.attachments.filter(({ digest }) => !named.has(digest));
  return [
    ...reports,
    ...strange.map(({ digest }) => ({ digest, name: '', state: 'fails' as const })),
  ];
}

/** Whether the file's own list of what the answer rests on is right, and what became of it. */
function answerOf(file: RecordFile, reports: readonly ActReport[]) {
  const { answer } = file;
  if (answer === null) return { answer: null, faults: [] };
  const verdicts = new Map(reports.map(({ act, verdict }) => [act, verdict]));
  const known = answer.acts.filter((act) => verdicts.has(act));
  const failing = known.filter((act) => verdicts.get(act) === 'fails');
  const listed = actsNamedIn(answer.value).join(' ') === answer.acts.join(' ');
  return {
    answer: {
      question: answer.question,
      asOf: answer.asOf,
      verifiedActs: known.length - failing.length,
      otherActs: answer.acts.length - known.length,
    },
    faults: [
      ...(listed ? [] : ['The answer names other acts than it is said to rest on.']),
      ...failing.map((act) => `The answer rests on act ${act}, which fails.`),
    ],
  };
}

function gapsOf(acts: readonly ReadAct[], streamGaps: number): string[] {
  const withheld = acts.filter(({ withheldParts }) => withheldParts > 0).length;
  return [
    ...(withheld === 0
      ? []
      : [`Acts of which part of the content is not in the file: ${withheld}.`]),
    ...(streamGaps === 0
      ? []
      : [
          `Gaps in the streams of authors: ${streamGaps}. ` +
            'There are acts in other registers, or acts that were left out.',
        ]),
  ];
}

function repeated(acts: readonly ReadAct[]): string[] {
  const seen = new Set<string>();
  return acts.flatMap(({ act: { id } }) => {
    if (seen.has(id)) return [`Act ${id} stands twice in the file.`];
    seen.add(id);
    return [];
  });
}

/** What belongs to another register or network than the file says. */
function strangers(file: RecordFile, own: readonly ReadAct[], others: readonly ReadAct[]) {
  const isStrange = (register: string, { act: { header } }: ReadAct): boolean =>
    header.register !== register || header.network !== file.network;
  const strange = [
    ...own.filter((read) => isStrange(file.register, read)),
    ...others.filter((read) => isStrange(AUTHORITY_REGISTER, read)),
  ];
  return strange.map(({ act }) => `Act ${act.id} belongs to another register or network.`);
}

const isRead = (one: ReadAct | ActReport): one is ReadAct => 'signature' in one;

function genesisFault({ genesis }: RecordFile, authority: Authority): string[] {
  const [first] = authority.keys.values();
  return first?.key === genesis.key && first.actor === genesis.actor
    ? []
    : [`The file does not begin with the key ${genesis.key} of ${genesis.actor}.`];
}

function verifyFile(file: RecordFile): RecordFileReport {
  const [own, others] = [file.acts.map(readFileAct), file.authority.map(readFileAct)];
  const unread = [...own, ...others].filter((one): one is ActReport => !isRead(one));
  const all = [...own, ...others].filter(isRead);
  const authority = noAuthority(file.genesis.actor);
  const settled = settleAll(authority, all);
  const admitting = readAdmissions(all);
  const custodian = custodianIn(file.register, all);
  const scene: Scene = { register: file.register, custodian, authority, admitting, settled };
  const acts = [...unread, ...all.map((read) => reportOf(scene, read))];
  const byId = new Map(all.map((read) => [read.act.id, read]));
  const streams = streamFaults(all);
  const answered = answerOf(file, acts);
  const documents = documentReports(file, own.filter(isRead));
  const { seal: given, ...content } = file;
  const message = sealedMessage(content);
  const seal = sealFault(given, message, file.genesis.actor, authority);
  const faults = [
    ...(seal === null ? [] : [seal]),
    ...genesisFault(file, authority),
    ...repeated(all),
    ...strangers(file, own.filter(isRead), others.filter(isRead)),
    ...admitting.faults,
    ...positionFaults(file.register, admitting, byId),
    ...placeFaults(all, admitting),
    ...streams.faults,
    ...answered.faults,
  ];
  const isSound =
    faults.length === 0 &&
    acts.every(({ verdict }) => verdict !== 'fails') &&
    documents.every(({ state }) => state !== 'fails');
  return {
    verified: isSound,
    register: file.register,
    network: file.network,
    exportedAt: file.exportedAt,
    genesis: file.genesis,
    custodian,
    faults,
    acts,
    gaps: gapsOf(all, streams.gaps),
    documents,
    answer: answered.answer,
    limits: LIMITS,
  };
}

/** Verifies a record file; it never throws for what is wrong with the bytes. */
export function verifyRecordFile(bytes: Uint8Array): RecordFileReport {
  const read = readRecordFile(bytes);
  return 'fault' in read ? unreadable(`The file is ${read.fault}.`) : verifyFile(read.file);
}
