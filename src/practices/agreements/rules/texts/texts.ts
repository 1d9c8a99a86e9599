/**
 * What an agreement says: its text in each language as the record has it, and as amendments and
 * rectifications leave it on a day. VCLT Arts. 10, 33, 39-41, 79. Pure; words come beside events.
 */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { Passage } from '../../payloads/depositary.ts';
import type { FixedText, Provision, TextChange, TextChanges } from '../../payloads/texts.ts';
import { withChange } from './change-text.ts';
import type { AgreementEvent } from '../history.ts';

/** A text as it was put down in one language, by an act that stands. */
export interface FixedVersion {
  readonly act: string;
  readonly on: PlainDateText;
  readonly actor: string;
  readonly language: string;
  readonly isAuthentic: boolean;
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

function versionOf(event: AgreementEvent): FixedVersion {
  const { act, actor, detail, on } = event;
  const isAuthentic = detail['authentic'] !== false;
  return { act, actor, on, language: textIn(detail['language']), isAuthentic };
}

/** Every text that was put down, in the order of the record. */
export function versionsIn(events: Iterable<AgreementEvent>): FixedVersion[] {
  return [...events]
    .filter((event) => event.kind === 'fix-text')
    .sort((one, other) => one.ledger - other.ledger)
    .map(versionOf);
}

/**
 * The text in each language, the last to be put down. A draft counts from its own day; what was
 * adopted is the text from the adoption on, whenever it was recorded.
 */
export function textsOn(
  events: Iterable<AgreementEvent>,
  adoptedOn: PlainDateText | null,
  day: PlainDateText,
): Map<string, FixedVersion> {
  const isAdopted = adoptedOn !== null && adoptedOn <= day;
  const known = versionsIn(events).filter(({ on }) => isAdopted || on <= day);
  return new Map(known.map((version) => [version.language, version]));
}

/** Acts by which an amendment says how it changes the text, in a language. */
export function changesIn(events: Iterable<AgreementEvent>, language: string): string[] {
  return [...events]
    .filter((event) => event.kind === 'change-text' && event.detail['language'] === language)
    .sort((one, other) => one.ledger - other.ledger)
    .map(({ act }) => act);
}

/** Passages that were rectified, with the act and day; they count from the beginning. */
export interface Rectified {
  readonly act: string;
  readonly on: PlainDateText;
  readonly passages: readonly Passage[];
}

/** The rectifications that stand, with the passages of the proposals that they carry out. */
export function rectificationsIn(events: Iterable<AgreementEvent>): Rectified[] {
  const all = [...events];
  const proposals = new Map(
    all.filter(({ kind }) => kind === 'propose-correction').map((event) => [event.act, event]),
  );
  return all
    .filter(({ kind }) => kind === 'rectify')
    .flatMap(({ act, on, detail }) => {
      const proposal = proposals.get(textIn(detail['proposal']));
      // The detail of a proposal is its payload, as its schema gave it.
      const passages = proposal?.detail['passages'] as readonly Passage[] | undefined;
      return passages === undefined ? [] : [{ act, on, passages }];
    });
}

/** An amendment that has effect, from a day on, with its changes in the language that is read. */
export interface AppliedAmendment {
  readonly agreement: string;
  readonly from: PlainDateText;
  /** Its changes in order; null where it has none in this language. */
  readonly changes: readonly { readonly act: string; readonly content: TextChanges }[] | null;
}

/** What changed a provision. */
export interface ProvisionChange {
  readonly how: 'inserted' | 'replaced' | 'rectified';
  readonly agreement: string;
  readonly act: string;
  readonly on: PlainDateText;
}

export interface ConsolidatedProvision extends Provision {
  readonly changes: readonly ProvisionChange[];
}

/** A change that the text at hand has no place for. */
export interface Unapplied {
  readonly agreement: string;
  readonly act: string;
  readonly reason: string;
}

export interface Consolidated {
  readonly provisions: readonly ConsolidatedProvision[];
  readonly repealed: readonly (Omit<ProvisionChange, 'how'> & { readonly provision: string })[];
  /** Amendments that say nothing in this language; what they change is not guessed. */
  readonly lacking: readonly string[];
  readonly unapplied: readonly Unapplied[];
}

/** A text that is being consolidated. */
interface Working {
  provisions: ConsolidatedProvision[];
  readonly repealed: Consolidated['repealed'][number][];
  readonly unapplied: Unapplied[];
}

/** VCLT Art. 79(4): the corrected text replaces the defective one from the beginning. */
function rectify(working: Working, language: string, agreement: string, given: Rectified): void {
  for (const { provision, wrong, right, ...passage } of given.passages) {
    if (passage.language !== language) continue;
    const at = working.provisions.findIndex(({ id }) => id === provision);
    const old = working.provisions[at];
    const corrected = old && withPassage(old, wrong, right);
    if (old && corrected) {
      const { act, on } = given;
      const changes = [...old.changes, { how: 'rectified', agreement, act, on } as const];
      working.provisions[at] = { ...corrected, changes };
    } else {
      const reason = `“${wrong}” does not stand in ${provision}`;
      working.unapplied.push({ agreement, act: given.act, reason });
    }
  }
}

/** The provision with the passage put right where it first stands; null where it does not. */
export function withPassage(provision: Provision, wrong: string, right: string): Provision | null {
  for (const member of ['text', 'heading', 'number'] as const) {
    const words = provision[member];
    if (words?.includes(wrong)) {
      return { ...provision, [member]: words.replace(wrong, () => right) };
    }
  }
  return null;
}

/** Ids that a change brings in, with how. */
function broughtBy(change: TextChange): { ids: readonly string[]; how: 'inserted' | 'replaced' } {
  if (change.change === 'insert') {
    return { ids: change.provisions.map(({ id }) => id), how: 'inserted' };
  }
  return { ids: change.change === 'replace' ? change.by.map(({ id }) => id) : [], how: 'replaced' };
}

function apply(
  working: Working,
  change: TextChange,
  by: Pick<ProvisionChange, 'agreement' | 'act' | 'on'>,
): void {
  const next = withChange(working.provisions, change);
  if (typeof next === 'string') {
    working.unapplied.push({ agreement: by.agreement, act: by.act, reason: next });
    return;
  }
  const before = new Map(working.provisions.map((provision) => [provision.id, provision.changes]));
  const after = new Set(next.map(({ id }) => id));
  const { ids, how } = broughtBy(change);
  const brought = new Set(ids);
  for (const { id } of working.provisions) {
    if (!after.has(id)) working.repealed.push({ ...by, provision: id });
  }
  working.provisions = next.map((provision) => {
    const known = before.get(provision.id) ?? [];
    const changes = brought.has(provision.id) ? [...known, { how, ...by }] : known;
    return { ...provision, changes };
  });
}

/**
 * The text in one language with rectifications and amendments in it, in the order given. What an
 * amendment does not say in this language, and what has no place in the text, is told apart.
 */
export function consolidated(given: {
  readonly agreement: string;
  readonly text: Pick<FixedText, 'language' | 'provisions'>;
  readonly rectified: readonly Rectified[];
  readonly amendments: readonly AppliedAmendment[];
}): Consolidated {
  const { agreement, amendments, rectified, text } = given;
  const provisions = text.provisions.map((provision) => ({ ...provision, changes: [] }));
  const working: Working = { provisions, repealed: [], unapplied: [] };
  for (const one of rectified) rectify(working, text.language, agreement, one);
  for (const amendment of amendments) {
    for (const { act, content } of amendment.changes ?? []) {
      const by = { agreement: amendment.agreement, act, on: amendment.from };
      for (const change of content.changes) apply(working, change, by);
    }
  }
  const lacking = amendments.filter(({ changes }) => changes === null);
  return { ...working, lacking: lacking.map((amendment) => amendment.agreement) };
}
