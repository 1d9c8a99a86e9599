/** What channels take and refuse, told as scenarios. */
import { markedFor } from '../../../kernel/marking.ts';
import {
  AMBER,
  RED,
  type Scenario,
  acknowledges,
  asks,
  issues,
  notes,
  offers,
  opens,
  replies,
  upon,
} from './scenario.ts';

const STRICT = markedFor('amber+strict', ['AAA', 'BBB']);
const WIDER = markedFor('red', ['AAA', 'BBB', 'CCC']);

/** Channels and what is issued in them. */
const issuing: readonly Scenario[] = [
  { title: 'a channel is opened by who will keep it', given: [], when: opens(), refusedBy: null },
  {
    title: 'a channel is opened once',
    given: [opens()],
    when: opens(),
    refusedBy: 'opened-once',
  },
  {
    title: 'a channel that would not be released to its own keeper is refused',
    given: [],
    when: opens({}, { marking: RED }),
    refusedBy: 'released-to-addressees',
  },
  {
    title: 'nothing is issued in a channel that is not there',
    given: [],
    when: issues(),
    refusedBy: 'register',
  },
  {
    title: 'nothing is issued in the register of something else',
    given: [],
    when: issues({}, { channel: 'agreements/common-river' }),
    refusedBy: 'register',
  },
  {
    title: 'a channel that its actor may not read is as one that is not there',
    given: [opens({}, { actor: 'BBB', marking: RED })],
    when: issues({ to: {} }, { actor: 'CCC', marking: markedFor('red', ['CCC']) }),
    refusedBy: 'register',
  },
  {
    title: 'an alert goes to whom it names',
    given: [opens()],
    when: issues(),
    refusedBy: null,
  },
  {
    title: 'an actor that does not exist issues nothing',
    given: [opens()],
    when: issues({}, { actor: 'XXX' }),
    refusedBy: 'known-actor',
  },
  {
    title: 'an actor that does not exist is not addressed',
    given: [opens()],
    when: issues({ to: { actors: ['XXX'] } }),
    refusedBy: 'known-actor',
  },
  {
    title: 'only those issue whom the channel names',
    given: [opens({ issuers: { actors: ['BBB'] } })],
    when: issues(),
    refusedBy: 'issuers',
  },
  {
    title: 'members of a group issue where the channel names the group',
    given: [opens({ issuers: { groups: ['league'] } })],
    when: issues({ to: { actors: ['AAA'] } }, { actor: 'CCC' }),
    refusedBy: null,
  },
  {
    title: 'who may not begin may yet answer what is addressed to it',
    given: [opens({ issuers: { actors: ['AAA'] } }), issues()],
    when: replies('BBB'),
    refusedBy: null,
  },
  {
    title: 'a channel of alerts takes no request',
    given: [opens()],
    when: asks(),
    refusedBy: 'kind',
  },
  {
    title: 'a note verbale has a number and initials',
    given: [opens({ kind: 'notes-verbales' })],
    when: notes({ number: undefined }),
    refusedBy: 'form',
  },
  {
    title: 'a note verbale in due form is taken in',
    given: [opens({ kind: 'notes-verbales' })],
    when: notes(),
    refusedBy: null,
  },
  {
    title: 'a request says what is needed',
    given: [opens({ kind: 'requests' })],
    when: asks({ needs: [] }),
    refusedBy: 'form',
  },
  {
    title: 'a notice says more than its subject',
    given: [opens()],
    when: issues({ body: ' ' }),
    refusedBy: 'says-something',
  },
  {
    title: 'a number is given once by a sender',
    given: [opens(), issues({ number: '3/2026' })],
    when: issues({ number: '3/2026' }),
    refusedBy: 'number-once',
  },
  {
    title: 'another sender has numbers of its own',
    given: [opens(), issues({ number: '3/2026' })],
    when: issues({ number: '3/2026', to: { actors: ['AAA'] } }, { actor: 'BBB' }),
    refusedBy: null,
  },
  {
    title: 'nothing is to be acknowledged before it is issued',
    given: [opens()],
    when: issues({ acknowledgeBy: '2026-03-01T11:59Z' }),
    refusedBy: 'times',
  },
  {
    title: 'a notice may ask to be acknowledged at once',
    given: [opens()],
    when: issues({ acknowledgeBy: '2026-03-01T12:00Z' }),
    refusedBy: null,
  },
  {
    title: 'a notice does not end before it begins to hold',
    given: [opens()],
    when: issues({ validFrom: '2026-03-02T00:00Z', expiresAt: '2026-03-02T00:00Z' }),
    refusedBy: 'times',
  },
  {
    title: 'an empty group addresses nobody, and never everyone',
    given: [opens()],
    when: issues({ to: { groups: ['nobody'] } }),
    refusedBy: 'empty-group',
  },
];

/** Who may see what. */
const markings: readonly Scenario[] = [
  {
    title: 'a red notice is released to whom it addresses',
    given: [opens()],
    when: issues({}, { marking: RED }),
    refusedBy: null,
  },
  {
    title: 'a red notice that its addressee could not read is refused',
    given: [opens()],
    when: issues({ to: { actors: ['BBB', 'CCC'] } }, { marking: RED }),
    refusedBy: 'released-to-addressees',
  },
  {
    title: 'each member of a group that is addressed has to be able to read it',
    given: [opens()],
    when: issues({ to: { groups: ['league'] } }, { marking: RED }),
    refusedBy: 'released-to-addressees',
  },
  {
    title: 'a notice that its own sender could not read is refused',
    given: [opens()],
    when: issues({}, { marking: markedFor('red', ['BBB']) }),
    refusedBy: 'released-to-addressees',
  },
  {
    title: 'a notice left clear in an amber channel is refused, and leaks nothing',
    given: [opens({ level: 'amber' })],
    when: issues(),
    refusedBy: 'level-of-channel',
  },
  {
    title: 'a stricter level than the channel’s is taken in',
    given: [opens({ level: 'amber' })],
    when: issues({}, { marking: RED }),
    refusedBy: null,
  },
  {
    title: 'no notice goes further than its channel',
    given: [opens({}, { actor: 'AAA', marking: RED })],
    when: issues({}, { marking: WIDER }),
    refusedBy: 'within-channel',
  },
  {
    title: 'an acknowledgement of a red notice is not made in the clear',
    given: [opens(), issues({}, { marking: RED })],
    when: acknowledges('BBB'),
    refusedBy: 'within-notice',
  },
  {
    title: 'an acknowledgement is marked as the notice is',
    given: [opens(), issues({}, { marking: RED })],
    when: acknowledges('BBB', { marking: RED }),
    refusedBy: null,
  },
  {
    title: 'an acknowledgement that the sender could not read is refused',
    given: [opens(), issues({}, { marking: RED })],
    when: acknowledges('BBB', { marking: markedFor('red', ['BBB']) }),
    refusedBy: 'released-to-addressees',
  },
  {
    title: 'a reply is released no more widely than what it answers',
    given: [opens(), issues({}, { marking: RED })],
    when: replies('BBB', {}, { marking: WIDER }),
    refusedBy: 'within-notice',
  },
  {
    title: 'a reply to an amber notice may be stricter',
    given: [opens(), issues({}, { marking: AMBER })],
    when: replies('BBB', {}, { marking: RED }),
    refusedBy: null,
  },
  {
    title: 'an update goes to all who were addressed',
    given: [opens(), issues({ to: { groups: ['league'] } }, { marking: AMBER })],
    when: upon('update', 'AAA', { reason: 'More.' }, { marking: RED }),
    refusedBy: 'released-to-addressees',
  },
];

/** Answers, changes and threads. */
const answering: readonly Scenario[] = [
  {
    title: 'who is not addressed does not acknowledge',
    given: [opens(), issues()],
    when: acknowledges('CCC'),
    refusedBy: 'addressee',
  },
  {
    title: 'the sender does not acknowledge its own notice',
    given: [opens(), issues({ to: { actors: ['AAA', 'BBB'] } })],
    when: acknowledges('AAA'),
    refusedBy: 'addressee',
  },
  {
    title: 'an addressee acknowledges once',
    given: [opens(), issues(), acknowledges('BBB')],
    when: acknowledges('BBB'),
    refusedBy: 'acknowledged-once',
  },
  {
    title: 'an update may ask for it again',
    given: [
      opens(),
      issues(),
      acknowledges('BBB'),
      upon('update', 'AAA', { reason: 'More.', acknowledgeAgain: true }),
    ],
    when: acknowledges('BBB'),
    refusedBy: null,
  },
  {
    title: 'a hidden notice is refused as an unknown one is',
    given: [opens(), issues({}, { marking: RED })],
    when: acknowledges('CCC', { marking: markedFor('red', ['AAA', 'CCC']) }),
    refusedBy: 'known-notice',
  },
  {
    title: 'what is not there is not answered',
    given: [opens()],
    when: replies('BBB', { inReplyTo: 'f'.repeat(64) }),
    refusedBy: 'known-notice',
  },
  {
    title: 'what stands in another channel is not answered here',
    given: [opens(), issues(), opens({}, { channel: 'other' })],
    when: replies('BBB', {}, { channel: 'other' }),
    refusedBy: 'known-notice',
  },
  {
    title: 'what one may not read one does not refer to',
    given: [opens(), issues({}, { marking: RED })],
    when: issues({ references: ['@notice'], to: { actors: ['BBB'] } }, { actor: 'CCC' }),
    refusedBy: 'known-notice',
  },
  {
    title: 'who is not addressed does not reply',
    given: [opens(), issues()],
    when: replies('CCC'),
    refusedBy: 'party-to-thread',
  },
  {
    title: 'only its sender updates a notice',
    given: [opens(), issues()],
    when: upon('update', 'BBB', { reason: 'No.' }),
    refusedBy: 'own-notice',
  },
  {
    title: 'only its sender cancels a notice',
    given: [opens(), issues()],
    when: upon('cancel', 'BBB', { reason: 'No.' }),
    refusedBy: 'own-notice',
  },
  {
    title: 'a cancelled notice is not updated',
    given: [opens(), issues(), upon('cancel', 'AAA', { reason: 'False alarm.' })],
    when: upon('update', 'AAA', { reason: 'More.' }),
    refusedBy: 'cancelled',
  },
  {
    title: 'a cancelled notice may still be acknowledged, since that may have been on its way',
    given: [opens(), issues(), upon('cancel', 'AAA', { reason: 'False alarm.' })],
    when: acknowledges('BBB'),
    refusedBy: null,
  },
  {
    title: 'assistance is offered upon a request',
    given: [opens({ kind: 'requests' }), asks()],
    when: offers('CCC'),
    refusedBy: null,
  },
  {
    title: 'assistance is not offered upon an alert',
    given: [opens(), issues()],
    when: offers('BBB'),
    refusedBy: 'upon-request',
  },
  {
    title: 'who asks does not offer',
    given: [opens({ kind: 'requests' }), asks()],
    when: offers('AAA'),
    refusedBy: 'upon-request',
  },
  {
    title: 'a closed thread takes no offer',
    given: [
      opens({ kind: 'requests' }),
      asks(),
      upon('close', 'AAA', { outcome: 'All needs are met.' }),
    ],
    when: offers('CCC'),
    refusedBy: 'closed',
  },
  {
    title: 'a closed thread takes no reply, however deep',
    given: [opens(), issues(), replies('BBB'), upon('close', 'AAA', { outcome: 'Done.' })],
    when: issues({ inReplyTo: '@reply', to: { actors: ['BBB'] } }, { actor: 'AAA', as: 'answer' }),
    refusedBy: 'closed',
  },
  {
    title: 'a thread is closed by the notice with which it began',
    given: [opens(), issues(), replies('BBB')],
    when: upon('close', 'BBB', { notice: '@reply', outcome: 'Done.' }),
    refusedBy: 'closed',
  },
];

const passes = (more: object, other: object) =>
  issues(
    { source: { notice: '@notice' }, to: { actors: ['CCC'] }, ...more },
    { actor: 'BBB', as: 'onward', ...other },
  );
const TO_C = markedFor('red', ['BBB', 'CCC']);
const permits = upon(
  'permit-onward-release',
  'AAA',
  { to: ['CCC'] },
  { as: 'permit', marking: RED },
);

/** Onward release, TLP 2.0. */
const lineage: readonly Scenario[] = [
  {
    title: 'what came red is not released onward without permission',
    given: [opens(), issues({}, { marking: RED })],
    when: passes({}, { marking: TO_C }),
    refusedBy: 'onward-release',
  },
  {
    title: 'what came red is released onward to whom its originator permits',
    given: [opens(), issues({}, { marking: RED }), permits],
    when: passes({ source: { notice: '@notice', releasedBy: '@permit' } }, { marking: TO_C }),
    refusedBy: null,
  },
  {
    title: 'a permission for one is none for another',
    given: [opens(), issues({}, { marking: RED }), permits],
    when: passes({ to: { actors: ['DDD'] } }, { marking: markedFor('red', ['BBB', 'DDD']) }),
    refusedBy: 'onward-release',
  },
  {
    title: 'a permission to release is none to loosen the marking',
    given: [opens(), issues({}, { marking: RED }), permits],
    when: passes({}, { marking: markedFor('amber', ['BBB', 'CCC']) }),
    refusedBy: 'onward-release',
  },
  {
    title: 'what came red never goes to all',
    given: [opens(), issues({}, { marking: RED }), permits],
    when: passes({}, {}),
    refusedBy: 'onward-release',
  },
  {
    title: 'another act is no permission',
    given: [opens(), issues({}, { marking: RED }), permits],
    when: passes({ source: { notice: '@notice', releasedBy: '@notice' } }, { marking: TO_C }),
    refusedBy: 'onward-release',
  },
  {
    title: 'only the originator permits',
    given: [opens(), issues({}, { marking: RED })],
    when: upon('permit-onward-release', 'BBB', { to: ['CCC'] }, { marking: RED }),
    refusedBy: 'own-notice',
  },
  {
    title: 'amber and strict does not go on either',
    given: [opens(), issues({}, { marking: STRICT })],
    when: passes({}, { marking: markedFor('amber+strict', ['BBB', 'CCC']) }),
    refusedBy: 'onward-release',
  },
  {
    title: 'within the same audience it may be passed on',
    given: [opens(), issues({ to: { groups: ['league'] } }, { marking: AMBER })],
    when: passes({}, { marking: markedFor('amber', ['BBB', 'CCC']) }),
    refusedBy: null,
  },
  {
    title: 'what is green goes on within the community as its level is kept',
    given: [opens(), issues({}, { marking: markedFor('green', ['AAA', 'BBB']) })],
    when: passes({}, { marking: markedFor('green', ['BBB', 'CCC']) }),
    refusedBy: null,
  },
  {
    title: 'the chain reaches back to who said it first',
    given: [opens(), issues({}, { marking: RED }), permits, passes({}, { marking: TO_C })],
    when: issues(
      { source: { notice: '@onward' }, to: { actors: ['DDD'] } },
      { actor: 'CCC', marking: markedFor('red', ['CCC', 'DDD']) },
    ),
    refusedBy: 'onward-release',
  },
];

const indicator = (more: object = {}) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: 'indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f',
  created: '2026-02-01T10:00:00.000Z',
  modified: '2026-02-02T10:00:00.000Z',
  pattern: "[file:name = 'a.exe']",
  pattern_type: 'stix',
  valid_from: '2026-02-01T10:00:00Z',
  ...more,
});
/** The mark of TLP:RED in STIX 2.1, section 7.2.1.4. */
const RED_MARK = 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed';
const carries = (object: object, other: object = {}) =>
  issues({ content: { standard: 'stix', objects: [JSON.stringify(object)] } }, other);

const CAP_TIME = '2026-03-01T12:00:00-00:00';
const named = { identifier: 'A-1', sender: 'a@example.org', sent: CAP_TIME };
const capAlert = (scope: string) => `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
<identifier>A-1</identifier><sender>a@example.org</sender><sent>${CAP_TIME}</sent>
<status>Actual</status><msgType>Alert</msgType><scope>${scope}</scope>
${scope === 'Private' ? '<addresses>b@example.org</addresses>' : ''}
<info><category>Health</category><event>Cluster</event><urgency>Expected</urgency>
<severity>Unknown</severity><certainty>Unknown</certainty></info></alert>`;
const warns = (alert: string, more: object = {}) =>
  issues({ content: { standard: 'cap', alert, ...named, ...more } });

/** Objects and alerts for machines. */
const carried: readonly Scenario[] = [
  {
    title: 'an object that is what STIX says is taken in',
    given: [opens()],
    when: carries(indicator()),
    refusedBy: null,
  },
  {
    title: 'an object that names a member twice is refused, since two would read it as two',
    given: [opens()],
    when: issues({
      content: {
        standard: 'stix',
        objects: [JSON.stringify(indicator()).replace('{', '{"pattern":"other",')],
      },
    }),
    refusedBy: 'content',
  },
  {
    title: 'an object that is marked red is not carried by a notice for all',
    given: [opens()],
    when: carries(indicator({ object_marking_refs: [RED_MARK] })),
    refusedBy: 'own-marks',
  },
  {
    title: 'an object that is marked red is carried by a red notice',
    given: [opens()],
    when: carries(indicator({ object_marking_refs: [RED_MARK] }), { marking: RED }),
    refusedBy: null,
  },
  {
    title: 'an update carries no red object to all either',
    given: [opens(), issues()],
    when: upon('update', 'AAA', {
      reason: 'More.',
      content: {
        standard: 'stix',
        objects: [JSON.stringify(indicator({ object_marking_refs: [RED_MARK] }))],
      },
    }),
    refusedBy: 'own-marks',
  },
  {
    title: 'an alert of CAP is taken in',
    given: [opens()],
    when: warns(capAlert('Public')),
    refusedBy: null,
  },
  {
    title: 'an alert that is named otherwise than it names itself is refused',
    given: [opens()],
    when: warns(capAlert('Public'), { identifier: 'A-2' }),
    refusedBy: 'content',
  },
  {
    title: 'an alert that declares entities is refused',
    given: [opens()],
    when: warns(`<!DOCTYPE alert [<!ENTITY a "b">]>${capAlert('Public')}`),
    refusedBy: 'content',
  },
  {
    title: 'a private alert is not released to all',
    given: [opens()],
    when: warns(capAlert('Private')),
    refusedBy: 'own-marks',
  },
];

export const admissionScenarios: readonly Scenario[] = [
  ...issuing,
  ...markings,
  ...answering,
  ...lineage,
  ...carried,
];
