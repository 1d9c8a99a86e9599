/** Whether assessments and statements of what is owed may be put down. */
import { compare, fraction, parseFraction } from '../../../../kernel/fraction.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { AssessedContributions, StatedArrears } from '../../payloads/contributions.ts';
import { arrearsRuleOn, assessmentFor } from './contributions.ts';
import { type BodyJudge, type Upon, unknownOn } from './given-body.ts';
import { BODY_RULES } from './law-bodies.ts';
import { membersOn } from './members.ts';
import { schemeOn } from './rules-on.ts';

type Amounts = StatedArrears['owed'];

/** Each is named once, is known, and owes no less than nothing. */
function amountsFault(amounts: Amounts, day: string, upon: Upon<unknown>): Refusal | null {
  const names = amounts.map(({ actor }) => actor);
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined)
    return refuse(BODY_RULES.owed, said('{$again} is named twice.', { again }));
  const below = amounts.find(({ amount }) => compare(parseFraction(amount), fraction(0n)) < 0);
  if (below !== undefined) {
    return refuse(
      BODY_RULES.owed,
      said('{$actor} would owe less than nothing.', { actor: below.actor }),
    );
  }
  return names.map((name) => unknownOn(name, day, upon)).find((one) => one !== null) ?? null;
}

/** A sum by a scheme that is there, or an amount for each. */
export const judgeAssessment: BodyJudge<AssessedContributions> = (upon) => {
  const { body, payload } = upon;
  const { contributions, scheme, total, year } = payload;
  const isShared = total !== undefined && scheme !== undefined;
  const isListed = contributions.length > 0 && total === undefined && scheme === undefined;
  if (isShared === isListed) {
    return refuse(BODY_RULES.owed, said('It is not said what each member owes.'), {
      remedy: said(
        'Give a sum and the weights by which it is shared, or an amount for each member.',
      ),
    });
  }
  if (scheme !== undefined && schemeOn(body, scheme, `${year}-01-01`) === null) {
    return refuse(
      BODY_RULES.owed,
      said('There are no weights {$scheme} on {$year}-01-01.', { scheme, year }),
      {
        remedy: said('Set them first, from that day or before.'),
      },
    );
  }
  if (total !== undefined && compare(parseFraction(total), fraction(0n)) <= 0) {
    return refuse(BODY_RULES.owed, said('The sum that is shared is not above nothing.'));
  }
  return amountsFault(contributions, `${year}-01-01`, upon);
};

/** Members owe in the unit in which the years before were assessed, as far as they are known. */
export const judgeArrears: BodyJudge<StatedArrears> = (upon) => {
  const { archive, body, payload } = upon;
  const { on, owed, unit } = payload;
  const members = new Set(membersOn(body, on, archive.registry));
  const stranger = owed.find(({ actor }) => !members.has(actor));
  if (stranger !== undefined) {
    return refuse(
      BODY_RULES.owed,
      said('{$actor} is no member of this body on {$on}.', { actor: stranger.actor, on }),
    );
  }
  const year = Number(on.slice(0, 4));
  const full = arrearsRuleOn(body, on)?.fullYears ?? 0;
  const other = Array.from({ length: full }, (_, at) => assessmentFor(body, year - 1 - at)).find(
    (one) => one !== null && one.payload.unit !== unit,
  );
  return other === undefined || other === null
    ? amountsFault(owed, on, upon)
    : refuse(
        BODY_RULES.owed,
        said('{$year} was assessed in {$unit}.', {
          year: other.payload.year,
          unit: other.payload.unit,
        }),
        {
          remedy: said('State what is owed in the same unit.'),
        },
      );
};
