/** Why a notice stands as it does, with the acts that it rests on. */
import { type Finding, type Ref, finding } from '../../../kernel/finding.ts';
import type { ChannelFact, NoticeFact } from './facts.ts';
import { READING } from './law.ts';
import type { AddresseeStanding, NoticeStanding } from './notice-state.ts';

const actRef = (act: string, label: string, at: string): Ref => ({
  label,
  act,
  on: at.slice(0, 10),
  href: `/acts/${act}`,
});

const SAYS: Readonly<Record<AddresseeStanding['state'], string>> = {
  acknowledged: 'Acknowledged',
  'acknowledged-late': 'Acknowledged after the deadline',
  waiting: 'Not yet; the deadline is ahead',
  overdue: 'Not yet; the deadline has passed',
  'not-asked': 'Not known; no deadline was set',
  lapsed: 'Not known; nothing is due any more',
};

function addresseeFinding(one: AddresseeStanding): Finding {
  const { actor, acknowledgement, state, through, reply } = one;
  const member = through.length === 0 ? '' : `, addressed as a member of ${through.join(', ')}`;
  const counted = [
    ...(acknowledgement === null
      ? []
      : [actRef(acknowledgement.act, `${actor}: ${acknowledgement.at}`, acknowledgement.at)]),
    ...(reply === null || reply.act === acknowledgement?.act
      ? []
      : [actRef(reply.act, `${actor}: ${reply.at}`, reply.at)]),
  ];
  return finding({
    question: `Has ${actor} acknowledged it?`,
    value: acknowledgement !== null,
    text: `${SAYS[state]}${member}.`,
    rule: READING.state,
    counted,
    missing: acknowledgement === null ? [`An acknowledgement or a reply by ${actor}.`] : [],
  });
}

function deadlineFinding(
  fact: NoticeFact,
  standing: NoticeStanding,
  channel: ChannelFact,
): Finding {
  const { acknowledgeBy, deadlineFrom } = standing;
  const label = deadlineFrom === 'channel' ? channel.channel : fact.act.slice(0, 12);
  const at = deadlineFrom === 'channel' ? channel.openedAt : fact.issuedAt;
  const act = deadlineFrom === 'channel' ? channel.act : fact.act;
  return finding({
    question: 'By when is it to be acknowledged?',
    value: acknowledgeBy,
    rule: READING.deadline,
    counted: deadlineFrom === null ? [] : [actRef(act, label, at)],
  });
}

/** Where the notice stands, and why: its state, its deadline, and each addressee. */
export function standingFinding(
  fact: NoticeFact,
  standing: NoticeStanding,
  channel: ChannelFact,
): Finding {
  const changed = [
    ...standing.updates,
    ...(standing.cancelledBy === null ? [] : [standing.cancelledBy]),
  ];
  return finding({
    question: 'Where does the notice stand?',
    value: standing.state,
    rule: READING.state,
    counted: [
      actRef(fact.act, 'notices.issue', fact.issuedAt),
      ...changed.map(({ act, kind, issuedAt }) => actRef(act, `notices.${kind}`, issuedAt)),
    ],
    parts: [
      deadlineFinding(fact, standing, channel),
      ...standing.addressees.map((one) => addresseeFinding(one)),
    ],
  });
}
