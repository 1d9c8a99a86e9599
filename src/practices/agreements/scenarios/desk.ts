/**
 * The depositary's desk in scenarios: needs 6 (full powers, deposit, notification, correction,
 * registration as one workflow), 1 (a log of acts from which status is computed) and 7 (limits) of
 * what users ask for. Each step is taken in, or refused by the rule that it names.
 */
import {
  DELEGATE,
  type DeskScenario,
  MINISTER,
  RIVER,
  type Step,
  adoptsRiver,
  empowers,
  notifies,
  ratifies,
  signs,
} from './desk-scenario.ts';

/** An organisation of two members. */
const COMMISSION = 'lake-commission';

const drafts: Step = {
  tells: 'the text is put down in English',
  does: 'fix-text',
  with: {
    on: '2024-03-01',
    language: 'en',
    title: 'Convention on the Common River',
    authentic: true,
    provisions: [{ id: 'art_1', kind: 'art', text: 'The river is shared.' }],
  },
};

const byDelegate = (fullPowers: string) => ({ by: { ...DELEGATE, fullPowers } });

const proposes = (on: string, more: object = {}): Step => ({
  tells: 'an error is found in the French text and its correction is proposed',
  does: 'propose-correction',
  with: {
    on,
    passages: [{ provision: 'art_1', language: 'fr', wrong: 'douze', right: 'deux' }],
    reason: 'The French text differs from the English one.',
    ...more,
  },
  as: 'proposal',
});

const rectifies = (on: string, more: Partial<Step> = {}): Step => ({
  tells: 'the depositary draws up the procès-verbal of rectification',
  does: 'rectify',
  with: { on, proposal: '@proposal' },
  ...more,
});

const registers = (on: string, more: Partial<Step> = {}): Step => ({
  tells: 'the convention is registered under Article 102',
  does: 'register',
  with: { on, number: '58000' },
  ...more,
});

/** Signed and ratified by three, the last of them on 20 February 2025. */
const threeRatify: readonly Step[] = [
  adoptsRiver,
  signs('KEN', '2024-06-03'),
  signs('NOR', '2024-06-03'),
  signs('BRA', '2024-06-04'),
  ratifies('KEN', '2025-01-15'),
  ratifies('NOR', '2025-02-01'),
  ratifies('BRA', '2025-02-20', { as: 'third' }),
];

export const DESK: readonly DeskScenario[] = [
  {
    title: 'need 6: from the draft to registration, in one record',
    steps: [
      drafts,
      {
        tells: 'the ambassador initials the text; for that its office is enough',
        actor: 'KEN',
        does: 'initial',
        with: { on: '2024-04-30', by: { name: 'P. Otieno', office: 'permanent-representative' } },
      },
      { ...empowers('KEN', '2024-04-30'), as: 'powers' },
      adoptsRiver,
      {
        tells: 'the delegate signs, full powers in hand',
        actor: 'KEN',
        does: 'sign',
        with: { on: '2024-06-03', ...byDelegate('@powers') },
      },
      {
        tells: 'the head of State of Norway signs in person',
        actor: 'NOR',
        does: 'sign',
        with: { on: '2024-06-03', by: { name: 'K. Kongen', office: 'head-of-state' } },
      },
      signs('BRA', '2024-06-04'),
      ratifies('KEN', '2025-01-15'),
      ratifies('NOR', '2025-02-01'),
      ratifies('BRA', '2025-02-20', {
        with: { on: '2025-02-20', dated: '2025-02-03', instrument: 'ratification' },
        as: 'third',
      }),
      notifies(41, '2025-02-26', '@third'),
      registers('2025-03-21', { refusedBy: 'registration' }),
      registers('2025-03-22'),
    ],
    then: {
      on: '2025-03-22',
      inForceOn: '2025-03-22',
      standings: { KEN: 'party', NOR: 'party', BRA: 'party' },
      dates: { third: ['2025-02-03', '2025-02-20', '2025-02-26', '2025-03-22'] },
    },
  },
  {
    title: 'need 6: nothing is signed before a text is there, and adopted',
    steps: [
      { ...empowers('KEN', '2024-02-01'), refusedBy: 'adopted' },
      signs('KEN', '2024-02-01', { refusedBy: 'adopted' }),
      drafts,
      signs('KEN', '2024-03-02', { refusedBy: 'adopted' }),
    ],
    then: { on: '2024-03-02' },
  },
  {
    title: 'need 6: a power that names another treaty is refused',
    steps: [
      adoptsRiver,
      { ...adoptsRiver, tells: 'a lake convention is adopted as well', under: 'common-lake' },
      { ...empowers('KEN', '2024-05-20'), under: 'common-lake', as: 'lake' },
      {
        tells: 'the delegate comes to sign the river convention with the powers for the lake',
        actor: 'KEN',
        does: 'sign',
        with: { on: '2024-06-03', ...byDelegate('@lake') },
        refusedBy: 'full-powers',
      },
    ],
    then: { on: '2024-06-03', standings: { KEN: 'none' } },
  },
  {
    title: 'need 6: general full powers on file serve for every agreement until they are revoked',
    steps: [
      adoptsRiver,
      { ...empowers('KEN', '2020-01-01'), register: 'full-powers/KEN', as: 'general' },
      {
        tells: 'the delegate signs by the general powers',
        actor: 'KEN',
        does: 'sign',
        with: { on: '2024-06-03', ...byDelegate('@general') },
      },
      {
        tells: 'Kenya revokes them',
        actor: 'KEN',
        does: 'revoke-full-powers',
        with: { on: '2024-07-01', fullPowers: '@general' },
        register: 'full-powers/KEN',
      },
      {
        tells: 'the delegate would sign again',
        actor: 'KEN',
        does: 'sign',
        with: { on: '2024-07-01', ...byDelegate('@general') },
        refusedBy: 'full-powers',
      },
    ],
    then: { on: '2024-07-01', standings: { KEN: 'signatory' } },
  },
  {
    title: 'need 6: a delegate with powers to sign does not deposit, nor does anyone without any',
    steps: [
      adoptsRiver,
      signs('KEN', '2024-06-03'),
      { ...empowers('KEN', '2024-06-03'), as: 'powers' },
      ratifies('KEN', '2025-01-15', {
        with: { on: '2025-01-15', instrument: 'ratification', ...byDelegate('@powers') },
        refusedBy: 'full-powers',
      }),
      ratifies('KEN', '2025-01-15', {
        with: { on: '2025-01-15', instrument: 'ratification', by: DELEGATE },
        refusedBy: 'full-powers',
      }),
      ratifies('KEN', '2025-01-15'),
    ],
    then: { on: '2025-01-15', standings: { KEN: 'contracting' } },
  },
  {
    title: 'need 6: an unsigned instrument goes back; in due form it counts from its own receipt',
    steps: [
      adoptsRiver,
      signs('KEN', '2024-06-03'),
      {
        tells: 'an instrument comes in and is examined',
        actor: 'KEN',
        does: 'receive-instrument',
        with: { on: '2025-01-13', instrument: 'ratification' },
        as: 'first',
      },
      {
        tells: 'it is not signed and goes back',
        does: 'return-instrument',
        with: { on: '2025-01-14', received: '@first', reasons: 'It is not signed.' },
      },
      ratifies('KEN', '2025-01-14', {
        with: { on: '2025-01-14', instrument: 'ratification', received: '@first' },
        refusedBy: 'received',
      }),
      {
        tells: 'it comes back signed',
        actor: 'KEN',
        does: 'receive-instrument',
        with: { on: '2025-02-03', dated: '2025-01-28', instrument: 'ratification' },
        as: 'second',
      },
      ratifies('KEN', '2025-02-02', {
        with: { on: '2025-02-02', instrument: 'ratification', received: '@second' },
        refusedBy: 'received',
      }),
      ratifies('KEN', '2025-02-03', {
        with: { on: '2025-02-03', instrument: 'ratification', received: '@second', by: MINISTER },
      }),
    ],
    then: { on: '2025-02-03', standings: { KEN: 'contracting' } },
  },
  {
    title: 'need 1: an instrument that is pending counts for nothing, and waits on the desk',
    steps: [
      ...threeRatify.slice(0, -1),
      {
        tells: 'the third instrument comes in and is examined',
        actor: 'BRA',
        does: 'receive-instrument',
        with: { on: '2025-02-20', instrument: 'ratification' },
      },
    ],
    then: {
      on: '2025-12-31',
      inForceOn: null,
      standings: { BRA: 'signatory' },
      desk: [
        ['examine', 'BRA', 'waiting'],
        ['notify', 'KEN', 'waiting'],
        ['notify', 'NOR', 'waiting'],
      ],
    },
  },
  {
    title: 'need 6: an instrument deposited with both depositaries counts once, from the first day',
    steps: [
      adoptsRiver,
      signs('KEN', '2024-06-03'),
      signs('NOR', '2024-06-03'),
      ratifies('KEN', '2025-01-15', {
        with: { on: '2025-01-15', instrument: 'ratification', with: 'CHE' },
      }),
      ratifies('KEN', '2025-01-20', {
        with: { on: '2025-01-20', instrument: 'ratification', with: 'un-secretary-general' },
      }),
      ratifies('KEN', '2025-01-21', {
        with: { on: '2025-01-21', instrument: 'ratification', with: 'CHE' },
        refusedBy: 'bound-once',
      }),
      ratifies('NOR', '2025-02-01', {
        with: { on: '2025-02-01', instrument: 'ratification', with: 'BRA' },
        refusedBy: 'depositary',
      }),
      ratifies('NOR', '2025-02-01'),
    ],
    then: { on: '2025-06-01', inForceOn: null, standings: { KEN: 'contracting' } },
  },
  {
    title: 'need 6: every number is used once, and every act told once, but for a corrigendum',
    steps: [
      ...threeRatify,
      { ...notifies(41, '2025-02-26', '@third'), as: 'notice' },
      { ...notifies(42, '2025-02-27', '@third'), refusedBy: 'notified' },
      {
        ...notifies(41, '2025-02-27', '@third'),
        with: { ...notifies(41, '2025-02-27', '@third').with, corrects: '@notice' },
        refusedBy: 'notification-number',
      },
      {
        ...notifies(42, '2025-02-27', '@third'),
        tells: 'a corrigendum is issued under a number of its own',
        with: { ...notifies(42, '2025-02-27', '@third').with, corrects: '@notice' },
      },
    ],
    then: {
      on: '2025-03-01',
      dates: { third: [null, '2025-02-20', '2025-02-26', '2025-03-22'] },
    },
  },
  {
    title: 'need 5: a small organisation keeps its own agreement, as a large one would',
    steps: [
      {
        ...adoptsRiver,
        tells: 'a commission of two States adopts an agreement of which it is the depositary',
        actor: COMMISSION,
        with: {
          ...adoptsRiver.with,
          kind: 'bilateral',
          depositary: [COMMISSION],
          finalClauses: {
            entryIntoForce: {
              when: { named: ['KEN', 'NOR'] },
              delay: { days: 0 },
              citation: 'Article 4',
            },
          },
        },
      },
      signs('KEN', '2024-06-01'),
      ratifies('KEN', '2024-09-01'),
      ratifies('NOR', '2024-10-01', {
        tells: 'Norway deposits with another than the commission',
        with: { on: '2024-10-01', instrument: 'accession', by: MINISTER, with: 'CHE' },
        refusedBy: 'depositary',
      }),
      ratifies('NOR', '2024-10-01', {
        tells: 'Norway deposits with the commission',
        with: { on: '2024-10-01', instrument: 'accession', by: MINISTER, with: COMMISSION },
      }),
    ],
    then: {
      on: '2024-10-01',
      inForceOn: '2024-10-01',
      standings: { KEN: 'party', NOR: 'party' },
    },
  },
  {
    title: 'need 7: the text is rectified when ninety days have passed without an objection',
    steps: [
      ...threeRatify,
      proposes('2025-03-01'),
      rectifies('2025-05-30', { refusedBy: 'correction-time' }),
      {
        tells: 'one that has neither signed nor consented would object',
        actor: 'FRA',
        does: 'object-to-correction',
        with: { on: '2025-04-01', proposal: '@proposal', reason: 'It was meant so.' },
        refusedBy: 'correction-voice',
      },
      {
        tells: 'Norway would object a day too late',
        actor: 'NOR',
        does: 'object-to-correction',
        with: { on: '2025-05-31', proposal: '@proposal', reason: 'It was meant so.' },
        refusedBy: 'correction-time',
      },
      rectifies('2025-05-31', { as: 'rectification' }),
      rectifies('2025-06-01', { refusedBy: 'correction-proposal' }),
    ],
    then: {
      on: '2025-06-01',
      dates: { rectification: ['2025-05-31', null, null, '2024-05-02'] },
    },
  },
  {
    title: 'need 7: one objection in time keeps the text as it is',
    steps: [
      ...threeRatify,
      proposes('2026-01-10', { objectBy: '2026-02-10' }),
      {
        tells: 'Norway objects on the last day',
        actor: 'NOR',
        does: 'object-to-correction',
        with: { on: '2026-02-10', proposal: '@proposal', reason: 'It was meant so.' },
      },
      rectifies('2026-02-11', { refusedBy: 'correction-voice' }),
    ],
    then: {
      on: '2026-03-01',
      desk: [
        ['notify', null, 'waiting'],
        ['notify', 'NOR', 'waiting'],
        ['correct', null, 'objected'],
        ['register', null, 'waiting'],
      ],
    },
  },
];

export { RIVER };
