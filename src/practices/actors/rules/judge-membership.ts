/** Whether an actor can take up or end a standing in a group. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import type { ActorRow, MembershipRow } from '../tables.ts';
import { EXISTENCE_RULE, GROUP_RULE, JOIN_RULE, LEAVE_RULE } from './law.ts';
import { type Standing, foldStandings } from './membership.ts';
import { covers } from './period.ts';

/** Kinds of actors that have members. */
const JOINABLE: readonly string[] = ['organisation', 'group', 'organ'];

/** The group, the member, and what is held about the two. */
export interface Parties {
  readonly group: ActorRow;
  readonly member: ActorRow;
  readonly events: readonly MembershipRow[];
}

function valuesOf(row: MembershipRow): Record<string, string> {
  return { group: row.group_id, member: row.member, status: row.status, on: row.on_day ?? '' };
}

function ofStatus(row: MembershipRow, events: readonly MembershipRow[]): Standing[] {
  return foldStandings(events.filter((event) => event.status === row.status));
}

/** The one of the two that does not exist on the day of joining, as far as that matters. */
function absentOn({ on_day: day }: MembershipRow, { group, member }: Parties): ActorRow | null {
  if (day === null) return null;
  if (!covers({ from: group.from_on, to: group.to_on }, day)) return group;
  return member.to_on !== null && member.to_on <= day ? member : null;
}

/** Judges `actors.join`. */
export function judgeJoining(row: MembershipRow, parties: Parties): Refusal | null {
  const { group, member } = parties;
  const values = valuesOf(row);
  if (!JOINABLE.includes(group.kind) || group.actor === member.actor) {
    const reason = said('{$actor} has no members such as {$memberActor}.', {
      actor: group.actor,
      memberActor: member.actor,
    });
    return refuse(GROUP_RULE, reason, {
      remedy: said('Name an organisation, an organ or a group.'),
      values,
    });
  }
  const absent = absentOn(row, parties);
  if (absent) {
    return refuse(
      EXISTENCE_RULE,
      said('{$actor} does not exist on {$onDay}.', {
        actor: absent.actor,
        onDay: row.on_day ?? '',
      }),
      {
        remedy: said('Check the day, or correct the actor’s entry.'),
        values: { ...values, actor: absent.actor },
      },
    );
  }
  const already = ofStatus(row, parties.events).find((standing) => {
    return row.on_day === null ? standing.from === null : covers(standing, row.on_day);
  });
  if (!already) return null;
  const since = already.from ?? 'the beginning';
  return refuse(
    JOIN_RULE,
    said('{$member} is {$status} of {$groupId} since {$since}.', {
      member: row.member,
      status: row.status,
      groupId: row.group_id,
      since,
    }),
    {
      remedy: said('Correct the earlier act, or record the leaving first.'),
      values: { ...values, since },
    },
  );
}

/** Judges `actors.leave`; `on` is the first day without the standing. */
export function judgeLeaving(row: MembershipRow, parties: Parties): Refusal | null {
  const on = row.on_day ?? '';
  const values = valuesOf(row);
  const { to_on: end } = parties.member;
  if (end !== null && on > end) {
    return refuse(
      EXISTENCE_RULE,
      said('{$member} exists only until {$end}.', { member: row.member, end }),
      { values },
    );
  }
  const standing = ofStatus(row, parties.events).find((held) => {
    return (held.from === null || held.from < on) && (held.to === null || on <= held.to);
  });
  if (!standing) {
    return refuse(
      LEAVE_RULE,
      said('{$member} is not {$status} of {$groupId} before {$on}.', {
        member: row.member,
        status: row.status,
        groupId: row.group_id,
        on,
      }),
      {
        remedy: said('Record the joining first, or check the day.'),
        values,
      },
    );
  }
  if (standing.to === null) return null;
  return refuse(
    LEAVE_RULE,
    said('{$member} leaves {$groupId} on {$to} already.', {
      member: row.member,
      groupId: row.group_id,
      to: standing.to,
    }),
    {
      remedy: said('Correct the earlier act.'),
      values: { ...values, until: standing.to },
    },
  );
}
