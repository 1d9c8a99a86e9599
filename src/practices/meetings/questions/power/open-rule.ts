/** The rule of a body that a question is of, as arithmetic over the members of the day. */
import { z } from 'zod';
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { Asked } from '../../../../kernel/define-area.ts';
import type { Ref } from '../../../../kernel/finding.ts';
import { type Refusal, isRefusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Locale } from '../../../../ui/text/locale.ts';
import type { Reading } from '../../load.ts';
import { openReading } from '../../load.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { Name } from '../../payloads/parts.ts';
import { registerOf } from '../../registers.ts';
import type { BodyState } from '../../rules/bodies/body-state.ts';
import { allocationOn } from '../../rules/bodies/members.ts';
import { rulesInForceOn, rulesOn, schemeOn } from '../../rules/bodies/rules-on.ts';
import { type Arithmetic, type Floor, arithmeticOf } from '../../rules/power/arithmetic.ts';
import { floorOn } from '../../rules/power/body-floor.ts';
import { POWER } from '../../rules/power/law.ts';
import { InLanguage, nameOf, titleIn, unknownHere } from '../shapes.ts';

export const RuleInput = z.strictObject({
  body: Name,
  /** Absent: the first rule of the body by which members vote. */
  rule: Name.optional(),
  locale: InLanguage,
});

export const RuleShape = z.object({
  body: z.string(),
  bodyTitle: z.string(),
  rule: z.string(),
  ruleTitle: z.string(),
  citation: z.string(),
  /** Rules of the body by which yes and no decide. */
  rules: z.array(z.object({ name: z.string(), title: z.string() })),
  schemes: z.array(z.object({ name: z.string(), title: z.string() })),
});

export interface OpenRule {
  readonly reading: Reading;
  readonly body: BodyState;
  readonly rules: readonly DecisionRule[];
  readonly day: PlainDateText;
  readonly floor: Floor;
  readonly arithmetic: Arithmetic;
}

/** Elections have candidates, and no yes or no. */
const isAsked = ({ method }: DecisionRule): boolean => method !== 'election';

function chosenFrom(rules: readonly DecisionRule[], name: string | undefined): DecisionRule | null {
  const votes = rules.filter(({ method }) => method === 'vote');
  if (name === undefined) return votes[0] ?? rules[0] ?? null;
  return rules.find((rule) => rule.name === name) ?? null;
}

/** The rule that is asked for; refused where it is not there, or tells no yes or no. */
export async function openRule(
  asked: Asked,
  { body: name, rule: named }: { readonly body: string; readonly rule?: string | undefined },
): Promise<OpenRule | Refusal> {
  const reading = await openReading(asked, [registerOf('body', name)]);
  const body = reading.archive.body(name);
  if (body === null) return unknownHere(said('There is no body of this name here.'));
  const { registry } = reading.archive;
  const rules = rulesOn(body, asked.asOf).filter(isAsked);
  const rule = chosenFrom(rules, named);
  if (rule === null) {
    return refuse(
      POWER.yesOrNo,
      said('{$name} has no such rule on this day by which members vote.', { name }),
    );
  }
  const floor = floorOn(body, rule, { day: asked.asOf, registry });
  const arithmetic = arithmeticOf(floor);
  return isRefusal(arithmetic)
    ? arithmetic
    : { reading, body, rules, day: asked.asOf, floor, arithmetic };
}

/** What stands at the head of an answer. */
export function ruleShape(
  { body, rules, arithmetic, day }: OpenRule,
  locale: Locale,
): z.output<typeof RuleShape> {
  const { rule, leaves } = arithmetic;
  const schemes = [...new Set(leaves.flatMap(({ scheme }) => scheme ?? []))];
  return {
    body: body.name,
    bodyTitle: titleIn(locale, body.opening.payload.title),
    rule: rule.name,
    ruleTitle: titleIn(locale, rule.title),
    citation: rule.citation,
    rules: rules.map((one) => ({ name: one.name, title: titleIn(locale, one.title) })),
    schemes: schemes.map((name) => {
      const { title } = schemeOn(body, name, day)?.payload ?? {};
      return { name, title: title === undefined ? name : titleIn(locale, title) };
    }),
  };
}

/** How the groups of seats and of the registry are called, by their names. */
export function groupTitles(
  { body, reading, day }: OpenRule,
  locale: Locale,
): (group: string) => string {
  const groups = allocationOn(body, day)?.payload.groups ?? [];
  const titles = new Map(groups.map(({ seats, title }) => [seats, titleIn(locale, title)]));
  return (group) => titles.get(group) ?? nameOf(locale, group, reading.actors);
}

/** The acts that the rule and its weights rest on. */
export function countedActs({ body, arithmetic, day }: OpenRule): Ref[] {
  const { rule, leaves } = arithmetic;
  const inForce = rulesInForceOn(body, day).filter((one) => one.rule.name === rule.name);
  const schemes = [...new Set(leaves.flatMap(({ scheme }) => scheme ?? []))];
  return [
    ...inForce.map(({ act, citation, from }) => ({ label: citation, act, on: from })),
    ...schemes.flatMap((name) => {
      const set = schemeOn(body, name, day);
      if (set === null) return [];
      const { from, citation } = set.payload;
      return [{ label: `${name}: ${citation}`, act: set.act, on: from }];
    }),
  ];
}
