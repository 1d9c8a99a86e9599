/**
 * The proof of one act, verified with nothing but what a browser has. It shares no code with the
 * node, so that a fault in one is found by the other; both are held to the same vectors.
 */
import { type Act, type Fault, readAct } from './act.ts';
import {
  ADMIT,
  type Authority,
  admissionFault,
  isSigned,
  judged,
  readAdmissions,
  settle,
  settles,
} from './authority.ts';
import { type Bytes, bytesOf, fromBase64, fromBase64Url, fromHex, holds } from './bytes.ts';
import { joined, sha256 } from './bytes.ts';
import { type Members, canonicalBytes, count, hasExactly, list } from './canonical.ts';
import { members, readMembers, text, textOf } from './canonical.ts';
import { type Checkpoint, type Witness, cosignedAt, isIncluded } from './log.ts';
import { isSignedBy, readCheckpoint, readWitness } from './log.ts';

export const STEPS = [
  ...(['form', 'authority', 'act', 'admission'] as const),
  ...(['inclusion', 'checkpoint', 'witnesses', 'seal'] as const),
] as const;
export type Step = (typeof STEPS)[number];

export interface Report {
  readonly verified: boolean;
  readonly steps: readonly { readonly step: Step; readonly faults: readonly Fault[] }[];
  readonly act: Act | null;
  readonly file: Members;
  readonly log: { readonly origin: string; readonly size: number; readonly index: number } | null;
  readonly cosigners: readonly { readonly name: string; readonly atSeconds: number }[];
}

const MEMBERS =
  'act admission authority checkpoint clearance exportedAt format genesis id inclusion network ' +
  'register seal witnesses';

function readFile(bytes: Bytes): Members | null {
  const written = textOf(bytes);
  const file = written === null ? null : readMembers(written);
  if (!file || !hasExactly(file, ...MEMBERS.split(' '))) return null;
  const isSealed = hasExactly(members(file['seal']), 'author', 'key', 'signature');
  return isSealed && file['format'] === 'concord-act-proof/1' ? file : null;
}

interface Scene {
  readonly file: Members;
  readonly authority: Authority;
  readonly act: Act | Fault;
  readonly admission: Act | Fault;
  readonly checkpoint: Checkpoint | null;
}

const isAct = (one: Act | Fault): one is Act => typeof one === 'object';

/** Why an act of the file does not hold at its place; null where it does. */
async function actFault({ authority }: Scene, act: Act, custodian: string): Promise<Fault | null> {
  if (!(await isSigned(authority, act))) return 'signature';
  if (act.place === null) return 'admission';
  const fault = await admissionFault(authority, act);
  // Who settles keys or mandates was judged as it did so.
  return fault ?? (settles(act.type) ? null : judged(authority, act, act.place, custodian));
}

/** Why an admission is not the custodian's own, with a key that counted at the place. */
async function admittingFault({ authority }: Scene, act: Act, custodian: string, at: number) {
  const { author, actor } = act.header;
  if (author !== custodian || actor !== custodian) return 'admission';
  if (!(await isSigned(authority, act))) return 'signature';
  return judged(authority, act, at, custodian);
}

async function authorityFaults(
  scene: Scene,
  acts: readonly (Act | Fault)[],
): Promise<(Fault | null)[]> {
  const { authority, file } = scene;
  const all = [...acts, scene.act].filter(isAct);
  const inOrder = all
    .filter(({ type, place }) => settles(type) && place !== null)
    .sort((one, other) => (one.place ?? 0) - (other.place ?? 0));
  const faults: (Fault | null)[] = acts.flatMap((one) => (isAct(one) ? [] : [one]));
  for (const act of inOrder) faults.push(await settle(authority, act));
  const genesis = members(file['genesis']);
  const [first] = authority.keys;
  if (first?.[0] !== genesis['key']) faults.push('genesis');
  for (const act of acts.filter(isAct)) faults.push(await settlingFault(scene, act, all));
  return faults;
}

/** Why one of the acts on authority, or an admission of such, does not hold; null where it does. */
async function settlingFault(scene: Scene, act: Act, all: readonly Act[]): Promise<Fault | null> {
  const { admissions, operator } = scene.authority;
  if (settles(act.type)) return actFault(scene, act, operator);
  if (act.type !== ADMIT) return 'unknown';
  const given = all.find(({ id }) => admissions.get(id) === act);
  const at = given?.place ?? null;
  return at === null ? 'admission' : admittingFault(scene, act, operator, at);
}

async function theAct({ act, admission, file, ...scene }: Scene): Promise<(Fault | null)[]> {
  if (!isAct(act)) return [act];
  const custodian = isAct(admission) ? text(admission.header['author']) : '';
  const isMeant = act.id === file['id'];
  return [
    isMeant ? null : 'meant',
    await actFault({ act, admission, file, ...scene }, act, custodian),
  ];
}

async function theAdmission(scene: Scene): Promise<(Fault | null)[]> {
  const { act, admission, file, authority } = scene;
  if (!isAct(admission)) return [admission];
  if (!isAct(act)) return ['admission'];
  const { register, network, author } = admission.header;
  const isHere = register === file['register'] && network === file['network'];
  const isMeant = admission.type === ADMIT && authority.admissions.get(act.id) === admission;
  return [
    isHere && isMeant ? null : 'admission',
    await admittingFault(scene, admission, text(author), act.place ?? 0),
  ];
}

async function inclusionFault({ file, checkpoint }: Scene): Promise<Fault | null> {
  const { index, proof } = members(file['inclusion']);
  const hashes = list(proof).map((one) => fromBase64(text(one)));
  const whole = hashes.filter((one) => one !== null);
  const at = count(index);
  if (!checkpoint || at === null || whole.length !== hashes.length) return 'inclusion';
  const found = await isIncluded(fromHex(text(file['id'])), checkpoint, at, whole);
  return found ? null : 'inclusion';
}

/** The operator's keys that still count. */
function operatorKeys({ keys, operator }: Authority): Bytes[] {
  return [...keys.values()]
    .filter(({ actor, until }) => actor === operator && until === null)
    .map(({ bytes }) => bytes);
}

async function checkpointFault({ authority, checkpoint }: Scene): Promise<Fault | null> {
  if (!checkpoint) return 'checkpoint';
  return (await isSignedBy(checkpoint, operatorKeys(authority))) ? null : 'operator';
}

async function cosignersOf({ file, checkpoint }: Scene) {
  const { keys, quorum } = members(file['witnesses']);
  const read = await Promise.all(list(keys).map((one) => readWitness(text(one))));
  const known = read.filter((one): one is Witness => one !== null);
  const found: { name: string; atSeconds: number }[] = [];
  for (const witness of checkpoint ? known : []) {
    const atSeconds = checkpoint && (await cosignedAt(checkpoint, witness));
    if (atSeconds !== null) found.push({ name: witness.name, atSeconds });
  }
  const isOnce = new Set(known.map(({ key }) => key.join())).size === known.length;
  const isWhole = isOnce && known.length === read.length;
  return { found, isMet: isWhole && found.length >= (count(quorum) ?? Number.POSITIVE_INFINITY) };
}

async function sealFault({ file, authority }: Scene): Promise<Fault | null> {
  const { seal: given, ...content } = file;
  const seal = members(given);
  const key = authority.keys.get(text(seal['key']));
  const signature = fromBase64Url(text(seal['signature']));
  const isOperator = seal['author'] === authority.operator && key?.actor === authority.operator;
  if (!isOperator || key.until !== null || !signature) return 'seal';
  const digest = await sha256(canonicalBytes(content));
  const message = joined(bytesOf('concord act proof v1\n'), digest);
  return (await holds(key.bytes, message, signature)) ? null : 'seal';
}

async function sceneOf(file: Members): Promise<{ scene: Scene; acts: (Act | Fault)[] }> {
  const acts = await Promise.all(list(file['authority']).map(readAct));
  const [act, admission] = [await readAct(file['act']), await readAct(file['admission'])];
  const authority: Authority = {
    operator: text(members(file['genesis'])['actor']),
    keys: new Map(),
    recoveries: new Map(),
    lastKeyActs: new Map(),
    mandates: new Map(),
    admissions: readAdmissions([act, admission, ...acts].filter(isAct)),
  };
  const checkpoint = readCheckpoint(text(file['checkpoint']));
  return { scene: { file, authority, act, admission, checkpoint }, acts };
}

const NOTHING = { act: null, file: {}, log: null, cosigners: [] } as const;

/** Verifies the bytes of a file, step by step. It asks nobody, and never throws for bad bytes. */
export async function verifyProof(bytes: Bytes): Promise<Report> {
  const file = readFile(bytes);
  if (!file) return { verified: false, steps: [{ step: 'form', faults: ['form'] }], ...NOTHING };
  const { scene, acts } = await sceneOf(file);
  const byStep = new Map<Step, readonly (Fault | null)[]>([['form', []]]);
  byStep.set('authority', await authorityFaults(scene, acts));
  byStep.set('act', await theAct(scene));
  byStep.set('admission', await theAdmission(scene));
  byStep.set('inclusion', [await inclusionFault(scene)]);
  byStep.set('checkpoint', [await checkpointFault(scene)]);
  const cosigned = await cosignersOf(scene);
  byStep.set('witnesses', [cosigned.isMet ? null : 'witness']);
  byStep.set('seal', [await sealFault(scene)]);
  const steps = STEPS.map((step) => {
    const faults = (byStep.get(step) ?? []).filter((fault) => fault !== null);
    return { step, faults: [...new Set(faults)] };
  });
  const { checkpoint, act } = scene;
  const index = count(members(file['inclusion'])['index']) ?? 0;
  return {
    verified: steps.every(({ faults }) => faults.length === 0),
    steps,
    act: isAct(act) ? act : null,
    file,
    log: checkpoint && { origin: checkpoint.origin, size: checkpoint.size, index },
    cosigners: cosigned.found,
  };
}
