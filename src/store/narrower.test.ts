/** One act that says more to some than to others, from its making to its rows. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedAct } from '../kernel/act.ts';
import type { Viewer } from '../kernel/define-area.ts';
import { type SigningKey, generateKey } from '../kernel/key.ts';
import { CLEAR, markedFor } from '../kernel/marking.ts';
import { released } from '../kernel/release.ts';
import { compose } from '../kernel/sign.ts';
import type { DraftAct } from '../kernel/submission.ts';
import {
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  ruleOf,
} from './test-store.ts';

const ANYONE: Viewer = { actors: [] };
const KENYA: Viewer = { actors: ['KEN'] };
const FRANCE: Viewer = { actors: ['FRA'] };
const FOR_FRANCE = markedFor('amber', ['FRA']);

let test: TestStore;
const keys: { france: SigningKey } = { france: generateKey() };
beforeAll(async () => {
  test = await openTestStore();
  admitted(await test.store.submit([note('first')]));
  await registerKey(test.store, 'FRA', keys.france);
});
afterAll(async () => {
  await test.close();
});

function annexed(name: string, more: Partial<DraftAct> = {}): DraftAct {
  return note(name, {
    payload: { note: name, text: 'said to all', annex: `canary-${name}` },
    narrower: [{ marking: FOR_FRANCE, members: ['annex'] }],
    ...more,
  });
}

async function rowsOf(table: string, viewer: Viewer, name: string): Promise<string[]> {
  return test.store.read(viewer, async (query) => {
    const { rows } = await sql<{ row: string }>`
      select one::text as row from ${sql.table(table)} as one where note = ${name}
      order by audience`.execute(query);
    return rows.map(({ row }) => row);
  });
}

/** France's act, made and signed on France's own node. */
function french(name: string, seq: number, prev: string | null) {
  const composed = compose(
    {
      network: 'test-network',
      type: 'notes.write',
      author: 'FRA',
      actor: 'FRA',
      mandate: null,
      basis: { kind: 'signed' },
      seq,
      prev,
      parents: [],
      register: 'notes/common',
      effectiveOn: null,
      issuedAt: '2026-01-17T09:30:00.000Z',
      marking: CLEAR,
    },
    [
      { payload: { note: name, text: 'from afar' } },
      { payload: { annex: `canary-${name}` }, marking: FOR_FRANCE },
    ],
    keys.france,
  );
  if ('refused' in composed) throw new Error(composed.reason);
  return composed;
}

describe('an act with a part for fewer', () => {
  it('says to all what is for all, and the rest to those whom it is for', async () => {
    const [receipt] = admitted(await test.store.submit([annexed('one')]));
    const seen = async (viewer: Viewer) => test.store.act(receipt?.id ?? '', viewer);
    const [open, theirs] = [await seen(KENYA), await seen(FRANCE)];
    expect(open?.payload).toEqual({ note: 'one', text: 'said to all' });
    expect(open?.signed.parts[1]).toBeNull();
    expect(open?.header.parts[1]?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(theirs?.payload).toMatchObject({ annex: 'canary-one' });
    expect(JSON.stringify(open)).not.toContain('canary');
  });

  it('keeps what follows from the part in rows of its audience, rebuilt or live', async () => {
    const [receipt] = admitted(await test.store.submit([annexed('rows')]));
    expect(receipt?.position).toBeGreaterThan(0);
    const all = async () =>
      Promise.all(
        ['notes_note', 'notes_annex'].flatMap((table) =>
          [ANYONE, KENYA, FRANCE].map((viewer) => rowsOf(table, viewer, 'rows')),
        ),
      );
    const live = await all();
    expect(live.map((rows) => rows.length)).toEqual([1, 1, 1, 0, 0, 1]);
    expect(live.slice(0, 5).flat().join()).not.toContain('canary');
    await test.store.rebuild();
    expect(await all()).toEqual(live);
  });

  it('derives a wide row from the wide part alone, even where an area errs', async () => {
    const payload = { note: 'wide', text: 'plain', annex: 'a', summary: 'canary-summary' };
    const narrower = [{ marking: FOR_FRANCE, members: ['annex', 'summary'] }];
    admitted(await test.store.submit([note('wide', { payload, narrower })]));
    expect((await rowsOf('notes_note', FRANCE, 'wide')).join()).not.toContain('canary');
    expect((await rowsOf('notes_annex', FRANCE, 'wide')).join()).toContain('canary-summary');
  });

  it('keeps two narrower parts from one another', async () => {
    const payload = {
      note: 'two',
      text: 'plain',
      annex: 'canary-annex',
      summary: 'canary-summary',
    };
    const narrower = [
      { marking: FOR_FRANCE, members: ['annex'] },
      { marking: markedFor('red', ['KEN']), members: ['summary'] },
    ];
    admitted(await test.store.submit([note('two', { payload, narrower })]));
    expect((await rowsOf('notes_annex', FRANCE, 'two')).join()).not.toContain('canary-summary');
    expect(await rowsOf('notes_annex', KENYA, 'two')).toEqual([]);
  });

  it('is refused where the part cannot be spared, or is for more than the act', async () => {
    const marked = (marking = FOR_FRANCE, members = ['annex']) =>
      annexed('no', { narrower: [{ marking, members }] });
    const drafts = [
      marked(FOR_FRANCE, ['text']),
      marked(FOR_FRANCE, ['summary']),
      marked(FOR_FRANCE, []),
      marked(markedFor('amber', [])),
      marked(CLEAR),
      annexed('no', {
        narrower: [
          { marking: FOR_FRANCE, members: ['annex'] },
          { marking: FOR_FRANCE, members: ['annex'] },
        ],
      }),
      { ...marked(markedFor('amber', ['KEN'])), marking: FOR_FRANCE },
      { ...marked(markedFor('green', ['FRA'])), marking: FOR_FRANCE },
    ];
    const rules = (await test.store.submit(drafts)).map(ruleOf);
    expect(rules).toEqual(drafts.map(() => 'act.narrower-part'));
  });

  it('is admitted from another node without the part, where that is for others', async () => {
    const sent = french('afar', 1, null);
    const without = released(sent.act.header, sent.signed, ['KEN']);
    const [receipt] = admitted(await test.store.receive(without ? [without] : []));
    expect(receipt?.id).toBe(sent.act.id);
    const kept = await test.store.act(sent.act.id, FRANCE);
    expect(kept?.signed.parts.map((part) => part === null)).toEqual([false, true]);
    expect(await rowsOf('notes_note', ANYONE, 'afar')).toHaveLength(1);
    const live = await rowsOf('notes_note', FRANCE, 'afar');
    await test.store.rebuild();
    expect(await rowsOf('notes_note', FRANCE, 'afar')).toEqual(live);
  });

  it('is not admitted without a part that is for all', async () => {
    const first = await test.store.act((await lastOf('FRA')) ?? '', FRANCE);
    const { act, signed } = french('bare', 2, first?.id ?? null);
    const bare: SignedAct = { ...signed, parts: [null, signed.parts[1] ?? null] };
    expect((await test.store.receive([bare])).map(ruleOf)).toEqual(['act.bytes']);
    const [receipt] = admitted(await test.store.receive([signed]));
    expect(receipt?.id).toBe(act.id);
    expect(await rowsOf('notes_annex', FRANCE, 'bare')).toHaveLength(1);
  });
});

async function lastOf(author: string): Promise<string | undefined> {
  return test.store.read(FRANCE, async (query) => {
    const { rows } = await sql<{ id: string }>`
      select id from acts where author = ${author} order by seq desc limit 1`.execute(query);
    return rows[0]?.id;
  });
}
