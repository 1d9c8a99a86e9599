/** Why a notice stands as it does, with the acts that it rests on. */
import { type Finding, type Ref, finding } from '../../../kernel/finding.ts';
import { type Sentence, said } from '../../../kernel/said.ts';
import type { ChannelFact, NoticeFact } from './facts.ts';
import { READING } from './law.ts';
import type { AddresseeStanding, NoticeStanding } from './notice-state.ts';

const actRef = (act: string, label: string, at: string): Ref => ({
  label,
  act,
  on: at.slice(0, 10),
  href: `/acts/${act}`,
});

const SAYS: Readonly<Record<AddresseeStanding['state'], Sentence>> = {
  acknowledged: said('Acknowledged'),
  'acknowledged-late': said('Acknowledged after the deadline'),
  waiting: said('Not yet; the deadline is ahead'),
  overdue: said('Not yet; the deadline has passed'),
  'not-asked': said('Not known; no deadline was set'),
  lapsed: said('Not known; nothing is due any more'),
};

function saysOf({ state, through }: AddresseeStanding): Sentence {
  const what = SAYS[state];
  if (through.length === 0) return said('{$state}.', { state: what });
  const groups = through.map((id) => ({ id, name: id }));
  return said('{$state}, addressed as a member of {$groups}.', { state: what, groups });
}

const whoseRef = (actor: string, { act, at }: { act: string; at: string }): Ref => ({
  ...actRef(act, `${actor}: ${at}`, at),
  actor,
});

function addresseeFinding(one: AddresseeStanding): Finding {
  const { actor: id, acknowledgement, reply } = one;
  const actor = { id, name: id };
  const counted = [
    ...(acknowledgement === null ? [] : [whoseRef(id, acknowledgement)]),
    ...(reply === null || reply.act === acknowledgement?.act ? [] : [whoseRef(id, reply)]),
  ];
  return finding({
    question: said('Has {$actor} acknowledged it?', { actor }),
    value: acknowledgement !== null,
    text: saysOf(one),
    rule: READING.state,
    counted,
    missing:
      acknowledgement === null
        ? [said('An acknowledgement or a reply by {$actor}.', { actor })]
        : [],
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
    question: said('By when is it to be acknowledged?'),
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
    question: said('Where does the notice stand?'),
    value: standing.state,
    rule: READING.state,
    counted: [
      { ...actRef(fact.act, 'notices.issue', fact.issuedAt), kind: 'notices.issue' },
      ...changed.map(({ act, kind, issuedAt }) => ({
        ...actRef(act, `notices.${kind}`, issuedAt),
        kind: `notices.${kind}`,
      })),
    ],
    parts: [
      deadlineFinding(fact, standing, channel),
      ...standing.addressees.map((one) => addresseeFinding(one)),
    ],
  });
}
