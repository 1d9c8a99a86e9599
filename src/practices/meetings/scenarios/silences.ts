/** Silence procedures: kept, broken at the last moment, extended, resumed. */
import type { SilenceScenario } from './deciding-scenario.ts';

const NATO = {
  under: ['nato-council', 'silence'],
  on: '2003-02-10',
  members: 'BEL FRA DEU TUR USA GBR NLD',
} as const;
const ASSEMBLY = {
  under: ['un-general-assembly', 'silence'],
  on: '2020-04-02',
  members: 'KEN NOR BRA IND',
  openedAt: '2020-03-30T16:00:00.000Z',
  deadlineAt: '2020-04-02T16:00:00.000Z',
} as const;

export const SILENCES: readonly SilenceScenario[] = [
  {
    ...NATO,
    title: 'North Atlantic Council, February 2003: three members break silence before it ends',
    openedAt: '2003-02-06T09:00:00.000Z',
    deadlineAt: '2003-02-10T09:00:00.000Z',
    received: [
      ['2003-02-10T08:10:00.000Z', 'object', 'BEL'],
      ['2003-02-10T08:20:00.000Z', 'object', 'FRA'],
      ['2003-02-10T08:50:00.000Z', 'object', 'DEU'],
    ],
    asOf: '2003-02-10T10:00:00.000Z',
    then: 'broken',
    endedAt: '2003-02-10T08:10:00.000Z',
  },
  {
    ...ASSEMBLY,
    title: 'General Assembly: silence kept for 72 hours adopts, once the deadline has passed',
    received: [],
    asOf: '2020-04-02T16:00:00.001Z',
    then: 'adopted',
    endedAt: '2020-04-02T16:00:00.000Z',
  },
  {
    ...ASSEMBLY,
    title: 'General Assembly: an objection at the very instant of the deadline is in time',
    received: [['2020-04-02T16:00:00.000Z', 'object', 'NOR']],
    asOf: '2020-04-03T00:00:00.000Z',
    then: 'broken',
  },
  {
    ...ASSEMBLY,
    title: 'General Assembly: an objection after it is late',
    received: [['2020-04-02T16:00:00.001Z', 'object', 'NOR']],
    asOf: '2020-04-03T00:00:00.000Z',
    then: 'adopted',
  },
  {
    ...ASSEMBLY,
    title: 'General Assembly: the President extends, and an objection comes within the extension',
    received: [
      ['2020-04-02T12:00:00.000Z', 'extend', '2020-04-04T16:00:00.000Z'],
      ['2020-04-03T12:00:00.000Z', 'object', 'IND'],
    ],
    asOf: '2020-04-05T00:00:00.000Z',
    then: 'broken',
  },
  {
    ...ASSEMBLY,
    title: 'General Assembly: what was broken is taken up again with a new text, and is kept',
    received: [
      ['2020-04-01T12:00:00.000Z', 'object', 'IND'],
      ['2020-04-06T16:00:00.000Z', 'resume', '2020-04-09T16:00:00.000Z'],
    ],
    asOf: '2020-04-10T00:00:00.000Z',
    then: 'adopted',
    endedAt: '2020-04-09T16:00:00.000Z',
  },
  {
    title: 'ICAO: an annex takes effect unless a majority of all States disapproves',
    under: ['icao-assembly', 'annex-disapproval'],
    on: '2020-03-09',
    members: 'KEN NOR BRA IND',
    openedAt: '2020-03-09T00:00:00.000Z',
    deadlineAt: '2020-07-20T00:00:00.000Z',
    received: [
      ['2020-05-01T00:00:00.000Z', 'object', 'KEN'],
      ['2020-05-02T00:00:00.000Z', 'object', 'NOR'],
    ],
    asOf: '2020-08-01T00:00:00.000Z',
    then: 'adopted',
  },
];
