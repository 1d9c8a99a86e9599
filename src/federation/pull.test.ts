import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type SignedAct, actId } from '../kernel/act.ts';
import type { Fork, StreamEnd } from '../kernel/exchange.ts';
import { markedFor } from '../kernel/marking.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { TestSigner } from '../store/test-signer.ts';
import { type PullOptions, pull } from './pull.ts';
import type { Remote } from './remote.ts';
import { UNREACHABLE_RULE } from './rules.ts';
import { TestHoldings } from './test-holdings.ts';

const registrar = new TestSigner('un-secretary-general');
const [france, germany, kenya] = ['FRA', 'DEU', 'KEN'].map((actor) => new TestSigner(actor));
if (!france || !germany || !kenya) throw new Error('no signers');
const forKenya = markedFor('amber', ['FRA', 'KEN']);
const viewer = { actors: ['KEN'] };

const registered = [france, germany, kenya].map((signer) => {
  const publicKey = Buffer.from(signer.key.publicBytes).toString('base64url');
  return registrar.next({ actor: signer.actor, publicKey }, { type: 'keys.register' }).signed;
});
const clear = Array.from({ length: 25 }, (_, at) => france.note(`clear ${at}`));
const amber = Array.from({ length: 7 }, (_, at) =>
  germany.note(`amber ${at}`, { marking: forKenya }),
);
/** Keys come last, so that whoever takes this in order has to wait for them. */
const everything = [...clear, ...amber, ...registered];
const CLEAR = 'FRA/clear';
const forked = france.compose({ note: 'other', text: '' }).signed;

const holdingsOf = (actors: readonly string[], pageActsMax = 4) =>
  new TestHoldings(actors, [registrar.actor, registrar.key.publicBytes], pageActsMax);

/** A node that holds everything. */
async function full(pageActsMax = 4): Promise<TestHoldings> {
  const holdings = holdingsOf(['FRA', 'KEN'], pageActsMax);
  await holdings.take([...registered, ...clear, ...amber]);
  return holdings;
}

/** A node as another one sees it. */
function remoteOf(holdings: TestHoldings, more: Partial<Remote> = {}): Remote {
  return {
    heads: () => holdings.heads(viewer),
    page: (stream, from) => holdings.page(viewer, stream, from),
    forks: () => holdings.forks(viewer),
    ...more,
  };
}

let theirs: TestHoldings;
let ours: TestHoldings;
beforeEach(async () => {
  theirs = await full();
  ours = holdingsOf(['KEN']);
});
const visit = (remote: Remote, more: Partial<PullOptions> = {}) =>
  pull(remote, ours, { viewer, ...more });
const unreachable = refuse(UNREACHABLE_RULE, said('Nobody is there.'));
const isDone = { faultsCount: 0, behind: 0, cutShort: null, waiting: [] };

describe('a visit to another node', () => {
  it('brings all that is released to us, and a second visit nothing more', async () => {
    const report = await visit(remoteOf(theirs));
    expect(report).toMatchObject({ ...isDone, acts: { kept: everything.length } });
    expect(ours.ids()).toEqual(theirs.ids());
    const again = await visit(remoteOf(theirs));
    expect(again).toMatchObject({ ...isDone, pages: 0, acts: { kept: 0 } });
  });

  it('waits for keys that come in another stream, and takes up what waited', async () => {
    const reversed = remoteOf(theirs, {
      heads: async () => (await theirs.heads(viewer)).reverse(),
    });
    const report = await visit(reversed);
    expect(report).toMatchObject({ ...isDone, rounds: 2, acts: { kept: everything.length } });
    expect(report.acts.waiting).toBeGreaterThan(0);
    expect(ours.ids()).toEqual(theirs.ids());
  });

  it('says what waits for something that does not come, and ends', async () => {
    const withoutKeys = remoteOf(theirs, {
      heads: async () =>
        (await theirs.heads(viewer)).filter(({ author }) => author !== registrar.actor),
    });
    const report = await visit(withoutKeys);
    expect(report).toMatchObject({ rounds: 1, behind: clear.length + amber.length });
    expect(report.waiting.map(({ stream }) => stream)).toContain(CLEAR);
    expect(ours.ids()).toEqual({});
  });

  it('can break off anywhere, and goes on from there', async () => {
    for (let turn = 0; turn < 40; turn++) {
      const report = await visit(remoteOf(theirs), { bounds: { pagesMax: 1 } });
      expect(report.pages).toBeLessThanOrEqual(2);
    }
    expect(ours.ids()).toEqual(theirs.ids());
  });

  it.each<[string, Partial<PullOptions>]>([
    ['pages', { bounds: { pagesMax: 2 } }],
    ['bytes', { bounds: { bytesMax: 1000 } }],
    ['rounds', { bounds: { roundsMax: 0 } }],
    ['milliseconds', { bounds: { millisecondsMax: 0 } }],
    ['given up', { signal: AbortSignal.abort() }],
  ])('keeps to its bounds: %s', async (name, options) => {
    const report = await visit(remoteOf(theirs), options);
    expect(report.cutShort).toContain(name);
    expect(ours.ids()).not.toEqual(theirs.ids());
  });

  it('tells how far it has come', async () => {
    const told: [number, number | null][] = [];
    await visit(remoteOf(theirs), { report: ({ done, total }) => told.push([done, total]) });
    expect(told.at(-1)).toEqual([everything.length, everything.length]);
    expect(told.length).toBeGreaterThan(3);
  });

  it('reports a node that does not answer, at any question', async () => {
    const no = () => Promise.resolve<Refusal>(unreachable);
    expect((await visit({ heads: no, page: no, forks: no })).faultsCount).toBe(2);
    const silent = await visit(remoteOf(theirs, { page: no }));
    expect(silent).toMatchObject({ faultsCount: 3, behind: everything.length });
    expect(ours.ids()).toEqual({});
  });
});

describe('a node that lies', () => {
  const head = (more: Partial<StreamEnd> = {}): StreamEnd => ({
    stream: CLEAR,
    author: 'FRA',
    marking: { level: 'clear', to: [] },
    seq: clear.length,
    last: actId(clear.at(-1)?.header ?? new Uint8Array()),
    ...more,
  });
  const faulty = async (remote: Remote, options: Partial<PullOptions> = {}) => {
    const report = await visit(remote, options);
    expect(report.faultsCount).toBeGreaterThan(0);
    return report.faults.map(({ refusal }) => refusal.reason).join(' ');
  };

  it('cannot promise more than it has', async () => {
    const remote = remoteOf(theirs, {
      heads: async () => [
        ...(await theirs.heads(viewer)).filter(({ stream }) => stream !== CLEAR),
        head({ seq: Number.MAX_SAFE_INTEGER }),
      ],
    });
    expect(await faulty(remote)).toContain('ends before');
    expect(ours.ids()).toEqual(theirs.ids());
  });

  it('cannot keep us, or other streams from their turn, with pages without end', async () => {
    const tireless = new TestSigner('KEN');
    tireless.key = kenya.key;
    const remote = remoteOf(theirs, {
      heads: async () => [
        head({ stream: 'KEN/clear', author: 'KEN', seq: Number.MAX_SAFE_INTEGER }),
        ...(await theirs.heads(viewer)),
      ],
      page: async (stream, from) =>
        stream === 'KEN/clear'
          ? [1, 2, 3].map((turn) => tireless.note(`endless ${from + turn}`))
          : theirs.page(viewer, stream, from),
    });
    await ours.take(registered);
    const report = await visit(remote, { bounds: { pagesMax: 30 } });
    expect(report.cutShort).toBe('30 pages');
    expect(report.pages).toBeLessThan(33);
    expect(ours.ids()).toMatchObject(theirs.ids());
  });

  it('cannot have us take another stream, another place, or what is no act', async () => {
    await ours.take(registered);
    const noise: SignedAct = {
      header: Buffer.from('{{{'),
      signature: new Uint8Array(64),
      parts: [null],
    };
    const pages = [amber.slice(0, 2), clear.slice(1, 3), [noise], [...clear.slice(0, 2), noise]];
    for (const page of pages) {
      const remote = remoteOf(theirs, {
        heads: () => Promise.resolve([head()]),
        page: () => Promise.resolve(page),
      });
      expect(await faulty(remote)).toContain('does not hold the acts');
    }
    expect(Object.keys(ours.ids())).toEqual(['un-secretary-general/clear']);
  });

  it('cannot have us take a changed act, or more of a page than stands before it', async () => {
    await ours.take(registered);
    const [one, two, three] = clear;
    if (!one || !two || !three) throw new Error('no acts');
    const remote = remoteOf(theirs, {
      heads: () => Promise.resolve([head()]),
      page: () => Promise.resolve([one, { ...two, signature: one.signature }, three]),
    });
    expect(await faulty(remote)).toContain('signature');
    expect(ours.ids()[CLEAR]).toEqual([actId(one.header)]);
  });

  it('cannot give us what was not released to us, nor name a stream for another', async () => {
    const forFrance = markedFor('red', ['FRA']);
    const secret = head({ marking: forFrance });
    const foreign = { ...secret, stream: `FRA/${'0'.repeat(32)}` };
    for (const end of [secret, foreign, head({ author: 'DEU' }), head({ stream: 'x' })]) {
      await faulty(remoteOf(theirs, { heads: () => Promise.resolve([end]) }));
    }
    // The head says that it is ours to take, and the acts say that it is not.
    await ours.take(registered);
    const act = france.compose({ note: 's', text: '' }, { marking: forFrance }).signed;
    const disguised = remoteOf(theirs, {
      heads: () => Promise.resolve([head({ seq: 1 })]),
      page: () => Promise.resolve([act]),
    });
    await faulty(disguised);
    expect(Object.keys(ours.ids())).toEqual(['un-secretary-general/clear']);
  });

  it('cannot offer streams without number, or pages beyond their bound', async () => {
    const remote = remoteOf(theirs, {
      heads: () => Promise.resolve(Array.from({ length: 12 }, () => head())),
    });
    expect(await faulty(remote, { bounds: { streamsMax: 11 } })).toContain('more than 11');
    await ours.take(registered);
    const many = remoteOf(theirs, {
      page: () => Promise.resolve(Array.from({ length: 1001 }, () => clear[0] as SignedAct)),
    });
    expect(await faulty(many)).toContain('more than 1000');
  });

  it('whose stream forks from ours is found, from either side, and reported once', async () => {
    const other = holdingsOf(['FRA', 'KEN']);
    await other.take([...registered, ...clear]);
    const more = france.compose({ note: 'after', text: '' }).signed;
    for (const [mine, offered] of [
      [forked, [more]],
      [more, [forked]],
    ] as const) {
      ours = holdingsOf(['KEN']);
      await ours.take([...registered, ...clear, mine]);
      const fresh = holdingsOf(['FRA', 'KEN']);
      await fresh.take([...registered, ...clear, ...offered]);
      const compared = new Map<string, string>();
      const report = await visit(remoteOf(fresh), { compared });
      expect(report.forks).toHaveLength(1);
      expect(report.forks[0]).toMatchObject({ stream: CLEAR, seq: clear.length + 1 });
      const again = await visit(remoteOf(fresh), { compared });
      expect(again.pages).toBe(0);
    }
  });

  it('whose longer stream forks from ours is found, too', async () => {
    const twin = new TestSigner('FRA');
    twin.key = france.key;
    const other = [1, 2, 3, 4, 5, 6].map((turn) => twin.note(`twin ${turn}`));
    await ours.take([...registered, ...clear.slice(0, 3)]);
    const fresh = holdingsOf(['FRA', 'KEN']);
    await fresh.take([...registered, ...other]);
    const report = await visit(remoteOf(fresh));
    expect(report.forks).toMatchObject([{ stream: CLEAR, seq: 3 }]);
    expect(ours.ids()[CLEAR]).toHaveLength(3);
  });

  it('cannot prove a fork that is none; one that is, is taken on', async () => {
    const [one, two] = clear;
    if (!one || !two) throw new Error('no acts');
    await ours.take(registered);
    const twin = new TestSigner('FRA');
    twin.key = france.key;
    const proof: Fork = { stream: CLEAR, seq: 1, acts: [one, twin.note('twin')] };
    const none: Fork = { stream: CLEAR, seq: 2, acts: [one, two] };
    const forks = () => Promise.resolve([none, proof, proof]);
    const report = await visit(remoteOf(theirs, { forks, heads: () => Promise.resolve([]) }));
    expect(report).toMatchObject({ faultsCount: 1, forks: [proof] });
    expect(await ours.forks(viewer)).toHaveLength(1);
  });
});

describe('whatever order pages come in, and however often', () => {
  it('the result is the same', async () => {
    const remoteFor = (shuffled: readonly number[], pageActsMax: number, lost: number) => {
      let asked = 0;
      const held = full(pageActsMax);
      return async (): Promise<Remote> => {
        const holdings = await held;
        return remoteOf(holdings, {
          heads: async () => {
            const ends = await holdings.heads(viewer);
            // Some of them twice, in any order.
            return shuffled.flatMap((at) => ends[at % ends.length] ?? []);
          },
          page: async (stream, from) => {
            asked += 1;
            return asked % lost === 0 ? unreachable : holdings.page(viewer, stream, from);
          },
        });
      };
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 2, max: 9 }),
        async (order, pageActsMax, lost) => {
          ours = holdingsOf(['KEN']);
          const remote = await remoteFor(order, pageActsMax, lost)();
          for (let turn = 0; turn < 3; turn++) await visit(remote);
          for (let turn = 0; turn < 12; turn++) await visit(remoteOf(theirs));
          expect(ours.ids()).toEqual(theirs.ids());
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a stream that its author opened again', () => {
  it('goes on in the same visit as the act by which it was opened comes', async () => {
    const asked: (readonly SignedAct[])[] = [];
    let isClosed = true;
    const take = ours.take.bind(ours);
    ours.take = async (acts) => {
      asked.push(acts);
      const [first] = acts;
      if (!first || !isClosed || !clear.includes(first)) return take(acts);
      return acts.map(() => ({ outcome: 'rejected', id: null, refusal: unreachable }));
    };
    const ruling = clear[20];
    if (!ruling) throw new Error('no act');
    const rulings = () => {
      isClosed = false;
      return Promise.resolve([ruling]);
    };
    const report = await visit(remoteOf(theirs, { rulings }));
    expect(report.behind).toBe(0);
    expect(asked).toContainEqual([ruling]);
    expect(ours.ids()).toEqual(theirs.ids());
  });
});
