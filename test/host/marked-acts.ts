/** Acts that are clear for all, and marked ones beside them, each in words of its own. */
import { markedFor } from '../../src/kernel/marking.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { adoption } from '../../src/practices/agreements/paper-registers.ts';
import type { Store } from '../../src/store/contract.ts';
import { OPERATOR, admitted } from '../../src/store/test-store.ts';
import { clearMeetings, clearMeetingsLater, markedMeetings } from './marked-meetings.ts';

const STATES = ['FRA', 'KEN', 'NOR', 'USA'];
export const NUMBER = 'C.N.77.2026.TREATIES-X.1';
/** Every statement that is marked says it, each in words of its own. */
export const canary = (what: string): string => `canary-${what}`;

const SOURCE = { kind: 'recorded', source: 'Notes' } as const;
const MARKED = { marking: markedFor('amber', ['FRA']) };

/** What was recorded for fewer than all. */
export interface MarkedActs {
  /** Ids, by what each is known by; beside its words. */
  readonly acts: ReadonlyMap<string, string>;
  readonly digest: string;
}

/** For whom each word is; a word that is not named here is for France. */
const FOR: Readonly<Record<string, readonly string[]>> = {
  channel: ['FRA', OPERATOR],
  alert: ['FRA', OPERATOR],
  object: ['FRA', OPERATOR],
  annex: ['FRA', OPERATOR],
  shared: ['FRA', 'KEN'],
  national: ['NOR'],
};
/** Those for whom the words of a marked act are. */
export const audienceFor = (what: string): readonly string[] => FOR[what] ?? ['FRA'];

function draft(verb: string, agreement: string, payload: object, more: Partial<DraftAct> = {}) {
  const [type, register] = [`agreements.${verb}`, `agreements/${agreement}`];
  return { type, register, actor: OPERATOR, payload, basis: SOURCE, ...more };
}
const words = (what: string) => [{ language: 'en', text: canary(what) }];
const text = (language: string, what: string) => ({
  on: '2000-01-01',
  language,
  title: `Text ${what}`,
  authentic: false,
  provisions: [{ id: 'art_1', kind: 'art', text: what }],
});

const entering = (id: string): DraftAct => ({
  type: 'actors.enter',
  register: 'actors/registry',
  actor: id,
  payload: {
    id,
    kind: STATES.includes(id) ? 'state' : id === 'un' ? 'organisation' : 'office',
    names: { en: `Actor ${id}` },
    treatyCapacity: true,
    regionalIntegration: false,
  },
  basis: SOURCE,
});

const TOLD = { marking: markedFor('amber', ['FRA', OPERATOR]) };
export const TOOL = 'tool--0f2c1d3e-0000-4a2b-8c3d-000000000001';

function inChannel(verb: string, channel: string, payload: object, more: Partial<DraftAct> = {}) {
  const [type, register] = [`notices.${verb}`, `notices/${channel}`];
  return { type, register, actor: OPERATOR, payload, basis: { kind: 'signed' } as const, ...more };
}
const opening = (title: string) => ({ title: { en: title }, kind: 'alerts', note: 'A test.' });
const notice = (subject: string, more: object = {}) => {
  return { kind: 'alerts', subject, body: `${subject}.`, language: 'en', ...more };
};

/** What is said to all in a channel, and of one of it a part that is for fewer. */
const clearNotices = (): DraftAct[] => [
  inChannel('open-channel', 'alerts', opening('Alerts')),
  inChannel('issue', 'alerts', notice('Said to all')),
  inChannel('issue', 'alerts', notice('Said in part', { annex: { text: canary('annex') } }), {
    narrower: [{ marking: markedFor('red', ['FRA', OPERATOR]), members: ['annex'] }],
  }),
];

/** Of two channels, one of which only those see whom it is for. */
function markedNotices(): [string, DraftAct][] {
  const tool = {
    type: 'tool',
    spec_version: '2.1',
    id: TOOL,
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    name: canary('object'),
  };
  const content = { standard: 'stix', objects: [JSON.stringify(tool)] };
  return [
    ['channel', inChannel('open-channel', 'hidden', opening(canary('channel')), TOLD)],
    ['alert', inChannel('issue', 'alerts', notice(canary('alert')), TOLD)],
    ['object', inChannel('issue', 'hidden', notice('Objects', { content }), TOLD)],
  ];
}

/** A vote of the past, in which all four took part. */
const rollCall = (number: string, title: string, more: Partial<DraftAct> = {}): DraftAct => ({
  type: 'meetings.record-roll-call',
  register: 'votes/general-assembly',
  actor: OPERATOR,
  payload: { number, on: '2002-01-01', title, yes: ['FRA', 'KEN'], no: ['NOR', 'USA'] },
  basis: SOURCE,
  ...more,
});

const deposit = (agreement: string, actor: string): DraftAct =>
  draft('deposit', agreement, { on: '2001-01-01', instrument: 'accession' }, { actor });

/** What is clear for all, and recorded first: four actors, three parties, a text. */
export async function recordClear(store: Store): Promise<string[]> {
  const drafts = [
    ...STATES.map(entering),
    entering('un'),
    entering(OPERATOR),
    draft('adopt', 'marked', adoption({}, { reference: 'X.1' })),
    draft('fix-text', 'marked', text('en', 'It is shared.')),
    ...['FRA', 'KEN', 'USA'].map((actor) => deposit('marked', actor)),
    ...clearNotices(),
    rollCall('1', 'A vote that all may know of'),
    ...clearMeetings(),
  ];
  return admitted(await store.submit(drafts)).map(({ id }) => id);
}

/** What is clear for all, and recorded after what is marked. */
export async function recordClearLater(store: Store): Promise<string[]> {
  const drafts = [
    draft('adopt', 'later', adoption({}, { reference: 'X.2' })),
    ...['USA', 'NOR'].map((actor) => deposit('later', actor)),
    inChannel('issue', 'alerts', notice('Said to all later')),
    draft(
      'declare',
      'marked',
      { on: '2003-01-01', kind: 'interpretative', text: OPEN_WORDS },
      {
        actor: 'KEN',
      },
    ),
    ...clearMeetingsLater(),
  ];
  return admitted(await store.submit(drafts)).map(({ id }) => id);
}
const OPEN_WORDS = [{ language: 'en', text: 'Said to all.' }];

/** The marked acts, each with words that stand nowhere else. */
export async function recordMarked(store: Store): Promise<MarkedActs> {
  const kept = await store.attachments.keep(
    Buffer.from('%PDF-1.7\ncanary-document\n%%EOF\n'),
    'application/pdf',
  );
  if (isRefusal(kept)) throw new Error(kept.reason);
  const document = { ...kept, name: `${canary('file')}.pdf` };
  const on = '2002-01-01';
  const ofNorway = { actor: 'NOR', ...MARKED };
  const given: readonly (readonly [string, DraftAct])[] = [
    [
      'deposit',
      draft(
        'deposit',
        'marked',
        { on, instrument: 'accession', note: canary('deposit'), document },
        ofNorway,
      ),
    ],
    [
      'reservation',
      draft(
        'reserve',
        'marked',
        { on, provisions: ['art_1'], effect: 'excludes', text: words('reservation') },
        ofNorway,
      ),
    ],
    [
      'declaration',
      draft(
        'declare',
        'marked',
        { on, kind: 'interpretative', text: words('declaration') },
        ofNorway,
      ),
    ],
    [
      'received',
      draft(
        'receive-instrument',
        'marked',
        { on: '2026-01-02', instrument: 'acceptance', note: canary('received') },
        { actor: 'USA', ...MARKED },
      ),
    ],
    [
      'powers',
      draft(
        'present-full-powers',
        'marked',
        {
          on,
          holder: { name: canary('powers'), office: 'other' },
          powers: ['sign'],
          issuedBy: { name: 'A minister', office: 'minister-for-foreign-affairs' },
        },
        ofNorway,
      ),
    ],
    ['text', draft('fix-text', 'marked', text('es', canary('text')), MARKED)],
    [
      'correction',
      draft(
        'propose-correction',
        'marked',
        {
          on: '2026-01-01',
          passages: [
            { provision: 'art_1', language: 'en', wrong: 'shared', right: canary('passage') },
          ],
          reason: canary('correction'),
        },
        MARKED,
      ),
    ],
    [
      'agreement',
      draft(
        'adopt',
        'unseen',
        adoption({}, { title: { en: canary('agreement') }, parent: 'marked', kind: 'amendment' }),
        MARKED,
      ),
    ],
    ['draft', draft('fix-text', 'undrafted', text('en', canary('draft')), MARKED)],
    [
      'stage',
      draft(
        'reach-stage',
        '',
        {
          agreement: 'marked',
          stage: 'submitted',
          on,
          reference: canary('stage'),
          responsible: canary('ministry'),
        },
        { register: 'national/NOR', ...ofNorway },
      ),
    ],
    [
      'shared',
      draft(
        'declare',
        'marked',
        { on, kind: 'interpretative', text: words('shared') },
        { actor: 'FRA', marking: markedFor('red', ['FRA', 'KEN']) },
      ),
    ],
    [
      'national',
      draft(
        'declare',
        'marked',
        { on, kind: 'interpretative', text: words('national') },
        { actor: 'NOR', marking: markedFor('amber+strict', ['NOR']) },
      ),
    ],
    ...markedNotices(),
    ['roll-call', rollCall('hidden', canary('roll-call'), MARKED)],
    ...markedMeetings(canary),
  ];
  const submit = async (drafts: readonly DraftAct[]): Promise<string[]> =>
    admitted(await store.submit(drafts)).map(({ id }) => id);
  const ids = await submit(given.map(([, one]) => one));
  const acts = new Map(given.map(([what], at) => [what, ids[at] ?? what]));
  const telling = { number: NUMBER, on: '2026-02-01', acts: [ids[0]], note: canary('notice') };
  const [notice = ''] = await submit([draft('notify', 'marked', telling, MARKED)]);
  return { acts: new Map([...acts, ['notice', notice]]), digest: kept.digest };
}
