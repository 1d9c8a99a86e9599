/** The rules by which acts in channels are admitted and read, each with what it rests on. */
import { rule } from '../../../kernel/law.ts';

const TLP = 'FIRST, Traffic Light Protocol 2.0';

export const RULES = {
  register: rule(
    'notices.register',
    'Concord notices, "Channels"',
    'An act of notices stands in the register of a channel, which its first act opens.',
  ),
  openedOnce: rule(
    'notices.opened-once',
    'Concord notices, "Channels"',
    'A channel is opened once.',
  ),
  known: rule(
    'notices.known-actor',
    'Concord notices, "Addressing"',
    'Who issues, and who is addressed, is an actor of the registry that exists on the day.',
  ),
  issuers: rule(
    'notices.issuers',
    'VCDR Art. 41(2); Concord notices, "Channels"',
    'Notices come from those whom the channel names, by the channel agreed upon.',
  ),
  kind: rule(
    'notices.kind',
    'Concord notices, "Channels"',
    'A channel takes notices of its kind, and replies of any.',
  ),
  form: rule(
    'notices.form',
    'VCDR Art. 41(2)',
    'A note verbale has a number and initials; a request says what is needed.',
  ),
  says: rule(
    'notices.says-something',
    'Concord notices, "Notices"',
    'A notice says something: words, documents, needs or objects.',
  ),
  number: rule(
    'notices.number-once',
    'Concord notices, "Numbers"',
    'A sender gives a number once in a channel.',
  ),
  times: rule(
    'notices.times',
    'CAP 1.2, section 3.2.2',
    'Nothing is due, and nothing ends, before the notice is issued or begins to hold.',
  ),
  emptyGroup: rule(
    'notices.empty-group',
    'Concord notices, "Addressing"',
    'A group without members addresses nobody; it never stands for everyone.',
  ),
  released: rule(
    'notices.released-to-addressees',
    `${TLP}; Concord notices, "Markings"`,
    'A marked act is released to those whom it addresses and to its own actor.',
  ),
  level: rule(
    'notices.level-of-channel',
    `${TLP}; Concord notices, "Markings"`,
    'A notice is marked at the level of its channel or stricter.',
  ),
  withinChannel: rule(
    'notices.within-channel',
    `${TLP}; Concord notices, "Markings"`,
    'No act of a channel is released more widely than the channel itself.',
  ),
  withinNotice: rule(
    'notices.within-notice',
    `${TLP}; Concord notices, "Markings"`,
    'What answers or changes a notice is released no more widely than the notice.',
  ),
  knownNotice: rule(
    'notices.known-notice',
    'Concord notices, "Threads"',
    'An act names notices that its actor may read; those answered or changed are of the channel.',
  ),
  ownNotice: rule(
    'notices.own-notice',
    'CAP 1.2, section 3.2.1 (references)',
    'Only its issuer updates, cancels or closes a notice, or permits its release onward.',
  ),
  addressee: rule(
    'notices.addressee',
    'Concord notices, "Acknowledgement"',
    'Those acknowledge a notice who are addressed by it.',
  ),
  acknowledgedOnce: rule(
    'notices.acknowledged-once',
    'Concord notices, "Acknowledgement"',
    'An addressee acknowledges a notice once, unless an update asks for it again.',
  ),
  party: rule(
    'notices.party-to-thread',
    'VCDR Art. 41(2)',
    'Those reply who are addressed by a notice, or who issued it.',
  ),
  cancelled: rule(
    'notices.cancelled',
    'CAP 1.2, section 3.2.1 (msgType Cancel)',
    'What was cancelled is not changed, answered with an offer, or cancelled again.',
  ),
  closed: rule(
    'notices.closed',
    'Concord notices, "Threads"',
    'A closed thread takes no further replies, offers or changes.',
  ),
  request: rule(
    'notices.upon-request',
    'Concord notices, "Requests"',
    'Assistance is offered upon a request, by others than who made it.',
  ),
  content: rule(
    'notices.content',
    'STIX 2.1, section 3.1 (RFC 7493); CAP 1.2, sections 3.1 and 4',
    'Objects and alerts can be read by their standard, and in one way only.',
  ),
  ownMarks: rule(
    'notices.own-marks',
    'STIX 2.1, section 7.2; CAP 1.2, section 3.2.1 (scope)',
    'What is marked within a notice is not released more widely by the notice.',
  ),
  onward: rule(
    'notices.onward-release',
    `${TLP} (TLP:RED, TLP:AMBER+STRICT, TLP:AMBER)`,
    'What came so marked goes to others only as far as its originator permits, and no looser.',
  ),
} as const;

/** Rules by which the state of a notice is read, which refuse nothing. */
export const READING = {
  deadline: rule(
    'notices.deadline',
    'Concord notices, "Acknowledgement"',
    'Due is what the notice says, else the channel’s hours after it was recorded.',
  ),
  state: rule(
    'notices.state',
    'Concord notices, "Acknowledgement"',
    'Without an acknowledgement or a reply it is not known whether a notice was read.',
  ),
  escalation: rule(
    'notices.escalation',
    'Concord notices, "Escalation"',
    'After each number of hours past the deadline the next offices are told, by day or night.',
  ),
} as const;
