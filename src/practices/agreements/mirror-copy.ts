/** The other side's copy of an agreement, read from its record file or from its acts in lines. */
import { type Act, readAct } from '../../kernel/act.ts';
import { rule } from '../../kernel/law.ts';
import { readRecordFile } from '../../kernel/record-file.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { SignedActJson, signedActOf } from '../../kernel/signed-act-json.ts';
import { agreementActs } from './acts/all.ts';
import { registerOf } from './acts/event.ts';
import { additionOf } from './load.ts';
import { FixedText, TextChanges } from './payloads/texts.ts';
import { type Admitted, historyFrom, nothingAdmitted } from './rules/dossier.ts';
import type { Words } from './rules/texts/library.ts';
import { type Copy, consentsIn } from './rules/mirrored/mirror.ts';
import { termsWithParts } from './rules/mirrored/mirrored.ts';
import { chronicleOf } from './rules/entry-into-force.ts';
import type { Facts } from './rules/facts.ts';
import type { History } from './rules/history.ts';

const EXPORT = rule(
  'agreements.mirror-export',
  'Concord agreements, "Mirrored"',
  'An export is a record file, or a signed act in each line in the order of the register.',
);

/** More acts than these are no register of two. */
export const EXPORTED_ACTS_MAX = 2000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The acts that were admitted, by a record file or by a signed act in each line. */
function signedIn(text: string): SignedActJson[] | Refusal {
  const file = readRecordFile(new Uint8Array(Buffer.from(text, 'utf8')));
  if ('file' in file) {
    const admitted = file.file.acts.filter(({ place }) => place !== null);
    return admitted
      .sort((one, other) => (one.place ?? 0) - (other.place ?? 0))
      .map(({ signed }) => signed);
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const found: SignedActJson[] = [];
  for (const [at, line] of lines.entries()) {
    const signed = SignedActJson.safeParse(parsed(line));
    if (!signed.success)
      return refuse(EXPORT, said('Line {$at} is no signed act.', { at: at + 1 }));
    found.push(signed.data);
  }
  return found;
}

const schemas = new Map(agreementActs.map(({ type, payload }) => [type, payload]));

/** The act as its schema reads it; null for acts of other practices, and of other registers. */
function actUnder(act: Act, agreement: string): Act | Refusal | null {
  const { register, type } = act.header;
  const schema = schemas.get(type);
  if (register !== registerOf(agreement) || schema === undefined) return null;
  const payload = schema.safeParse(act.payload);
  return payload.success
    ? { ...act, payload: payload.data as Act['payload'] } // Parsed by the act's own schema.
    : refuse(EXPORT, said('The act {$id} does not fit {$type}.', { id: act.id, type }));
}

function wordsOf({ header, payload }: Act): Words | null {
  if (header.type === 'agreements.fix-text') return FixedText.parse(payload);
  return header.type === 'agreements.change-text' ? TextChanges.parse(payload) : null;
}

function take(addition: ReturnType<typeof additionOf>, act: string, admitted: Admitted): void {
  if (addition === null) return;
  if ('adoption' in addition) admitted.adoption = { payload: addition.adoption, by: act };
  else if ('event' in addition) admitted.events.push(addition.event);
  else admitted.corrections.push(addition.correction);
}

/** The copy that acts make, in the order in which its side admitted them. */
export function copyFrom(acts: readonly Act[], agreement: string, facts: Facts): Copy | Refusal {
  const admitted = nothingAdmitted(agreement);
  const words = new Map<string, Words>();
  for (const [at, one] of acts.entries()) {
    const act = actUnder(one, agreement);
    if (act === null) continue;
    if (isRefusal(act)) return act;
    const own = wordsOf(act);
    if (own !== null) words.set(act.id, own);
    take(additionOf(act, at + 1), act.id, admitted);
  }
  const history = historyFrom(admitted);
  if (!history) return { terms: null, consents: [] };
  return copyIn(history, (act) => words.get(act) ?? null, chronicleOf(history, facts).decision.on);
}

/** The copy that a history is. */
export function copyIn(
  history: History,
  wordsOfAct: (act: string) => Words | null,
  inForceOn: string | null,
): Copy {
  const terms = termsWithParts(history.adoption, history.events, wordsOfAct);
  return {
    terms: terms?.hash ?? null,
    ...(terms && { parts: terms.parts }),
    consents: consentsIn(history),
    inForceOn,
  };
}

/**
 * The copy that an export holds, each act held to the bytes that its header vouches for. Signatures
 * are verified when an act is taken in, not here: an export says what the other side says it has.
 */
export function copyOf(text: string, agreement: string, facts: Facts): Copy | Refusal {
  const all = signedIn(text);
  if (isRefusal(all)) return all;
  if (all.length > EXPORTED_ACTS_MAX) {
    return refuse(
      EXPORT,
      said('It has more than {$exportedActsMax} acts.', { exportedActsMax: EXPORTED_ACTS_MAX }),
    );
  }
  const acts: Act[] = [];
  for (const signed of all) {
    const act = readAct(signedActOf(signed));
    if (isRefusal(act)) return act;
    acts.push(act);
  }
  return copyFrom(acts, agreement, facts);
}
