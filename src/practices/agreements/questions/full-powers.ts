/** Full powers on file: general ones of an actor, and those for one agreement. VCLT Art. 7. */
import { inEnglish } from '../../../kernel/said.ts';
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { type Asked, defineQuestion } from '../../../kernel/define-area.ts';
import { registerOf } from '../acts/event.ts';
import { agreementsIn, eventOfRow } from '../load.ts';
import { recallFacts } from '../load-facts.ts';
import { AgreementId } from '../payloads/agreement.ts';
import { POWERS } from '../payloads/depositary.ts';
import { Office } from '../payloads/parts.ts';
import {
  endOfPowers,
  fullPowersRegisterOf,
  powersOf,
  revocationOf,
} from '../rules/depositary/full-powers.ts';
import { Day, InLanguage } from './shapes.ts';

const Row = z.object({
  act: z.string(),
  /** The register of the agreement that they are for, or that of general full powers. */
  register: z.string(),
  agreement: z.string().nullable(),
  actor: z.string(),
  name: z.string(),
  holder: z.string(),
  office: Office,
  powers: z.array(z.enum(POWERS)),
  issuedBy: z.string(),
  issuedByOffice: Office,
  on: PlainDateText,
  until: Day,
  revokedOn: Day,
  /** Whether they hold on the day asked for, and if not, why. */
  holds: z.boolean(),
  why: z.string().nullable(),
});

const FOREVER = '9999-12-31T23:59:59.999Z';

/** Acts on full powers, as far as the asker may see them; those struck out are left out. */
async function eventsOnFile(asked: Asked, registers: readonly string[] | null) {
  const until = asked.knownAt ?? FOREVER;
  let query = agreementsIn(asked.query)
    .selectFrom('agreements_event')
    .selectAll()
    .where('kind', 'in', ['present-full-powers', 'revoke-full-powers'])
    .where('happened_on', '<=', asked.asOf)
    .where('recorded_at', '<=', until)
    .orderBy('ledger');
  if (registers !== null) query = query.where('register', 'in', registers);
  const rows = await query.execute();
  const struck = await agreementsIn(asked.query)
    .selectFrom('agreements_correction')
    .select('corrects')
    .where('is_void', '=', true)
    .where('recorded_at', '<=', until)
    .execute();
  const out = new Set(struck.map(({ corrects }) => corrects));
  return rows
    .filter(({ entry }) => !out.has(entry))
    .map((row) => ({ register: row.register, event: eventOfRow(row) }));
}

export const fullPowers = defineQuestion({
  name: 'agreements.full-powers',
  title: 'Which full powers are on file, and do they hold?',
  input: z.strictObject({
    actor: ActorId.optional(),
    /** Those for this agreement, and general ones. */
    agreement: AgreementId.optional(),
    locale: InLanguage,
  }),
  output: z.object({ rows: z.array(Row) }),
  example: { actor: 'KEN' },
  async answer(asked, { actor, agreement, locale }) {
    const all = await eventsOnFile(asked, null);
    const facts = await recallFacts(asked);
    const isFor = (register: string): boolean =>
      agreement === undefined ||
      register === registerOf(agreement) ||
      register.startsWith(fullPowersRegisterOf(''));
    const rows = all
      .filter(({ event }) => event.kind === 'present-full-powers')
      .filter(({ event }) => actor === undefined || event.actor === actor)
      .filter(({ register }) => isFor(register))
      .map(({ register, event }) => {
        const powers = powersOf(event);
        const others = all.filter((one) => one.register === register).map((one) => one.event);
        const revocation = revocationOf(event.act, others);
        const why = endOfPowers(powers, revocation, asked.asOf);
        const fact = facts.actor(event.actor);
        return {
          act: event.act,
          register,
          agreement: register.startsWith('agreements/')
            ? register.slice('agreements/'.length)
            : null,
          actor: event.actor,
          name: fact?.names[locale] ?? fact?.name ?? event.actor,
          holder: powers.holder.name,
          office: powers.holder.office,
          powers: powers.powers,
          issuedBy: powers.issuedBy.name,
          issuedByOffice: powers.issuedBy.office,
          on: event.on,
          until: powers.until ?? null,
          revokedOn: revocation?.on ?? null,
          holds: why === null,
          why: why === null ? null : inEnglish(why),
        };
      });
    return { rows };
  },
});
