/** The custodian's own acts on a batch: what it admits, and what it refuses and why. */
import type { Json } from '../kernel/canonical.ts';
import { type Header, partOf, streamOf } from '../kernel/act.ts';
import type { SigningKey } from '../kernel/key.ts';
import { CLEAR } from '../kernel/marking.ts';
import type { Refusal } from '../kernel/refusal.ts';
import {
  ADMITTED_PER_ACT_MAX,
  type AdmitPayload,
  REFUSAL_REASON_CHARACTERS_MAX,
  type RefusePayload,
} from '../kernel/register.ts';
import { composeUnsigned } from '../kernel/sign.ts';
import { advanceStream, headOf } from './batch-state.ts';
import type { Accepted, Refused, ToRecord, Verdict, Work } from './work.ts';

/** Consecutive positions of one register, for one audience. */
interface Admitting {
  readonly register: string;
  readonly marking: Header['marking'];
  readonly first: number;
  readonly acts: string[];
}

function groupAdmissions(accepted: readonly Accepted[]): Admitting[] {
  const open = new Map<string, Admitting>();
  const groups: Admitting[] = [];
  for (const { act, audience } of accepted) {
    const { register, position } = act.admission;
    const key = `${register} ${audience}`;
    const last = open.get(key);
    if (last && last.acts.length < ADMITTED_PER_ACT_MAX) {
      last.acts.push(act.id);
      continue;
    }
    const { marking } = act.header;
    const fresh = { register, marking, first: position, acts: [act.id] };
    open.set(key, fresh);
    groups.push(fresh);
  }
  return groups;
}

function compose(
  work: Work,
  type: string,
  register: string,
  marking: Header['marking'],
  payload: Record<string, Json>,
): ToRecord {
  const { custodian, key } = keeperOf(work, register);
  const head = headOf(work.state, streamOf(custodian, marking));
  const clear = headOf(work.state, streamOf(custodian, CLEAR));
  const part = partOf(payload);
  const { act, header } = composeUnsigned(
    {
      network: work.node.network,
      type,
      author: custodian,
      actor: custodian,
      mandate: null,
      basis: { kind: 'signed' },
      seq: head.seq + 1,
      prev: head.last,
      // In which order keys and mandates came and went, for who sees this audience's acts.
      parents: marking.level === 'clear' || !clear.last ? [] : [clear.last],
      register,
      effectiveOn: null,
      issuedAt: work.state.recordedAt,
      marking,
    },
    part,
    payload,
    key.id,
  );
  advanceStream(work.state, act.header, act.id);
  return { act, header, parts: [part], signature: null, key };
}

/** Judging has seen that the custodian is known and its key held. */
function keeperOf(work: Work, register: string): { custodian: string; key: SigningKey } {
  const custodian = work.state.registers.get(register)?.custodian;
  const key = custodian === undefined ? null : work.node.keys.keyFor(custodian);
  if (custodian === undefined || !key) throw new Error(`nobody here keeps ${register}`);
  return { custodian, key };
}

/** The custodians' admissions of what was accepted, and by which act each was admitted. */
export function admissionActs(
  work: Work,
  accepted: readonly Accepted[],
): { records: ToRecord[]; admittedBy: Map<string, string> } {
  const admittedBy = new Map<string, string>();
  const records = groupAdmissions(accepted).map(({ register, marking, first, acts }) => {
    const payload: AdmitPayload = { register, first, acts };
    const record = compose(work, 'registers.admit', register, marking, payload);
    for (const act of acts) admittedBy.set(act, record.act.id);
    return record;
  });
  return { records, admittedBy };
}

export interface RefusalRecord {
  readonly record: ToRecord;
  readonly act: ToRecord['act'];
  readonly refusal: Refusal;
}

type Kept = Refused & { readonly record: ToRecord };
const isKept = (verdict: Verdict): verdict is Kept =>
  verdict.verdict === 'refused' && verdict.record !== null;

/** The custodians' refusals of acts that are in their authors' streams all the same. */
export function refusalActs(work: Work, verdicts: readonly Verdict[]): RefusalRecord[] {
  return verdicts.filter(isKept).map(({ record: { act }, refusal }) => {
    const register = act.header.register ?? '';
    const payload: RefusePayload = {
      register,
      act: act.id,
      rule: refusal.rule.id,
      citation: refusal.rule.citation,
      reason: refusal.reason.slice(0, REFUSAL_REASON_CHARACTERS_MAX).toWellFormed(),
    };
    const record = compose(work, 'registers.refuse', register, act.header.marking, payload);
    return { record, act, refusal };
  });
}
