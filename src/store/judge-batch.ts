/** Judges a batch in order: each act by what the record and the acts before it say. */
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { KEY_RULE, type KeyState, judgeAuthority } from '../kernel/mandate.ts';
import type { AdmittedAct, Judge } from '../kernel/define-area.ts';
import { advanceStream, audienceId, positionOf } from './batch-state.ts';
import type { KeyPayload } from '../kernel/authority-acts.ts';
import type { SigningKey } from '../kernel/key.ts';
import { type Carried, carriedKindFault } from '../kernel/carried.ts';
import { applyHere, placedHere } from './apply-act.ts';
import { genesisKey, keyRecovered, recordAuthority } from './authority.ts';
import { judgeDocuments } from './attachment-uses.ts';
import { type Candidate, type SignedCandidate, provisionalAct } from './candidate.ts';
import { keyFor, mandateFor } from './elsewhere.ts';
import type { Presented, ToRecord, Verdict, Work } from './work.ts';
import { refused } from './work.ts';
import { type CheckedSignatures, present, signatureKey } from './present.ts';
import { SIGNATURE_RULE } from '../kernel/sign.ts';
import { CUSTODIAN_RULE, REGISTER_RULE } from './rules.ts';

/** What became of an act that was handed in before; with a false signature it is another's. */
function again(work: Work, candidate: Candidate, checked: CheckedSignatures): Verdict | null {
  if (candidate.kind !== 'signed') return null;
  const receipt = work.known.get(candidate.act.id);
  if (!receipt) return null;
  const { act, signed } = candidate;
  if (checked.get(signatureKey(act.id, signed.signature)) === false) {
    return refused(
      refuse(
        SIGNATURE_RULE,
        said('The signature of {$author} does not hold.', { author: act.header.author }),
      ),
    );
  }
  return {
    verdict: 'again',
    receipt: isRefusal(receipt) ? receipt : { ...receipt, again: true },
  };
}

/** Whether the act recovers the custodian's own key, by which it is then admitted. */
function brings(candidate: Candidate, held: SigningKey | null): boolean {
  if (candidate.found.definition.type !== 'keys.recover' || !held) return false;
  // Held against the key alone; whether the payload is sound is judged after this.
  const { publicKey } = candidate.payload as KeyPayload;
  return publicKey === Buffer.from(held.publicBytes).toString('base64url');
}

/** The custodian of the register, who is the author where the act opens it. */
function custodianOf(work: Work, candidate: Candidate): string | Refusal {
  const { register, author, found } = candidate;
  const known = work.state.registers.get(register)?.custodian;
  if (known === undefined && found.definition.opens !== true) {
    return refuse(REGISTER_RULE, said('There is no register {$register}.', { register }), {
      remedy: said('Put an act there that opens it, or correct its name.'),
      values: { register },
    });
  }
  const custodian = known ?? author;
  const held = work.node.keys.keyFor(custodian);
  const state = held && work.state.keys.get(held.id);
  // The very first act registers the key that admits it.
  const counts = state ? state.until === null : work.state.keyless || brings(candidate, held);
  if (held && counts) return custodian;
  return refuse(
    CUSTODIAN_RULE,
    said('{$register} is kept by {$custodian}, with whose key this node cannot admit.', {
      register,
      custodian,
    }),
    {
      remedy: said('Hand the act to the node of {$custodian}.', { custodian }),
      values: { register, custodian },
    },
  );
}

function judgeAuthorityHere(work: Work, presented: Presented, custodian: string): Refusal | null {
  const { header } = presented.act;
  const { state } = work;
  const isSound = presented.candidate.kind === 'draft' || presented.candidate.fault === null;
  const recovered = keyRecovered(state, presented.act, isSound);
  if (isRefusal(recovered)) return recovered;
  const key: KeyState | null = recovered ?? keyFor(state, header) ?? genesisKey(work, presented);
  return judgeAuthority(header, state.ledger + 1, {
    key,
    mandates: (act) => mandateFor(state, header, act),
    custodian,
  });
}

/** Why the act that it carries is not carried, by its kind. */
function carriedFault({ catalog }: Work, { candidate, act }: Presented): Refusal | null {
  if (candidate.found.definition.carries !== true) return null;
  const find = (type: string) => catalog.find(type)?.definition ?? null;
  // Every schema of an act that carries another has these two members.
  return carriedKindFault(find, act.payload as Carried, act.header.marking);
}

/** Whether its author had the authority, it is as its type asks, and the area's rules accept it. */
function judgeWhole(
  work: Work,
  judge: Judge,
  presented: Presented,
  custodian: string,
): Refusal | null {
  const { candidate } = presented;
  return (
    judgeAuthorityHere(work, presented, custodian) ??
    (candidate.kind === 'signed' ? candidate.fault : judgeDocuments(work, candidate)) ??
    judge.decide(presented.act) ??
    carriedFault(work, presented)
  );
}

/** Whether an act that is refused so is kept all the same, being its author's own. */
function isKept(presented: Presented, refusal: Refusal): boolean {
  return presented.candidate.kind === 'signed' && refusal.rule.id !== KEY_RULE.id;
}

function accept(work: Work, presented: Presented, custodian: string): Verdict {
  const { state } = work;
  const { record, candidate } = presented;
  const { header, id } = presented.act;
  const audience = audienceId(state, header.marking);
  const register = candidate.register;
  if (!state.registers.has(register)) {
    const opened = { key: register, custodian, opened_by: id, audience };
    state.registers.set(register, opened);
    state.freshRegisters.push(opened);
  }
  advanceStream(state, header, id);
  const position = positionOf(state, register, audience);
  position.last += 1;
  position.changed = true;
  state.ledger += 1;
  const admission = {
    register,
    position: position.last,
    ledger: state.ledger,
    recordedAt: state.recordedAt,
  };
  const act: AdmittedAct<unknown> = { ...presented.act, admission };
  const changes = applyHere(work, candidate, act, audience);
  recordAuthority(state, act, changes);
  work.known.set(id, { id, register, position: position.last, ledger: state.ledger });
  return { verdict: 'accepted', record, act, audience, changes };
}

function judgeOne(
  work: Work,
  judge: Judge,
  candidate: Candidate,
  checked: CheckedSignatures,
): Verdict {
  const before = again(work, candidate, checked);
  if (before) return before;
  const presented = present(work, candidate, checked);
  if (isRefusal(presented)) return refused(presented);
  const custodian = custodianOf(work, candidate);
  if (isRefusal(custodian)) return sent(work, judge, presented) ?? refused(custodian);
  const refusal = judgeWhole(work, judge, presented, custodian);
  if (!refusal) {
    const accepted = accept(work, presented, custodian);
    judge.evolve(presented.act);
    return accepted;
  }
  if (!isKept(presented, refusal) || !work.state.registers.has(candidate.register)) {
    return refused(refusal);
  }
  advanceStream(work.state, presented.act.header, presented.act.id);
  work.known.set(presented.act.id, refusal);
  return { verdict: 'refused', refusal, record: presented.record };
}

/**
 * A draft for a register that another node keeps. It is judged as far as it can be here, so that
 * nobody signs what cannot stand; then it is in its author's stream, and its custodian decides.
 */
function sent(work: Work, judge: Judge, presented: Presented): Verdict | null {
  const { candidate, record } = presented;
  const register = work.state.registers.get(candidate.register);
  if (candidate.kind !== 'draft' || !register) return null;
  if (work.node.keys.keyFor(register.custodian) !== null) return null;
  const refusal = judgeWhole(work, judge, presented, register.custodian);
  if (refusal) return refused(refusal);
  const { id, header } = presented.act;
  advanceStream(work.state, header, id);
  const receipt = { id, register: register.key, awaits: register.custodian };
  const { ledger, recordedAt } = work.state;
  const audience = audienceId(work.state, header.marking);
  const position = positionOf(work.state, register.key, audience).last + 1;
  const admission = { register: register.key, position, ledger: ledger + 1, recordedAt };
  const act: AdmittedAct<unknown> = { ...presented.act, admission };
  const changes = placedHere(work.catalog, candidate, act).map(({ change }) => change);
  return { verdict: 'sent', record, receipt, act, changes };
}

/**
 * Judges an act that came in its author's stream, for a register that this node keeps. It stands in
 * that stream whatever is decided; the caller moves the stream on. Null: it waits undecided for
 * what may yet come.
 */
export function judgeOurs(
  work: Work,
  judge: Judge,
  candidate: SignedCandidate,
  record: ToRecord,
): Verdict | null {
  const { act, payload } = candidate;
  const presented: Presented = { candidate, record, act: { ...act, payload } };
  const custodian = custodianOf(work, candidate);
  const refusal = isRefusal(custodian) ? custodian : judgeWhole(work, judge, presented, custodian);
  if (refusal === null && !isRefusal(custodian)) {
    const accepted = accept(work, presented, custodian);
    judge.evolve(presented.act);
    return accepted;
  }
  if (refusal === null) throw new Error('an act was neither accepted nor refused');
  if (refusal.forNow) return null;
  work.known.set(act.id, refusal);
  return { verdict: 'refused', refusal, record };
}

/** Runs of consecutive acts of one area, for each of which its decider loads once. */
function runsOf(candidates: readonly Candidate[]): Candidate[][] {
  const runs: Candidate[][] = [];
  for (const candidate of candidates) {
    const last = runs.at(-1);
    if (last?.[0]?.found.area === candidate.found.area) last.push(candidate);
    else runs.push([candidate]);
  }
  return runs;
}

/** Judges the candidates in order; the verdicts are in the same order. */
export async function judgeBatch(
  work: Work,
  candidates: readonly Candidate[],
  checked: CheckedSignatures,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const run of runsOf(candidates)) {
    const area = run[0]?.found.area;
    if (!area) continue;
    const { network } = work.node;
    const judge = await work.judgeOf(
      area,
      run.map((candidate) => provisionalAct(candidate, network, work.state.recordedAt)),
    );
    for (const candidate of run) verdicts.push(judgeOne(work, judge, candidate, checked));
  }
  return verdicts;
}
