/** Questions on what amends an agreement: the tree, who is on which text, what binds two. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import { defineQuestion } from '../../../kernel/define-area.ts';
import { FindingShape } from '../../../kernel/finding.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import { familyOf } from '../families.ts';
import { AgreementId, KINDS } from '../payloads/agreement.ts';
import { agreementStateOn } from '../rules/agreement-state.ts';
import { partiesOn } from '../rules/status.ts';
import { pairFinding } from '../rules/versions/versions-finding.ts';
import {
  type Branch,
  type Family,
  type Member,
  type PartySet,
  amendmentsStanding,
  branchesOf,
  nowhere,
  partySets,
} from '../rules/versions/versions.ts';
import { ActorName, actorNamed, namedIn } from './actor-named.ts';
import { type Titles, findingIn } from './in-words.ts';
import {
  AgreementInput,
  Day,
  InLanguage,
  StateText,
  nameIn,
  shortTitleIn,
  titleIn,
  unknownAgreement,
} from './shapes.ts';

const NOWHERE = ['not-in-force', 'ended', 'parent-not-in-force', 'parent-ended'] as const;

const VersionRow = z.object({
  agreement: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  kind: z.enum(KINDS),
  /** What it amends; null for the agreement itself, which has depth 0. */
  parent: z.string().nullable(),
  depth: z.int(),
  interSe: z.boolean(),
  adoptedOn: PlainDateText,
  state: StateText,
  inForceOn: Day,
  endedOn: Day,
  /** Parties to the agreement itself that are bound by this version of it. */
  parties: z.int(),
  /** Why it changes nothing between anybody; null where it does. */
  nowhere: z.enum(NOWHERE).nullable(),
});

function memberRow(member: Member, day: string, locale: Locale) {
  const { chronicle } = member;
  const { adoption, agreement } = chronicle.history;
  const { decision, ending } = chronicle;
  const foreseen = decision.fulfilledOn !== null && decision.fulfilledOn <= day;
  return {
    agreement,
    title: titleIn(locale, adoption),
    shortTitle: shortTitleIn(locale, adoption),
    kind: adoption.kind,
    interSe: adoption.interSe === true,
    adoptedOn: adoption.adoptedOn,
    state: agreementStateOn(chronicle, day),
    inForceOn: foreseen ? decision.on : null,
    endedOn: ending !== null && ending.on <= day ? ending.on : null,
  };
}

function branchRow(
  { agreement, depth, member, parent }: Branch,
  out: z.output<typeof VersionRow>['nowhere'],
  sets: readonly PartySet[],
  day: string,
  locale: Locale,
): z.output<typeof VersionRow> {
  const on = sets.filter(({ amendments }) => amendments.includes(agreement));
  const parties = on.reduce((sum, { actors }) => sum + actors.length, 0);
  return { ...memberRow(member, day, locale), parent, depth, parties, nowhere: out };
}

/** The agreement and all versions of it that were adopted by the day, each after what it amends. */
function rowsOf(family: Family, root: Member, day: string, locale: Locale) {
  const sets = partySets(family, day);
  const parties = partiesOn(root.chronicle, day, root.dossiers).length;
  const first = { ...memberRow(root, day, locale), parent: null, depth: 0, parties, nowhere: null };
  const branches = branchesOf(family)
    .filter(({ member }) => member.chronicle.history.adoption.adoptedOn <= day)
    .map((branch) => {
      const out = nowhere(branch, day, family)?.why ?? null;
      return branchRow(branch, out, sets, day, locale);
    });
  return { rows: [first, ...branches], sets };
}

export const versions = defineQuestion({
  name: 'agreements.versions',
  title: 'What amends this agreement, and who is on which text?',
  input: AgreementInput,
  output: z.object({
    agreement: z.string(),
    rows: z.array(VersionRow),
    /** The parties by the text on which each is, the least amended first. */
    sets: z.array(
      z.object({
        amendments: z.array(z.string()),
        actors: z.array(z.object({ actor: z.string(), name: z.string() })),
      }),
    ),
  }),
  example: { agreement: 'montreal-protocol' },
  async answer(asked, { agreement, locale }) {
    const family = await familyOf(asked, agreement);
    const root = family?.members.get(family.root);
    if (!family || !root) return unknownAgreement(agreement);
    const { rows, sets } = rowsOf(family, root, asked.asOf, locale);
    const { compare } = new Intl.Collator(locale);
    const named = sets.map(({ amendments, actors }) => ({
      amendments: [...amendments],
      actors: actors
        .map((actor) => ({ actor, name: nameIn(locale, actor, root.chronicle) }))
        .sort((one, other) => compare(one.name, other.name)),
    }));
    return { agreement: family.root, rows, sets: named };
  },
});

function titlesIn(locale: Locale, { members }: Family): Titles {
  return new Map(
    [...members].map(([agreement, { chronicle }]) => [
      `agreements/${agreement}`,
      shortTitleIn(locale, chronicle.history.adoption),
    ]),
  );
}

export const versionBetween = defineQuestion({
  name: 'agreements.version-between',
  title: 'Which text of this agreement stands between these two, and why?',
  input: z.strictObject({
    agreement: AgreementId,
    one: ActorName,
    other: ActorName,
    locale: InLanguage,
  }),
  output: z.object({
    agreement: z.string(),
    one: z.string(),
    oneName: z.string(),
    other: z.string(),
    otherName: z.string(),
    /** Whether both are parties, so that any text stands. */
    bound: z.boolean(),
    /** The amendments that stand, in the order in which they change the text. */
    rows: z.array(
      z.object({
        agreement: z.string(),
        title: z.string(),
        inForceOn: PlainDateText,
        effectOn: PlainDateText,
      }),
    ),
    finding: FindingShape,
  }),
  example: { agreement: 'montreal-protocol', one: 'KEN', other: 'NOR' },
  async answer(asked, input) {
    const { agreement, locale } = input;
    const one = await actorNamed(asked, input.one);
    if (isRefusal(one)) return one;
    const other = await actorNamed(asked, input.other);
    if (isRefusal(other)) return other;
    const family = await familyOf(asked, agreement);
    if (!family) return unknownAgreement(agreement);
    const pair = [one.id, other.id] as const;
    const found = pairFinding(family, asked.asOf, pair);
    const rows = amendmentsStanding(family, asked.asOf, pair).flatMap((standing) => {
      const member = family.members.get(standing.agreement);
      if (!member) return [];
      return [{ ...standing, title: titleIn(locale, member.chronicle.history.adoption) }];
    });
    const names = { oneName: namedIn(locale, one), otherName: namedIn(locale, other) };
    const whom = { one: one.id, other: other.id, ...names };
    const root = family.members.get(family.root);
    const finding = root
      ? findingIn(locale, found, root.chronicle, titlesIn(locale, family))
      : found;
    return { agreement: family.root, ...whom, bound: found.value === true, rows, finding };
  },
});
