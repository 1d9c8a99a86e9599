/** Who may act for a State: by office, or by full powers on record. VCLT Arts. 7, 8. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { type Sentence, said } from '../../../../kernel/said.ts';
import { FullPowers, type POWERS } from '../../payloads/depositary.ts';
import type { Office, Representative } from '../../payloads/parts.ts';
import type { Dossier } from '../dossier.ts';
import type { AgreementEvent } from '../history.ts';
import type { Others } from '../judging/judging-check.ts';
import { DEPOSITARY_RULES } from './law-depositary.ts';

export type Power = (typeof POWERS)[number];

/** VCLT Art. 7(2)(a): for all acts relating to the conclusion of a treaty. */
const BY_OFFICE: readonly Office[] = [
  'head-of-state',
  'head-of-government',
  'minister-for-foreign-affairs',
];
/** VCLT Art. 7(2)(b), (c): for the adoption of the text, which initialling goes with. */
const BY_MISSION: readonly Office[] = ['head-of-mission', 'permanent-representative'];
const OF_A_MISSION: readonly Power[] = ['adopt', 'initial'];

/** Whether the office alone is enough for the action. */
export function needsNoPowers(office: Office, power: Power): boolean {
  return (
    BY_OFFICE.includes(office) || (BY_MISSION.includes(office) && OF_A_MISSION.includes(power))
  );
}

/** Whether one in this office may issue full powers. */
export const mayIssue = (office: Office): boolean => BY_OFFICE.includes(office);

/** The register in which an actor's general full powers are on file. */
export function fullPowersRegisterOf(actor: string): string {
  return `full-powers/${actor}`;
}

/** Full powers as they were presented. */
export function powersOf(event: AgreementEvent): FullPowers {
  return FullPowers.parse({ ...event.detail, on: event.on });
}

/** The revocation of full powers, from the events of their own register. */
export function revocationOf(
  powers: string,
  events: Iterable<AgreementEvent>,
): AgreementEvent | null {
  for (const event of events) {
    if (event.kind === 'revoke-full-powers' && event.detail['fullPowers'] === powers) return event;
  }
  return null;
}

const folded = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** Why full powers do not hold on a day; null: they do. The day of a revocation is the first. */
export function endOfPowers(
  powers: FullPowers,
  revocation: AgreementEvent | null,
  day: PlainDateText,
): Sentence | null {
  if (powers.on > day) return said('They are of {$on} only.', { on: powers.on });
  if (powers.until !== undefined && powers.until < day)
    return said('They ended on {$until}.', { until: powers.until });
  if (revocation === null || revocation.on > day) return null;
  return said('They were revoked on {$on}.', { on: revocation.on });
}

/** Somebody's act for an actor. */
export interface Acting {
  readonly actor: string;
  readonly on: PlainDateText;
  readonly by?: Representative | undefined;
  readonly dossier: Dossier;
  readonly others: Others;
}

const refused = (reason: Sentence): Refusal =>
  refuse(DEPOSITARY_RULES.powers, reason, {
    remedy: said(
      'Present full powers for this agreement, or have the State confirm the act (VCLT Art. 8).',
    ),
  });

/** The dossier that holds the powers, of this agreement or general ones; else why there is none. */
function onRecord(act: string, { actor, dossier, others }: Acting): Dossier | Refusal {
  for (const one of [dossier, others.of(fullPowersRegisterOf(actor))]) {
    if (one.event(act)?.kind === 'present-full-powers') return one;
  }
  const elsewhere = others.holding(act)?.event(act);
  return refused(
    elsewhere?.kind === 'present-full-powers'
      ? said('These full powers are for another agreement, or another actor.')
      : said('No full powers {$act} are on record here.', { act }),
  );
}

function coverage(powers: FullPowers, by: Representative, power: Power): Sentence | null {
  if (folded(powers.holder.name) !== folded(by.name)) {
    return said('They name {$name}, not {$byName}.', { name: powers.holder.name, byName: by.name });
  }
  return powers.powers.includes(power)
    ? null
    : said('They are not for this action: {$power}.', { power });
}

function withoutPowers(by: Representative, { actor, dossier }: Acting): Refusal | null {
  // Who speaks for an organisation its own rules and practice say. VCLT-IO Art. 7(3)(b).
  if (dossier.facts.actor(actor)?.kind === 'organisation') return null;
  return refused(
    said('{$name} holds no office that needs no full powers for this.', { name: by.name }),
  );
}

/**
 * Why the person who acts may not; null: it may, or the record does not say who acted, as a status
 * table does not, nor one that signs in its own name.
 */
export function powersRefusal(acting: Acting, power: Power): Refusal | null {
  const { actor, by, dossier, on } = acting;
  if (by === undefined || needsNoPowers(by.office, power)) return null;
  if (by.fullPowers === undefined) return withoutPowers(by, acting);
  const holder = onRecord(by.fullPowers, acting);
  if ('refused' in holder) return holder;
  const event = holder.event(by.fullPowers);
  if (event === null) throw new Error(`${by.fullPowers} was found and is not there`);
  const { facts } = dossier;
  if (facts.personOf(event.actor) !== facts.personOf(actor)) {
    return refused(
      said('These are full powers of {$holder}, not of {$actor}.', {
        holder: event.actor,
        actor,
      }),
    );
  }
  const powers = powersOf(event);
  const revocation = revocationOf(event.act, holder.events());
  const why = coverage(powers, by, power) ?? endOfPowers(powers, revocation, on);
  return why === null ? null : refused(why);
}
