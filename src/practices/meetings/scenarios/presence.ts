/** Who takes part in a session, and how its sittings follow each other. */
import {
  type Scenario,
  chairs,
  closes,
  delegation,
  observes,
  opens,
  secretariat,
  suspends,
} from './scenario.ts';

const papers = {
  delegates: [{ name: 'A. Delegate', role: 'head' }],
  issuedBy: 'minister-for-foreign-affairs',
};
const found = (actor: string, as: string) =>
  secretariat('report-credentials', { findings: [{ actor, as, reason: 'As found.' }] });
const hands = (actor: string) => delegation(actor, 'submit-credentials', papers);

const credentials: readonly Scenario[] = [
  { title: 'a member hands in credentials', given: [], when: hands('AAA'), refusedBy: null },
  {
    title: 'credentials of one that is no member are not taken',
    given: [],
    when: hands('XXX'),
    refusedBy: 'participant',
  },
  {
    title: 'credentials are reported on by whoever presides',
    given: [hands('AAA')],
    when: found('AAA', 'accepted'),
    refusedBy: null,
  },
  {
    title: 'a delegation does not report on credentials',
    given: [],
    when: { ...found('AAA', 'accepted'), actor: 'AAA' },
    refusedBy: 'presides',
  },
  {
    title: 'nobody reports on the credentials of one that is no member',
    given: [],
    when: found('XXX', 'rejected'),
    refusedBy: 'participant',
  },
  {
    title: 'without credentials nobody checks in where they are needed',
    convened: { credentials: 'submitted' },
    given: [opens],
    when: delegation('AAA', 'check-in'),
    refusedBy: 'credentials',
  },
  {
    title: 'whoever handed in credentials sits provisionally until they are reported on',
    convened: { credentials: 'submitted' },
    given: [opens, hands('AAA')],
    when: delegation('AAA', 'check-in'),
    refusedBy: null,
  },
  {
    title: 'credentials that wait for a report are not enough where accepted ones are needed',
    convened: { credentials: 'accepted' },
    given: [opens, hands('AAA')],
    when: delegation('AAA', 'check-in'),
    refusedBy: 'credentials',
  },
  {
    title: 'a delegation whose credentials were rejected takes no part',
    given: [opens, hands('AAA'), found('AAA', 'rejected')],
    when: delegation('AAA', 'check-in'),
    refusedBy: 'credentials',
  },
];

const sittings: readonly Scenario[] = [
  { title: 'a sitting is opened', given: [], when: opens, refusedBy: null },
  {
    title: 'nothing happens in a session that nobody convened',
    given: [],
    when: { ...opens, register: 'meetings/second-session' },
    refusedBy: 'session-there',
  },
  {
    title: 'a delegation opens no sitting',
    given: [],
    when: { ...opens, actor: 'AAA' },
    refusedBy: 'presides',
  },
  {
    title: 'the chair of the body opens a sitting',
    given: [chairs('AAA')],
    when: { ...opens, actor: 'AAA' },
    refusedBy: null,
  },
  {
    title: 'one sitting is open at a time',
    given: [opens],
    when: opens,
    refusedBy: 'sitting-order',
  },
  {
    title: 'a number of a sitting is not given again',
    given: [opens, closes],
    when: secretariat('open-sitting', { number: 1 }),
    refusedBy: 'sitting-order',
  },
  {
    title: 'a number may be left out',
    given: [opens, closes],
    when: secretariat('open-sitting', { number: 3 }),
    refusedBy: null,
  },
  {
    title: 'a sitting that is not open is not suspended',
    given: [],
    when: secretariat('suspend-sitting'),
    refusedBy: 'sitting-order',
  },
  {
    title: 'a sitting is taken up again after it was suspended, and not else',
    given: [opens],
    when: secretariat('resume-sitting'),
    refusedBy: 'sitting-order',
  },
  {
    title: 'a suspended sitting may be closed',
    given: [opens, secretariat('suspend-sitting')],
    when: closes,
    refusedBy: null,
  },
  {
    title: 'nothing is closed twice',
    given: [opens, closes],
    when: closes,
    refusedBy: 'sitting-order',
  },
];

const presence: readonly Scenario[] = [
  {
    title: 'a delegation checks in while a sitting is open',
    given: [opens],
    when: delegation('AAA', 'check-in'),
    refusedBy: null,
  },
  {
    title: 'nobody checks in between two sittings',
    given: [opens, closes],
    when: delegation('AAA', 'check-in'),
    refusedBy: 'in-sitting',
  },
  {
    title: 'nobody checks in while the sitting is suspended',
    given: [opens, secretariat('suspend-sitting')],
    when: delegation('AAA', 'check-in'),
    refusedBy: 'in-sitting',
  },
  {
    title: 'one that is neither member nor observer does not check in',
    given: [opens],
    when: delegation('XXX', 'check-in'),
    refusedBy: 'participant',
  },
  {
    title: 'a member whose rights are suspended does not check in',
    given: [suspends('AAA', 'all'), opens],
    when: delegation('AAA', 'check-in'),
    refusedBy: 'suspended',
  },
  {
    title: 'a member that has no vote for its arrears is in the room all the same',
    given: [suspends('AAA', 'voting'), opens],
    when: delegation('AAA', 'check-in'),
    refusedBy: null,
  },
  {
    title: 'an observer checks in',
    given: [observes('red-cross', 'attend'), opens],
    when: delegation('red-cross', 'check-in'),
    refusedBy: null,
  },
  {
    title: 'whoever presides registers who is there',
    given: [opens],
    when: secretariat('register-presence', { present: ['AAA', 'BBB'] }),
    refusedBy: null,
  },
  {
    title: 'strangers are not registered as present',
    given: [opens],
    when: secretariat('register-presence', { present: ['AAA', 'XXX'] }),
    refusedBy: 'participant',
  },
];

export const presenceScenarios: readonly Scenario[] = [...credentials, ...sittings, ...presence];
