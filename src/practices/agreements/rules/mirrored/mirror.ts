/** One side's copy of a mirrored agreement beside the other's: terms, and consents to them. */
import { type Finding, finding } from '../../../../kernel/finding.ts';
import { expressesConsent } from '../consents.ts';
import { EDITED, voidedBy } from './edits.ts';
import type { History } from '../history.ts';
import { MIRROR_RULES } from './mirrored.ts';

/** A consent as one side has it on record. */
export interface MirrorConsent {
  readonly act: string;
  readonly actor: string;
  readonly on: string;
  /** The hash of the terms that it quotes. */
  readonly terms: string | null;
  /** The edit that voids it there. */
  readonly voidedBy: string | null;
}

/** What one side has. */
export interface Copy {
  /** Null where it has no such agreement, or not all of its words. */
  readonly terms: string | null;
  readonly consents: readonly MirrorConsent[];
}

/** The consents of a history, those that an edit voids included. */
export function consentsIn(history: History): MirrorConsent[] {
  const clauses = history.adoption.finalClauses;
  return history.events
    .filter((event) => expressesConsent(event, clauses))
    .map((event) => {
      const { terms } = event.detail;
      return {
        act: event.act,
        actor: event.actor,
        on: event.on,
        terms: typeof terms === 'string' ? terms : null,
        voidedBy: voidedBy(event, history),
      };
    });
}

export interface Mirror {
  readonly same: boolean;
  readonly rows: readonly {
    readonly consent: MirrorConsent;
    readonly here: boolean;
    readonly there: boolean;
    /** Whether it is to the terms that both sides have, and no edit voids it on either. */
    readonly holds: boolean;
  }[];
}

/** Compares the copies; a consent is the same where it is the same act. */
export function mirrorOf(here: Copy, there: Copy): Mirror {
  const same = here.terms !== null && here.terms === there.terms;
  const own = new Map(here.consents.map((one) => [one.act, one]));
  const other = new Map(there.consents.map((one) => [one.act, one]));
  const all = new Map([...other, ...own]);
  const rows = [...all.values()].map((consent) => {
    const voided = [own, other].some((side) => (side.get(consent.act)?.voidedBy ?? null) !== null);
    const holds = same && consent.terms === here.terms && !voided;
    return { consent, here: own.has(consent.act), there: other.has(consent.act), holds };
  });
  return { same, rows };
}

function reasonOf(one: Mirror['rows'][number], same: boolean, here: Copy): string {
  const { consent } = one;
  if (!one.here) return 'it is not on record here';
  if (consent.voidedBy !== null) return `the terms were edited since, by ${consent.voidedBy}`;
  if (!same) return 'the copies have different terms';
  return consent.terms === here.terms
    ? 'an edit voids it in the other copy'
    : 'it quotes other terms than these';
}

/** Whether both sides have the same, and what is missing where. */
export function mirrorFinding(mirror: Mirror, here: Copy, there: Copy): Finding {
  const label = ({ actor, on }: MirrorConsent): string => `${actor}, consent of ${on}`;
  const ref = (one: MirrorConsent) => ({
    label: label(one),
    act: one.act,
    actor: one.actor,
    on: one.on,
  });
  const lacking = mirror.rows.flatMap((one) => [
    ...(one.here ? [] : [`here: ${label(one.consent)}, act ${one.consent.act}`]),
    ...(one.there ? [] : [`there: ${label(one.consent)}, act ${one.consent.act}`]),
  ]);
  const differ = `terms ${here.terms ?? 'unknown'} here, ${there.terms ?? 'unknown'} there`;
  return finding({
    question: 'Do both sides have the same terms, and the same consents to them?',
    value: mirror.same && lacking.length === 0 && mirror.rows.every((one) => one.holds),
    text: mirror.same ? 'the same terms' : differ,
    rule: mirror.same ? MIRROR_RULES.same : EDITED,
    counted: mirror.rows.filter((one) => one.holds).map(({ consent }) => ref(consent)),
    excluded: mirror.rows
      .filter((one) => !one.holds)
      .map((one) => ({ ref: ref(one.consent), reason: reasonOf(one, mirror.same, here) })),
    missing: [...(mirror.same ? [] : [differ]), ...lacking],
  });
}
