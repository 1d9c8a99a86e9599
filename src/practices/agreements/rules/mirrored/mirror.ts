/** One side's copy of a mirrored agreement beside the other's: terms, and consents to them. */
import { type Finding, excludedFor, finding } from '../../../../kernel/finding.ts';
import { type Sentence, said } from '../../../../kernel/said.ts';
import type { EventKind } from '../../acts/event.ts';
import { expressesConsent } from '../consents.ts';
import { EDITED, voidedBy } from './edits.ts';
import type { History } from '../history.ts';
import { MIRROR_RULES } from './mirrored.ts';

/** A signature or a consent as one side has it on record. */
export interface MirrorConsent {
  readonly act: string;
  readonly kind: EventKind;
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
  /** The terms piece by piece, where more is at hand than their hash. */
  readonly parts?: ReadonlyMap<string, string>;
  /** The day of entry into force by this copy. */
  readonly inForceOn?: string | null;
  /** Why acts that came to this side are not on its record, by act. */
  readonly keptOut?: ReadonlyMap<string, string>;
}

/** The signatures and consents of a history, those that an edit voids included. */
export function consentsIn(history: History): MirrorConsent[] {
  const clauses = history.adoption.finalClauses;
  return history.events
    .filter((event) => event.kind === 'sign' || expressesConsent(event, clauses))
    .map((event) => {
      const { terms } = event.detail;
      return {
        act: event.act,
        kind: event.kind,
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
    /** Why it does not; null where it does. */
    readonly reason: Sentence | null;
  }[];
  /** The pieces of the terms that are not the same, as each side has them. */
  readonly apart: readonly {
    readonly part: string;
    readonly here: string | null;
    readonly there: string | null;
  }[];
}

/** The pieces in which the terms differ; none where a side told its hash alone. */
function apartIn(here: Copy, there: Copy): Mirror['apart'] {
  const [own, other] = [here.parts, there.parts];
  if (!own || !other) return [];
  return [...new Set([...own.keys(), ...other.keys()])]
    .map((part) => ({ part, here: own.get(part) ?? null, there: other.get(part) ?? null }))
    .filter((one) => one.here !== one.there);
}

/** Compares the copies; a consent is the same where it is the same act. */
export function mirrorOf(here: Copy, there: Copy): Mirror {
  const same = here.terms !== null && here.terms === there.terms;
  const own = new Map(here.consents.map((one) => [one.act, one]));
  const other = new Map(there.consents.map((one) => [one.act, one]));
  const all = new Map([...other, ...own]);
  const rows = [...all.values()].map((consent) => {
    const voided = [own, other].some((side) => (side.get(consent.act)?.voidedBy ?? null) !== null);
    const isOnBoth = own.has(consent.act) && other.has(consent.act);
    const holds = same && consent.terms === here.terms && !voided;
    const row = { consent, here: own.has(consent.act), there: other.has(consent.act), holds };
    const isSound = holds && isOnBoth;
    return { ...row, reason: isSound ? null : reasonOf(row, same, { here, there }) };
  });
  return { same, rows, apart: apartIn(here, there) };
}

interface Sides {
  readonly here: Copy;
  readonly there: Copy;
}

/** Why a side does not have it; null where both do, or the terms differ anyway. */
function lackingReason(
  one: Omit<Mirror['rows'][number], 'reason'>,
  same: boolean,
  { here, there }: Sides,
): Sentence | null {
  const { act } = one.consent;
  const told = (side: Copy): Sentence | null => {
    const why = side.keptOut?.get(act);
    return why === undefined ? null : { template: why, values: {} };
  };
  if (!one.here) return told(here) ?? said('it is not on record here');
  if (one.there || !same) return null;
  return told(there) ?? said('it is not on record there');
}

function reasonOf(
  one: Omit<Mirror['rows'][number], 'reason'>,
  same: boolean,
  { here, there }: Sides,
): Sentence {
  const { consent } = one;
  const lacking = lackingReason(one, same, { here, there });
  if (lacking !== null) return lacking;
  if (consent.voidedBy !== null) {
    return said('the terms were edited since, by {$act}', { act: consent.voidedBy });
  }
  if (!same) return said('the copies have different terms');
  return consent.terms === here.terms
    ? said('an edit voids it in the other copy')
    : said('it quotes other terms than these');
}

/** Whether both sides have the same, and what is missing where. */
export function mirrorFinding(mirror: Mirror, here: Copy, there: Copy): Finding {
  const label = ({ actor, kind, on }: MirrorConsent): string =>
    `${actor}, ${kind === 'sign' ? 'signature' : 'consent'} of ${on}`;
  const told = ({ actor, kind, on, act }: MirrorConsent) => ({
    actor: { id: actor, name: actor },
    what: kind === 'sign' ? said('signature') : said('consent'),
    on,
    act,
  });
  const ref = (one: MirrorConsent) => ({
    label: label(one),
    act: one.act,
    actor: one.actor,
    on: one.on,
    kind: one.kind,
  });
  const lacking = mirror.rows.flatMap((one) => [
    ...(one.here ? [] : [said('here: {$actor}, {$what} of {$on}, act {$act}', told(one.consent))]),
    ...(one.there
      ? []
      : [said('there: {$actor}, {$what} of {$on}, act {$act}', told(one.consent))]),
  ]);
  const apart = mirror.apart.map(({ part, ...sides }) =>
    said('{$part}: {$here} here, {$there} there', {
      part,
      here: sides.here ?? said('nothing'),
      there: sides.there ?? said('nothing'),
    }),
  );
  const differ = said('terms {$here} here, {$there} there', {
    here: here.terms ?? said('unknown'),
    there: there.terms ?? said('unknown'),
  });
  return finding({
    question: said('Do both sides have the same terms, and the same consents to them?'),
    value: mirror.same && lacking.length === 0 && mirror.rows.every((one) => one.holds),
    text: mirror.same ? said('the same terms') : differ,
    rule: mirror.same ? MIRROR_RULES.same : EDITED,
    counted: mirror.rows.filter((one) => one.holds).map(({ consent }) => ref(consent)),
    excluded: mirror.rows
      .filter((one) => !one.holds)
      .map((one) => excludedFor(ref(one.consent), one.reason ?? said('nothing'))),
    missing: [...(mirror.same ? [] : [differ]), ...apart, ...lacking],
  });
}
