/** Questions on what is being negotiated, and on the terms that were agreed. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { agreementsIn, loadAdmitted } from '../load.ts';
import { recallFacts } from '../load-facts.ts';
import { AgreementId } from '../payloads/agreement.ts';
import { TermsHash } from '../payloads/parts.ts';
import { keepersOf } from '../held-copies.ts';
import { loadWords } from '../load-texts.ts';
import { textRegister } from '../readings.ts';
import type { AgreementEvent } from '../rules/history.ts';
import { termsOf } from '../rules/mirrored/mirrored.ts';
import { versionsIn } from '../rules/texts/texts.ts';
import { InLanguage } from './shapes.ts';

const Initials = z.object({
  actor: z.string(),
  name: z.string(),
  on: PlainDateText,
  act: z.string(),
});

const DraftRow = z.object({
  agreement: z.string(),
  title: z.string(),
  languages: z.array(z.string()),
  /** The day of the latest text. */
  on: PlainDateText,
  actor: z.string(),
  name: z.string(),
  act: z.string(),
  versions: z.int(),
  initialled: z.array(Initials),
});

function draftRow(
  agreement: string,
  events: readonly AgreementEvent[],
  nameOf: (actor: string) => string,
) {
  const versions = versionsIn(events);
  const last = versions.at(-1);
  if (!last) return [];
  const title = events.find(({ act }) => act === last.act)?.detail['title'];
  const initialled = events
    .filter(({ kind }) => kind === 'initial')
    .map(({ act, actor, on }) => ({ act, actor, on, name: nameOf(actor) }));
  const row = {
    agreement,
    title: typeof title === 'string' ? title : agreement,
    languages: [...new Set(versions.map(({ language }) => language))].sort(),
    on: last.on,
    actor: last.actor,
    name: nameOf(last.actor),
    act: last.act,
    versions: versions.length,
    initialled,
  };
  return [row];
}

export const drafts = defineQuestion({
  name: 'agreements.drafts',
  title: 'Which texts are being negotiated, and not adopted yet?',
  input: z.strictObject({ agreement: AgreementId.optional(), locale: InLanguage }),
  output: z.object({ rows: z.array(DraftRow) }),
  example: {},
  async answer(asked, input) {
    const { asOf, knownAt, query } = asked;
    const tables = agreementsIn(query);
    const until = knownAt ?? '9999-12-31T23:59:59.999Z';
    const adopted = tables
      .selectFrom('agreements_agreement')
      .select('agreement')
      .where('recorded_at', '<=', until);
    const rows = await tables
      .selectFrom('agreements_event')
      .select('agreement')
      .distinct()
      .where('kind', '=', 'fix-text')
      .where('happened_on', '<=', asOf)
      .where('recorded_at', '<=', until)
      .where('agreement', 'not in', adopted)
      .execute();
    const ids = rows
      .map(({ agreement }) => agreement)
      .filter((agreement) => input.agreement === undefined || input.agreement === agreement);
    if (ids.length === 0) return { rows: [] };
    const admitted = await loadAdmitted(query, ids, knownAt);
    const facts = await recallFacts(asked);
    const nameOf = (actor: string): string => {
      const fact = facts.actor(actor);
      return fact?.names[input.locale] ?? fact?.name ?? actor;
    };
    const found = [...admitted].flatMap(([agreement, { events }]) =>
      draftRow(
        agreement,
        events.filter(({ on }) => on <= asOf),
        nameOf,
      ),
    );
    return { rows: found.sort((one, other) => (one.on < other.on ? 1 : -1)) };
  },
});

export const terms = defineQuestion({
  name: 'agreements.terms',
  title: 'By which hash are the terms of this agreement quoted?',
  input: z.strictObject({ agreement: AgreementId }),
  output: z.object({
    agreement: z.string(),
    mirrored: z.boolean(),
    /** Null before adoption: there are no terms yet. */
    hash: TermsHash.nullable(),
    languages: z.array(z.string()),
    /** Who else keeps a copy, as far as its acts came here. */
    keepers: z.array(ActorId),
  }),
  example: { agreement: 'paris-agreement' },
  async answer(asked, { agreement }) {
    const register = await textRegister(asked, agreement);
    if (isRefusal(register)) return register;
    const { adoption, events } = register;
    const words = await loadWords(asked.query, [agreement], { knownAt: asked.knownAt });
    return {
      agreement,
      mirrored: adoption?.mirrored ?? false,
      keepers: adoption?.mirrored ? [...(await keepersOf(asked.query, agreement))] : [],
      hash: adoption && termsOf(adoption, events, (act) => words.get(act) ?? null),
      languages: [...new Set(events.flatMap(({ act }) => words.get(act)?.language ?? []))].sort(),
    };
  },
});
