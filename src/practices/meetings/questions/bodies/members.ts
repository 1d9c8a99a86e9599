/** Who belongs to a body on a day, by what seat, and with what weight. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { type Finding, FindingShape, finding } from '../../../../kernel/finding.ts';
import {
  type Fraction,
  fraction,
  fractionText,
  multiply,
  sum,
  toDecimal,
} from '../../../../kernel/fraction.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import { Name } from '../../payloads/parts.ts';
import { type HeldSeat, allocationOn, membersOn, seatsOn } from '../../rules/bodies/members.ts';
import { schemesOn, weightOn } from '../../rules/bodies/rules-on.ts';
import { findingIn } from '../in-words.ts';
import { InLanguage, nameOf, titleIn } from '../shapes.ts';
import { MEMBERSHIP, type OpenBody, openBody } from './open-body.ts';

const SHARE_PLACES = 3;

const MemberRow = z.object({
  actor: z.string(),
  name: z.string(),
  /** ISO 3166 numeric code, where it has one. */
  numericCode: z.string().nullable(),
  /** The group of its seat, and how that is called. */
  seats: z.string().nullable(),
  seatsTitle: z.string().nullable(),
  from: PlainDateText.nullable(),
  until: PlainDateText.nullable(),
  /** Under the scheme that is asked for: exact, and its share of all in percent. */
  weight: z.string().nullable(),
  sharePercent: z.string().nullable(),
  act: z.string().nullable(),
});
export type MemberRow = z.output<typeof MemberRow>;

/** How the groups of seats are called on the day, by name. */
export function seatTitles({ body, day }: OpenBody, locale: Locale): ReadonlyMap<string, string> {
  const groups = allocationOn(body, day)?.payload.groups ?? [];
  return new Map(groups.map(({ seats, title }) => [seats, titleIn(locale, title)]));
}

interface Weighed {
  readonly scheme: string | null;
  readonly of: ReadonlyMap<string, Fraction>;
  readonly whole: Fraction;
}

/** The weights of the members: of the scheme named, else of the body's first. */
function weighed(
  { body, day }: OpenBody,
  members: readonly string[],
  named: string | undefined,
): Weighed {
  const scheme = named ?? schemesOn(body, day)[0]?.payload.scheme ?? null;
  const pairs = members.flatMap((actor): [string, Fraction][] => {
    const weight = scheme === null ? null : weightOn(body, scheme, actor, day);
    return weight === null ? [] : [[actor, weight]];
  });
  return { scheme, of: new Map(pairs), whole: sum(pairs.map(([, weight]) => weight)) };
}

function shareOf(weight: Fraction, { whole }: Weighed): string | null {
  if (whole.numerator === 0n) return null;
  const { numerator, denominator } = whole;
  const share = multiply(weight, fraction(100n * denominator, numerator));
  return toDecimal(share, SHARE_PLACES);
}

function seatCells(held: HeldSeat | undefined, titles: ReadonlyMap<string, string>) {
  if (held === undefined) return { seats: null, seatsTitle: null, from: null, until: null };
  const { from, seats, until } = held;
  const seatsTitle = seats === null ? null : (titles.get(seats) ?? seats);
  return { seats, seatsTitle, from, until };
}

/** The members of a body with their seats and weights, by name. */
export function memberRows(
  open: OpenBody,
  locale: Locale,
  scheme?: string,
): { rows: MemberRow[]; scheme: string | null } {
  const { actors, body, day, registry } = open;
  const members = membersOn(body, day, registry);
  const titles = seatTitles(open, locale);
  const weights = weighed(open, members, scheme);
  const heldBy = new Map(seatsOn(body, day).map((held) => [held.member, held]));
  const rows = members.map((actor) => {
    const held = heldBy.get(actor);
    const weight = weights.of.get(actor);
    return {
      actor,
      name: nameOf(locale, actor, actors),
      numericCode: actors.actor(actor)?.numericCode ?? null,
      ...seatCells(held, titles),
      weight: weight === undefined ? null : fractionText(weight),
      sharePercent: weight === undefined ? null : shareOf(weight, weights),
      act: held?.act ?? null,
    };
  });
  const { compare } = new Intl.Collator(locale);
  return {
    rows: rows.sort((one, other) => compare(one.name, other.name)),
    scheme: weights.scheme,
  };
}

function membersFinding(open: OpenBody, count: number, locale: Locale): Finding {
  const { act, payload } = open.body.opening;
  return finding({
    question: said('Who are the members?'),
    value: count,
    rule: MEMBERSHIP,
    counted: [
      { label: titleIn(locale, payload.title), act },
      ...seatsOn(open.body, open.day).map((held) => ({
        label: nameOf(locale, held.member, open.actors),
        act: held.act,
        actor: held.member,
        on: held.from,
      })),
    ],
  });
}

export const members = defineQuestion({
  name: 'meetings.members',
  title: 'Who are the members of this body, by what seat and with what weight?',
  input: z.strictObject({ body: Name, scheme: Name.optional(), locale: InLanguage }),
  output: z.object({
    rows: z.array(MemberRow),
    scheme: z.string().nullable(),
    finding: FindingShape,
  }),
  example: { body: 'general-conference' },
  async answer(asked, { body: name, locale, scheme }) {
    const open = await openBody(asked, name);
    if (isRefusal(open)) return open;
    const answer = memberRows(open, locale, scheme);
    return {
      ...answer,
      finding: findingIn(locale, membersFinding(open, answer.rows.length, locale), open.actors),
    };
  },
});
