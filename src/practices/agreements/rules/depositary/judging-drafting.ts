/** What may be done before a text is adopted, or apart from any: texts, initials, full powers. */
import { canonicalText } from '../../../../kernel/canonical.ts';
import type { ActOf } from '../../../../kernel/act.ts';
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { own } from '../../../../kernel/own.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { agreementOf } from '../../acts/event.ts';
import * as payloads from '../../payloads/depositary.ts';
import { FixedText, namedOnly } from '../../payloads/texts.ts';
import { actorRefusal, dayRefusal } from '../capacity.ts';
import type { Dossier } from '../dossier.ts';
import { mayIssue, powersRefusal, revocationOf } from './full-powers.ts';
import type { Others } from '../judging/judging-check.ts';
import { judgeDraftText } from '../texts/judging-texts.ts';
import { RULES } from '../law.ts';
import { DEPOSITARY_RULES } from './law-depositary.ts';

/** Acts that may come before adoption. VCLT Arts. 7, 9, 10. */
export const BEFORE_ADOPTION: ReadonlySet<string> = new Set([
  'agreements.fix-text',
  'agreements.initial',
  'agreements.present-full-powers',
  'agreements.revoke-full-powers',
]);

interface Drafting<Payload> {
  readonly act: ActOf<unknown>;
  readonly payload: Payload;
  readonly dossier: Dossier;
  readonly others: Others;
}

/** What holds of each of these acts: its day has come, and the same was not said before. */
function generalRefusal(
  { act, dossier }: Omit<Drafting<unknown>, 'payload'>,
  on: PlainDateText,
  detail: Readonly<Record<string, unknown>>,
): Refusal | null {
  const { actor, issuedAt, type } = act.header;
  const ofDay = dayRefusal(on, issuedAt, on);
  if (ofDay) return ofDay;
  const content = canonicalText(detail);
  const same = dossier
    .eventsOf(actor)
    .find(
      (event) =>
        `agreements.${event.kind}` === type &&
        event.on === on &&
        canonicalText(event.detail) === content,
    );
  return same ? refuse(RULES.once, said('This is recorded as {$act}.', { act: same.act })) : null;
}

function judgeFullPowers(one: Drafting<payloads.FullPowers>): Refusal | null {
  const { payload, dossier, act } = one;
  const { issuedBy, on, until } = payload;
  const isState = dossier.facts.actor(act.header.actor)?.kind !== 'organisation';
  if (isState && !mayIssue(issuedBy.office)) {
    return refuse(
      DEPOSITARY_RULES.issuer,
      said('{$name} holds none of these offices.', { name: issuedBy.name }),
    );
  }
  return until !== undefined && until < on
    ? refuse(DEPOSITARY_RULES.powersTime, said('{$until} is before {$on}.', { until, on }))
    : null;
}

function judgeRevocation(one: Drafting<payloads.FullPowersRevocation>): Refusal | null {
  const { payload, dossier, act } = one;
  const event = dossier.event(payload.fullPowers);
  const { facts } = dossier;
  const isOwn = event !== null && facts.personOf(event.actor) === facts.personOf(act.header.actor);
  if (event?.kind !== 'present-full-powers' || !isOwn) {
    return refuse(
      DEPOSITARY_RULES.powers,
      said('No such full powers of this actor are on record here.'),
    );
  }
  if (payload.on < event.on) {
    return refuse(DEPOSITARY_RULES.powersTime, said('They are of {$on} only.', { on: event.on }));
  }
  const before = revocationOf(event.act, dossier.events());
  return before
    ? refuse(
        DEPOSITARY_RULES.powersTime,
        said('They were revoked on {$on}, act {$act}.', { on: before.on, act: before.act }),
      )
    : null;
}

/** VCLT Art. 10(b): what is initialled is a text that is there, and not adopted yet. */
function judgeInitialling(one: Drafting<payloads.Initialling>): Refusal | null {
  const { act, dossier, others, payload } = one;
  const { by, on } = payload;
  const texts = [...dossier.events()].filter((event) => event.kind === 'fix-text');
  if (!texts.some((event) => event.on <= on)) {
    return refuse(DEPOSITARY_RULES.drafting, said('No text was put down by {$on}.', { on }), {
      remedy: said('Put down the text first.'),
    });
  }
  const adoptedOn = dossier.adoption?.adoptedOn;
  if (adoptedOn !== undefined && on > adoptedOn) {
    return refuse(
      DEPOSITARY_RULES.drafting,
      said('The text was adopted on {$adoptedOn}.', { adoptedOn }),
      {
        remedy: said('Sign it.'),
      },
    );
  }
  return powersRefusal({ actor: act.header.actor, on, by, dossier, others }, 'initial');
}

type Judge = (given: Omit<Drafting<unknown>, 'payload'>) => Refusal | null;

function judgeOf<Payload extends { on: PlainDateText }>(
  schema: { parse(payload: unknown): Payload },
  judgeOne: (one: Drafting<Payload>) => Refusal | null,
): Judge {
  return (given) => {
    const payload = schema.parse(given.act.payload);
    const { on, ...detail } = payload;
    const { actor } = given.act.header;
    return (
      generalRefusal(given, on, detail) ??
      actorRefusal(actor, on, given.dossier.facts) ??
      judgeOne({ ...given, payload })
    );
  };
}

/** A text says nothing of one actor; who may put it down is its own rule. */
function judgeDraft(given: Omit<Drafting<unknown>, 'payload'>): Refusal | null {
  const payload = FixedText.parse(given.act.payload);
  return (
    generalRefusal(given, payload.on, namedOnly(payload)) ??
    judgeDraftText(given.act, given.dossier)
  );
}

const JUDGES: Readonly<Record<string, Judge>> = {
  'agreements.fix-text': judgeDraft,
  'agreements.initial': judgeOf(payloads.Initialling, judgeInitialling),
  'agreements.present-full-powers': judgeOf(payloads.FullPowers, judgeFullPowers),
  'agreements.revoke-full-powers': judgeOf(payloads.FullPowersRevocation, judgeRevocation),
};

/** An agreement's register begins with its text, put down or adopted; with nothing else. */
function beginningRefusal(act: ActOf<unknown>, dossier: Dossier): Refusal | null {
  const { register, type } = act.header;
  const begins = type === 'agreements.fix-text' || register?.startsWith('full-powers/') === true;
  if (begins || dossier.hasActs) return null;
  return refuse(
    RULES.adopted,
    said('No text of {$agreement} is put down or adopted.', { agreement: agreementOf(act.header) }),
    {
      remedy: said('Put down the text first, or adopt it.'),
    },
  );
}

/**
 * Judges an act that comes before adoption, or stands apart from any agreement. One that was done
 * before adoption may be recorded after it.
 */
export function judgeDrafting(
  act: ActOf<unknown>,
  dossier: Dossier,
  others: Others,
): Refusal | null {
  const judgeOne = own(JUDGES, act.header.type);
  if (!judgeOne) throw new Error(`${act.header.type} does not come before adoption`);
  return beginningRefusal(act, dossier) ?? judgeOne({ act, dossier, others });
}
