/** What keeps a notice out of a channel. */
import { dayOf } from '../../../../kernel/dates.ts';
import { LEVELS, mayView } from '../../../../kernel/marking.ts';
import { type Refusal, isRefusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Addressed } from '../../payloads/parts.ts';
import type { Notice } from '../../payloads/notice.ts';
import { addresseesOf } from '../addressees.ts';
import { RULES } from '../law.ts';
import { judgeOnward } from '../lineage.ts';
import { closingOf } from '../threads.ts';
import { judgeContent } from './content.ts';
import { type Given, firstOf, judgeUponMarking, noticeNamed, noticeUpon } from './given.ts';

// Deciders are handed what the schema of the act's kind gave.
const noticeIn = ({ act }: Given): Notice => act.payload as Notice;

const isAmong = ({ act, docket }: Given, named: Addressed): boolean => {
  const { actor, issuedAt } = act.header;
  return addresseesOf(named, issuedAt, docket.actors).some((one) => one.actor === actor);
};

function judgeIssuer(given: Given): Refusal | null {
  const { act, channel, docket } = given;
  const { actor, issuedAt } = act.header;
  if (!docket.actors.exists(actor, dayOf(issuedAt))) {
    return refuse(
      RULES.known,
      said('{$actor} is no actor of the registry on {$issuedAt}.', {
        actor,
        issuedAt: dayOf(issuedAt),
      }),
    );
  }
  const { issuers } = channel.opening;
  // Who is addressed may answer, though only others begin.
  const isReply = noticeIn(given).inReplyTo !== undefined;
  if (issuers === undefined || isReply || isAmong(given, issuers)) return null;
  return refuse(
    RULES.issuers,
    said('{$actor} is not among those who issue in {$channel}.', {
      actor,
      channel: channel.channel,
    }),
    {
      remedy: said('Ask {$custodian}, who keeps the channel.', { custodian: channel.custodian }),
    },
  );
}

function judgeForm(given: Given): Refusal | null {
  const { kind, inReplyTo, number, form, needs } = noticeIn(given);
  const own = given.channel.opening.kind;
  if (kind !== own && inReplyTo === undefined) {
    return refuse(
      RULES.kind,
      said('{$channel} carries {$own}, not {$kind}.', {
        channel: given.channel.channel,
        own,
        kind,
      }),
    );
  }
  if (kind === 'notes-verbales' && (number === undefined || form === undefined)) {
    return refuse(RULES.form, said('A note verbale needs a number, and initials in its form.'));
  }
  return kind === 'requests' && inReplyTo === undefined && needs.length === 0
    ? refuse(RULES.form, said('A request says what is needed: it has no needs.'))
    : null;
}

function judgeWords(given: Given): Refusal | null {
  const { body, document, documents, content, needs, annex } = noticeIn(given);
  const isEmpty = body.trim() === '' && documents.length + needs.length === 0;
  const isBare = document === undefined && annex === undefined;
  return isEmpty && isBare && content === null
    ? refuse(RULES.says, said('The notice has a subject and nothing else.'))
    : null;
}

function judgeNumber(given: Given): Refusal | null {
  const { act, channel, docket } = given;
  const { number } = noticeIn(given);
  const { actor } = act.header;
  if (number === undefined || !docket.isNumberTaken(channel.channel, actor, number)) return null;
  return refuse(
    RULES.number,
    said('{$actor} gave the number {$number} in this channel before.', { actor, number }),
    {
      remedy: said('Give the next number.'),
      values: { number },
    },
  );
}

/** Instants that may not come before another one, by their names. */
function judgeTimes(given: Given): Refusal | null {
  const { acknowledgeBy, replyBy, validFrom, expiresAt } = noticeIn(given);
  const { issuedAt } = given.act.header;
  const holds = validFrom !== undefined && validFrom > issuedAt ? validFrom : issuedAt;
  const early =
    [acknowledgeBy, replyBy].find((at) => at !== undefined && at < issuedAt) ??
    (expiresAt !== undefined && expiresAt <= holds ? expiresAt : undefined);
  return early === undefined
    ? null
    : refuse(
        RULES.times,
        said('{$early} is before the notice is issued, or begins to hold.', { early }),
      );
}

function judgeAddressed(given: Given): Refusal | null {
  const { act, docket } = given;
  const { to } = noticeIn(given);
  const day = dayOf(act.header.issuedAt);
  const unknown = [...to.actors, ...to.groups].find((one) => !docket.actors.exists(one, day));
  if (unknown !== undefined) {
    return refuse(
      RULES.known,
      said('{$unknown} is no actor of the registry on {$day}.', { unknown, day }),
    );
  }
  const empty = to.groups.find((group) => docket.actors.membersOn(group, day).length === 0);
  return empty === undefined
    ? null
    : refuse(
        RULES.emptyGroup,
        said('{$empty} has no members on {$day}: nobody would be addressed.', { empty, day }),
        {
          remedy: said('Address {$empty} itself, as an actor.', { empty }),
        },
      );
}

function judgeRelease(given: Given): Refusal | null {
  const { act, channel, docket } = given;
  const { marking, actor, issuedAt } = act.header;
  if (LEVELS.indexOf(marking.level) < LEVELS.indexOf(channel.opening.level)) {
    const { level } = channel.opening;
    return refuse(RULES.level, said('Notices here are marked {$level} or stricter.', { level }), {
      remedy: said('Mark it {$level}, and name those to whom it is released.', { level }),
    });
  }
  const addressed = addresseesOf(noticeIn(given).to, issuedAt, docket.actors);
  const without = [actor, ...addressed.map((one) => one.actor)].find(
    (one) => !mayView(marking, [one]),
  );
  return without === undefined
    ? null
    : refuse(
        RULES.released,
        said('It is meant for {$without}, but not released to {$without}.', { without }),
        {
          remedy: said('Release it to {$without}, or do not address it.', { without }),
        },
      );
}

/** A reply is by an addressee or the issuer, in an open thread, to no more than had the notice. */
function judgeReply(given: Given): Refusal | null {
  const { inReplyTo } = noticeIn(given);
  if (inReplyTo === undefined) return null;
  const { act, docket } = given;
  const notice = noticeUpon(given, inReplyTo);
  if (isRefusal(notice)) return notice;
  if (closingOf(docket, notice.act) !== null) {
    return refuse(RULES.closed, said('The thread of this notice is closed.'));
  }
  const { actor } = act.header;
  const isMeant = addresseesOf(notice.notice.to, notice.issuedAt, docket.actors).some(
    (one) => one.actor === actor,
  );
  if (notice.actor !== actor && !isMeant) {
    return refuse(
      RULES.party,
      said('{$actor} is neither addressed by this notice nor its issuer.', { actor }),
    );
  }
  return judgeUponMarking(given, notice, [notice.actor]);
}

function judgeNamed(given: Given): Refusal | null {
  const { references, source } = noticeIn(given);
  const named = [...references, ...(source === undefined ? [] : [source.notice])];
  return named.map((one) => noticeNamed(given, one)).find(isRefusal) ?? null;
}

function judgeCarried(given: Given): Refusal | null {
  return judgeContent(noticeIn(given).content, given.act.header.marking);
}

function judgeSource(given: Given): Refusal | null {
  const { source } = noticeIn(given);
  const { marking, actor } = given.act.header;
  return source === undefined ? null : judgeOnward(marking, actor, source, given.docket);
}

/** Judges a notice: null, or the refusal. */
export function judgeIssue(given: Given): Refusal | null {
  return firstOf(given, [
    judgeIssuer,
    judgeForm,
    judgeWords,
    judgeTimes,
    judgeAddressed,
    judgeRelease,
    judgeNamed,
    judgeReply,
    judgeNumber,
    judgeSource,
    judgeCarried,
  ]);
}
