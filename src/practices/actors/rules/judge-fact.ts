/** Whether one more fact fits with what the registry holds. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import type {
  ActorRow,
  AttributeRow,
  MembershipRow,
  NameRow,
  OfficeRow,
  SuccessionRow,
} from '../tables.ts';
import {
  DATES_RULE,
  ENTERED_RULE,
  EXISTENCE_RULE,
  KNOWN_RULE,
  MEASURE_RULE,
  OFFICE_RULE,
  SUCCESSION_RULE,
  UNIT_RULE,
} from './law.ts';
import { judgeJoining, judgeLeaving } from './judge-membership.ts';
import { type Period, covers, hasBegun, isOrdered } from './period.ts';
import { type Held, type RegistryState, restsOn } from './state.ts';

type Registry = Pick<RegistryState, 'actors' | 'offices' | 'units' | 'memberships' | 'attributes'>;

/** The days on which an actor exists. */
export function existenceOf(row: Pick<ActorRow, 'from_on' | 'to_on'>): Period {
  return { from: row.from_on, to: row.to_on };
}

/** Whether the fact can stand beside those held; only reads. */
export function judgeFact(state: Registry, held: Held): Refusal | null {
  return unknownAmong(state, restsOn(held)) ?? judgeKnown(state, held);
}

function judgeKnown(state: Registry, { type, row }: Held): Refusal | null {
  switch (type) {
    case 'actors.enter':
      return judgeEntry(state, row);
    case 'actors.name':
      return judgePeriod(row);
    case 'actors.succeed':
      return judgeSuccession(state, row);
    case 'actors.join':
    case 'actors.leave':
      return judgeMembership(state, row);
    case 'actors.measure':
      return judgeFigure(state, row);
    case 'actors.hold-office':
      return judgeOffice(state, row);
  }
}

function unknownAmong(state: Registry, actors: readonly string[]): Refusal | null {
  const unknown = actors.find((actor) => !state.actors.has(actor));
  if (unknown === undefined) return null;
  return refuse(KNOWN_RULE, said('The registry knows no actor {$unknown}.', { unknown }), {
    remedy: said('Enter the actor first, or check the id.'),
    values: { actor: unknown },
  });
}

function judgePeriod(row: Pick<NameRow, 'from_on' | 'to_on'>): Refusal | null {
  if (isOrdered({ from: row.from_on, to: row.to_on })) return null;
  return refuse(
    DATES_RULE,
    said('The end {$toOn} is not after the beginning {$fromOn}.', {
      toOn: row.to_on ?? '',
      fromOn: row.from_on ?? '',
    }),
    {
      remedy: said('Give the first day, and the first day after the last.'),
      values: { from: row.from_on ?? '', to: row.to_on ?? '' },
    },
  );
}

function judgeEntry(state: Registry, row: ActorRow): Refusal | null {
  const values = { actor: row.actor };
  if (state.actors.has(row.actor)) {
    return refuse(
      ENTERED_RULE,
      said('{$actor} is in the registry already.', { actor: row.actor }),
      {
        remedy: said('Correct the earlier entry, or choose another id.'),
        values,
      },
    );
  }
  if (state.offices.has(row.actor) && row.kind !== 'office') {
    return refuse(OFFICE_RULE, said('{$actor} is the id of an office.', { actor: row.actor }), {
      values,
    });
  }
  return judgePeriod(row);
}

function judgeMembership(state: Registry, row: MembershipRow): Refusal | null {
  const group = state.actors.get(row.group_id);
  const member = state.actors.get(row.member);
  if (!group || !member) return null;
  const events = state.memberships(row.group_id, row.member);
  const parties = { group, member, events };
  return row.event === 'join' ? judgeJoining(row, parties) : judgeLeaving(row, parties);
}

function judgeSuccession(state: Registry, row: SuccessionRow): Refusal | null {
  const { predecessor, successor, on_day: on } = row;
  const values = { predecessor, successor, on };
  if (predecessor === successor) {
    return refuse(SUCCESSION_RULE, said('{$successor} cannot succeed itself.', { successor }), {
      values,
    });
  }
  const [before, after] = [state.actors.get(predecessor), state.actors.get(successor)];
  if (before && !hasBegun(existenceOf(before), on)) {
    return refuse(
      EXISTENCE_RULE,
      said('{$predecessor} begins only on {$fromOn}.', {
        predecessor,
        fromOn: before.from_on ?? '',
      }),
      { values },
    );
  }
  if (after && !covers(existenceOf(after), on)) {
    return refuse(
      EXISTENCE_RULE,
      said('{$successor} does not exist on {$on}.', { successor, on }),
      { values },
    );
  }
  return null;
}

function judgeFigure(state: Registry, row: AttributeRow): Refusal | null {
  const { actor, attribute, unit } = row;
  const values = { actor, attribute, unit, from: row.from_on ?? '' };
  const units = [...(state.units.get(attribute) ?? [])].filter(([, count]) => count > 0);
  const other = units.find(([used]) => used !== unit)?.[0];
  if (other !== undefined) {
    return refuse(
      UNIT_RULE,
      said('Figures of {$attribute} are in {$other}, not in {$unit}.', { attribute, other, unit }),
      {
        remedy: said('Convert the figure, or name another attribute.'),
        values,
      },
    );
  }
  const same = state.attributes(actor, attribute).some((held) => held.from_on === row.from_on);
  if (same) {
    const since = row.from_on ?? 'the beginning';
    return refuse(
      MEASURE_RULE,
      said('{$actor} has a figure of {$attribute} from {$since} already.', {
        actor,
        attribute,
        since,
      }),
      {
        remedy: said('Correct the earlier figure.'),
        values,
      },
    );
  }
  return judgePeriod(row);
}

function judgeOffice(state: Registry, row: OfficeRow): Refusal | null {
  const values = { office: row.office, actor: row.actor };
  if (state.offices.has(row.office)) {
    return refuse(
      OFFICE_RULE,
      said('The office {$office} is in the registry already.', { office: row.office }),
      {
        remedy: said('Correct the earlier act.'),
        values,
      },
    );
  }
  const actor = state.actors.get(row.office);
  if (actor && actor.kind !== 'office') {
    return refuse(
      OFFICE_RULE,
      said('{$office} is an actor of another kind.', { office: row.office }),
      { values },
    );
  }
  return null;
}
