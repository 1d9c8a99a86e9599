/** Findings on which amendments stand between two, each with its reason. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Finding, type Ref, finding } from '../../../../kernel/finding.ts';
import { type Rule, rule } from '../../../../kernel/law.ts';
import { type Named, type Sentence, said } from '../../../../kernel/said.ts';
import { suspensionFinding } from './ending-finding.ts';
import { clauseRule, namedIn, refOf } from '../findings.ts';
import { consentBehind, statusFinding } from '../status-finding.ts';
import { statusOn } from '../status.ts';
import { LATER_PARTY } from './later-party.ts';
import { suspensionsBetween } from './suspensions.ts';
import {
  type Bond,
  type Branch,
  type Family,
  type Member,
  type Nowhere,
  amendmentsStanding,
  bondOf,
  branchesOf,
  nowhere,
} from './versions.ts';

type Pair = readonly [string, string];

const BETWEEN = rule(
  'agreements.version-between',
  'VCLT Arts. 30(3), 30(4), 40, 41',
  'Between two parties the text stands as amended by what binds them both.',
);
const NOWHERE = rule(
  'agreements.amendment-nowhere',
  'VCLT Arts. 24, 39, 40',
  'An amendment that is not in force, or amends what is not, changes nothing between anybody.',
);

/** The law behind each way of being bound by an amendment, or not. */
const BOND_RULES: Readonly<Record<Bond['why'], Rule>> = {
  consent: rule('agreements.amendment-accepted', 'VCLT Art. 39', 'It consented to the amendment.'),
  'all-bound': rule(
    'agreements.amendment-binds-all',
    'the clause on entry into force',
    'The amendment binds all of a class, to which it belongs.',
  ),
  'later-party': LATER_PARTY,
  'not-accepted': rule(
    'agreements.amendment-not-accepted',
    'VCLT Arts. 30(4)(b), 40(4)',
    'An amendment does not bind a party that has not accepted it; the text before it governs.',
  ),
  declined: rule(
    'agreements.amendment-declined',
    'VCLT Art. 40(4); the amendment’s own clause',
    'It refused the amendment, and has not withdrawn the refusal.',
  ),
  outside: rule(
    'agreements.outside-modification',
    'VCLT Arts. 34, 41',
    'What certain parties agreed among themselves does not bind the others.',
  ),
  'no-party': rule(
    'agreements.amended-no-party',
    'VCLT Arts. 2(1)(g), 39',
    'Who is no party to the agreement is none to it as amended.',
  ),
};

function nowhereText({ why }: Nowhere, of: Named, isItself: boolean): Sentence {
  if (why === 'not-in-force') {
    return isItself ? said('it is not in force') : said('{$of} is not in force', { of });
  }
  if (why === 'ended') {
    return isItself
      ? said('it is no longer in force')
      : said('{$of} is no longer in force', { of });
  }
  return why === 'parent-not-in-force'
    ? said('what it amends is not in force: {$of}', { of })
    : said('what it amends is no longer in force: {$of}', { of });
}

const titleOf = ({ chronicle }: Member): string => {
  const { shortTitle, title } = chronicle.history.adoption;
  return shortTitle ?? title.en;
};

function titledIn(agreement: string, family: Family): Named {
  const member = family.members.get(agreement);
  const name = member === undefined ? agreement : titleOf(member);
  return { id: `agreements/${agreement}`, name };
}

function refsOf({ status, why }: Bond, member: Member): Ref[] {
  const consent = consentBehind(status);
  const event = why === 'declined' ? status.refusal : (consent?.event ?? null);
  return event === null ? [] : [refOf(event, member.chronicle)];
}

function bondFinding(actor: string, branch: Branch, day: PlainDateText, family: Family): Finding {
  const bond = bondOf(actor, branch, day, family);
  const law = BOND_RULES[bond.why];
  const clause = clauseRule(branch.member.chronicle);
  const what = { template: law.text, values: {} };
  return finding({
    question: said('Is {$actor} bound by {$title}?', {
      actor: namedIn(actor, branch.member.chronicle),
      title: titledIn(branch.agreement, family),
    }),
    value: bond.bound,
    text: bond.since === null ? what : said('since {$on}: {$what}', { on: bond.since, what }),
    rule: bond.why === 'all-bound' ? { ...law, citation: clause.citation } : law,
    counted: refsOf(bond, branch.member),
  });
}

/** Whether one amendment stands between two, and why. */
function branchFinding(
  branch: Branch,
  day: PlainDateText,
  pair: Pair,
  stands: boolean,
  family: Family,
): Finding {
  const title = titledIn(branch.agreement, family);
  const question = said('Does {$title} stand between them?', { title });
  const out = nowhere(branch, day, family);
  if (out !== null) {
    const text = nowhereText(out, titledIn(out.of, family), out.of === branch.agreement);
    return finding({ question, value: false, text, rule: NOWHERE });
  }
  const parts = pair.map((actor) => bondFinding(actor, branch, day, family));
  const above = branch.above === null || stands ? [] : [branch.above];
  const missing = above.map((one) =>
    said('{$title}, which it amends, between both', { title: titledIn(one.agreement, family) }),
  );
  return finding({ question, value: stands, rule: BETWEEN, parts, missing });
}

/** Those of the two that are no parties to the agreement itself. */
function outsiders(root: Member, day: PlainDateText, pair: Pair): Finding[] {
  const { chronicle, dossiers } = root;
  return pair
    .map((actor) => statusOn(actor, day, chronicle, dossiers))
    .filter(({ standing }) => standing !== 'party')
    .map((status) => statusFinding(status, chronicle, day));
}

function suspended({ chronicle }: Member, day: PlainDateText, pair: Pair): Finding[] {
  const personOf = (one: string): string => chronicle.scene.facts.personOf(one);
  const lasting = suspensionsBetween(chronicle.suspensions, day, pair, personOf);
  return lasting.map((one) => suspensionFinding(one, chronicle));
}

/** Which text stands between two on a day, and why. The value: whether any does. */
export function pairFinding(family: Family, day: PlainDateText, pair: Pair): Finding {
  const root = family.members.get(family.root);
  const found = amendmentsStanding(family, day, pair).map(({ agreement }) => agreement);
  const titles = found.map((agreement) => titledIn(agreement, family));
  const branches = branchesOf(family).map((branch) =>
    branchFinding(branch, day, pair, found.includes(branch.agreement), family),
  );
  const out = root === undefined ? [] : outsiders(root, day, pair);
  const lasting = root === undefined ? [] : suspended(root, day, pair);
  const text =
    titles.length === 0
      ? said('the text as adopted')
      : said('as amended by: {$titles}', { titles });
  return finding({
    question: said('Which text stands between them?'),
    value: out.length === 0,
    text: out.length === 0 ? text : said('none'),
    rule: BETWEEN,
    parts: [...out, ...lasting, ...branches],
  });
}
