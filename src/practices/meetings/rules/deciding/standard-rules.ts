/** How bodies decide, as data: what their instruments say, with the provision and the days. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { DecisionRule } from '../../payloads/decision-rule.ts';
import { codex, healthAssembly, icao, imo, itu, seabedCouncil } from './standard/agencies.ts';
import {
  globalEnvironmentFacility,
  monetaryFund,
  tradeOrganization,
} from './standard/finance-and-trade.ts';
import {
  atomicBoard,
  atomicConference,
  climatePanel,
  cultureBoard,
  cultureConference,
  foodConference,
  intellectualProperty,
  labourConference,
  postalCongress,
} from './standard/more-agencies.ts';
import {
  andeanCommission,
  committeeOfMinisters,
  commonwealth,
  infrastructureBank,
  mercosur,
  worldBank,
} from './standard/more-unions.ts';
import type { StandardRules } from './standard/parts.ts';
import {
  chemicalWeaponsConference,
  chemicalWeaponsCouncil,
  criminalCourt,
  leagueAssembly,
  leagueCouncil,
  marineLiving,
  prior,
  species,
  tropicalTimber,
  whaling,
} from './standard/treaty-bodies.ts';
import {
  climateConvention,
  generalAssembly,
  montrealProtocol,
  securityCouncil,
  treatyConference,
} from './standard/united-nations.ts';
import {
  africanUnion,
  asean,
  atlanticCouncil,
  councilOfTheSix,
  europeanCouncil,
  osce,
} from './standard/unions.ts';

export const STANDARD_RULES: readonly StandardRules[] = [
  securityCouncil,
  generalAssembly,
  treatyConference,
  europeanCouncil,
  councilOfTheSix,
  monetaryFund,
  tradeOrganization,
  asean,
  imo,
  codex,
  atlanticCouncil,
  montrealProtocol,
  globalEnvironmentFacility,
  itu,
  africanUnion,
  climateConvention,
  icao,
  healthAssembly,
  seabedCouncil,
  osce,
  labourConference,
  atomicConference,
  atomicBoard,
  postalCongress,
  intellectualProperty,
  foodConference,
  cultureConference,
  cultureBoard,
  climatePanel,
  species,
  whaling,
  chemicalWeaponsConference,
  chemicalWeaponsCouncil,
  prior,
  marineLiving,
  criminalCourt,
  tropicalTimber,
  leagueCouncil,
  leagueAssembly,
  committeeOfMinisters,
  mercosur,
  andeanCommission,
  commonwealth,
  worldBank,
  infrastructureBank,
];

/** The rules of a body that are in effect on a day, ready to be adopted; none for another body. */
export function standardRulesOn(body: string, day: PlainDateText): DecisionRule[] {
  const known = STANDARD_RULES.find((one) => one.body === body);
  return (known?.rules ?? [])
    .filter(({ from, until }) => from <= day && (until === undefined || day <= until))
    .map(({ rule }) => DecisionRule.parse(rule));
}

/** A body's rule of that name on the day. Throws where there is none: the tables are ours. */
export function standardRule(body: string, name: string, day: PlainDateText): DecisionRule {
  const found = standardRulesOn(body, day).find((rule) => rule.name === name);
  if (!found) throw new Error(`${body} has no rule ${name} on ${day}`);
  return found;
}
