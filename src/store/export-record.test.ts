import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../kernel/attachment.ts';
import { generateKey } from '../kernel/key.ts';
import { markedFor } from '../kernel/marking.ts';
import { RecordFile, fileAnswer, sealRecordFile } from '../kernel/record-file.ts';
import type { ActReport, RecordFileReport } from '../kernel/record-file-report.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { compose } from '../kernel/sign.ts';
import { signedActJson } from '../kernel/signed-act-json.ts';
import { verifyRecordFile } from '../kernel/verify-record-file.ts';
import { openPool, settingsAs } from './connection.ts';
import { type ExportBounds, exportRecord } from './export-record.ts';
import { REGISTRY } from './keys-area.ts';
import type { RecordTables } from './record-tables.ts';
import { TestSigner } from './test-signer.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  ruleOf,
} from './test-store.ts';

const REGISTER = 'notes/common';
const SCAN = Buffer.from('A scan, so to speak');

let test: TestStore;
const france = new TestSigner('FRA');
const office = new TestSigner('fra-legal-office');
let clear: Uint8Array;

async function exported(register = REGISTER, actors: string[] = [], named: string[] = []) {
  const value = { finding: { counted: named.map((act) => ({ act })), share: 0.5 } };
  const answer = named.length === 0 ? null : fileAnswer('notes.list', '2026-06-01', value);
  const bytes = await test.store.exportRecord({ register, viewer: { actors }, answer });
  if (isRefusal(bytes)) throw new Error(bytes.reason);
  return bytes;
}

const fileIn = (bytes: Uint8Array): RecordFile =>
  RecordFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));

/** The file with something changed, sealed again as only the operator could. */
function changed(change: (file: RecordFile) => void, bytes = clear): RecordFileReport {
  const file = fileIn(bytes);
  change(file);
  const { seal, ...content } = file;
  const key = test.keys.keyFor(OPERATOR);
  if (!key) throw new Error('no key');
  return verifyRecordFile(sealRecordFile(content, seal.author, key));
}

const failing = ({ acts }: RecordFileReport): ActReport[] =>
  acts.filter(({ verdict }) => verdict === 'fails');

beforeAll(async () => {
  test = await openTestStore();
  const { store } = test;
  admitted(await store.submit([note('opening'), note('second')]));
  await registerKey(store, 'FRA', france.key);
  await registerKey(store, 'fra-legal-office', office.key);
  const grant = france.next(
    {
      holder: office.actor,
      covers: ['notes.*'],
      registers: null,
      fromOn: '2026-01-01',
      toOn: null,
    },
    { type: 'mandates.grant', register: REGISTRY },
  );
  admitted(await store.receive([grant.signed]));
  admitted(await store.receive([france.note('by France')]));
  admitted(
    await store.receive([office.note('under a mandate', { actor: 'FRA', mandate: grant.act.id })]),
  );
  // A second note of the same name is refused, and kept with its refusal.
  const [again] = await store.receive([france.note('by France')]);
  if (ruleOf(again) !== 'notes.once') throw new Error('it should have been refused');
  const known = await store.attachments.keep(SCAN, 'text/plain');
  const payload = {
    note: 'with a scan',
    text: '',
    detail: { scan: { ...known, name: 'scan.txt' } },
  };
  admitted(await store.submit([note('', { payload })]));
  const basis = { kind: 'recorded', source: 'A note verbale' } as const;
  admitted(await store.submit([note('for Kenya', { actor: 'KEN', basis })]));
  const marking = markedFor('red', ['FRA']);
  admitted(await store.submit([note('marked', { marking })]));
  const key = generateKey();
  const publicKey = Buffer.from(key.publicBytes).toString('base64url');
  const rotation = france.next(
    { key: france.key.id, publicKey },
    { type: 'keys.rotate', register: REGISTRY },
  );
  admitted(await store.receive([rotation.signed]));
  france.key = key;
  admitted(await store.receive([france.note('with a new key')]));
  clear = await exported();
});
afterAll(async () => {
  await test.close();
});

describe('a register as one file', () => {
  it('verifies with nothing but its bytes', () => {
    const report = verifyRecordFile(clear);
    expect(failing(report)).toEqual([]);
    expect(report).toMatchObject({
      verified: true,
      faults: [],
      register: REGISTER,
      custodian: OPERATOR,
      genesis: { actor: OPERATOR, key: test.keys.keyFor(OPERATOR)?.id },
      documents: [{ digest: digestOf(SCAN), name: 'scan.txt', state: 'verified' }],
    });
    const roles = Map.groupBy(report.acts, ({ role }) => role);
    expect(roles.get('admitted')).toHaveLength(7);
    expect(roles.get('refused')).toHaveLength(1);
    expect(roles.get('refusal')).toHaveLength(1);
    // The operator's, France's two, its office's, and the mandate.
    expect(roles.get('authority')).toHaveLength(5);
    expect(report.limits.length).toBeGreaterThan(3);
  });

  it('holds what its reader may see, and no trace of the rest', async () => {
    const forFrance = verifyRecordFile(await exported(REGISTER, ['FRA']));
    expect(forFrance.verified).toBe(true);
    const count = (report: RecordFileReport) =>
      report.acts.filter(({ role }) => role === 'admitted').length;
    expect(count(forFrance)).toBe(count(verifyRecordFile(clear)) + 1);
    expect(Buffer.from(clear).toString('utf8')).not.toContain('marked');
  });

  it('shows a withheld part as withheld, still vouched for', async () => {
    const kenya = new TestSigner('KEN');
    await registerKey(test.store, 'KEN', kenya.key);
    const made = compose(
      kenya.compose({}, { register: 'notes/parts' }).act.header,
      [
        { payload: { note: 'parts', text: 'seen' } },
        { payload: { tags: ['hidden'] }, marking: markedFor('red', ['USA']) },
      ],
      kenya.key,
    );
    if (isRefusal(made)) throw new Error(made.reason);
    admitted(await test.store.submit([note('parts opening', { register: 'notes/parts' })]));
    admitted(await test.store.receive([made.signed]));
    const bytes = await exported('notes/parts');
    expect(Buffer.from(bytes).toString('utf8')).not.toContain('hidden');
    const report = verifyRecordFile(bytes);
    expect(report).toMatchObject({ verified: true });
    expect(report.acts.find(({ author }) => author === 'KEN')).toMatchObject({ withheldParts: 1 });
    expect(report.gaps.join()).toContain('part of the content is not in the file: 1.');
  });

  it('says where an act rests on a mandate that its reader may not see', async () => {
    const mandate = france.next(
      { holder: 'KEN', covers: ['*'], registers: null, fromOn: '2026-01-01', toOn: null },
      { type: 'mandates.grant', register: REGISTRY, marking: markedFor('red', ['FRA']) },
    );
    const ghana = new TestSigner('GHA');
    await registerKey(test.store, 'GHA', ghana.key);
    const grant = france.next(
      { holder: 'GHA', covers: ['*'], registers: null, fromOn: '2026-01-01', toOn: null },
      { type: 'mandates.grant', register: REGISTRY, marking: markedFor('amber', ['FRA']) },
    );
    admitted(await test.store.receive([mandate.signed, grant.signed]));
    admitted(await test.store.submit([note('hidden mandate', { register: 'notes/hidden' })]));
    const under = { actor: 'FRA', mandate: grant.act.id, register: 'notes/hidden' };
    admitted(await test.store.receive([ghana.note('under a hidden mandate', under)]));
    const report = verifyRecordFile(await exported('notes/hidden'));
    expect(report.verified).toBe(true);
    expect(report.acts.find(({ author }) => author === 'GHA')).toMatchObject({ verdict: 'partly' });
    const whole = verifyRecordFile(await exported('notes/hidden', ['FRA']));
    expect(whole.verified).toBe(true);
    expect(whole.acts.find(({ author }) => author === 'GHA')).toMatchObject({
      verdict: 'verified',
    });
  });

  it('carries the answer, and which of the acts that it rests on are there', async () => {
    const [first] = fileIn(clear).acts;
    const here = verifyRecordFile(clear).acts.find(({ place }) => place === first?.place)?.act;
    const bytes = await exported(REGISTER, [], [here ?? '', '0'.repeat(64)]);
    expect(verifyRecordFile(bytes)).toMatchObject({
      verified: true,
      answer: { question: 'notes.list', asOf: '2026-06-01', verifiedActs: 1, otherActs: 1 },
    });
  });

  it('can be made of the register of keys itself', async () => {
    const report = verifyRecordFile(await exported(REGISTRY));
    expect(report.faults).toEqual([]);
    expect(report.verified).toBe(true);
  });

  it('is not there for a register that is unknown or hidden, in the same words', async () => {
    const marking = markedFor('red', ['FRA']);
    admitted(await test.store.submit([note('secret', { register: 'notes/secret', marking })]));
    const ask = (register: string) =>
      test.store.exportRecord({ register, viewer: { actors: [] }, answer: null });
    const [hidden, unknown] = [await ask('notes/secret'), await ask('notes/nothing')];
    expect([ruleOf(hidden), ruleOf(unknown)]).toEqual(['register.known', 'register.known']);
  });
});

describe('the bounds of a file', () => {
  const wide = { actsMax: 1000, bytesMax: 10_000_000, inlinedBytesMax: 1000 };
  let reader: Kysely<RecordTables>;
  let writer: Kysely<RecordTables>;

  beforeAll(() => {
    const { connection, secret } = test.options;
    reader = openPool<RecordTables>(settingsAs(connection, secret, 'reader'), 'reader').db;
    writer = openPool<RecordTables>(settingsAs(connection, secret, 'writer'), 'writer').db;
  });
  afterAll(async () => {
    await Promise.all([reader.destroy(), writer.destroy()]);
  });

  function within(bounds: Partial<ExportBounds>) {
    const now = (): string => '2026-06-01T00:00:00.000Z';
    const asked = { register: REGISTER, viewer: { actors: [] }, answer: null };
    const exporting = { node: test.options, reader, writer, now };
    return exportRecord(exporting, asked, { ...wide, ...bounds });
  }

  it('are kept in acts: at the bound there is one, above it there is none', async () => {
    const actsMax = fileIn(clear).acts.length;
    expect(await within({ actsMax: actsMax + 1 })).toBeInstanceOf(Uint8Array);
    expect(await within({ actsMax })).toBeInstanceOf(Uint8Array);
    expect(ruleOf(await within({ actsMax: actsMax - 1 }))).toBe('record.file-size');
  });

  it('are kept in bytes of the whole file', async () => {
    const whole = await within({});
    if (isRefusal(whole)) throw new Error(whole.reason);
    const bytesMax = whole.byteLength;
    expect(await within({ bytesMax: bytesMax + 1 })).toBeInstanceOf(Uint8Array);
    expect(await within({ bytesMax })).toBeInstanceOf(Uint8Array);
    expect(ruleOf(await within({ bytesMax: bytesMax - 1 }))).toBe('record.file-size');
    expect(ruleOf(await within({ bytesMax: 1 }))).toBe('record.file-size');
  });

  it('leave a document out that is too large, and the file verifies all the same', async () => {
    const states = async (inlinedBytesMax: number) => {
      const bytes = await within({ inlinedBytesMax });
      if (isRefusal(bytes)) throw new Error(bytes.reason);
      const { verified, documents } = verifyRecordFile(bytes);
      return [verified, ...documents.map(({ state }) => state)];
    };
    expect(await states(SCAN.byteLength)).toEqual([true, 'verified']);
    expect(await states(SCAN.byteLength + 1)).toEqual([true, 'verified']);
    expect(await states(SCAN.byteLength - 1)).toEqual([true, 'not in the file']);
  });
});

describe('a file that was tampered with', () => {
  it('is found out, whichever byte was changed', () => {
    const place = fc.nat({ max: clear.byteLength - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const other = Uint8Array.from(clear);
        other[at] = (other[at] ?? 0) ^ mask;
        expect(verifyRecordFile(other).verified).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('is found out where it is cut off or goes on', () => {
    expect(verifyRecordFile(clear.subarray(0, -1)).verified).toBe(false);
    expect(verifyRecordFile(Buffer.concat([clear, Buffer.from('\n')])).verified).toBe(false);
    expect(verifyRecordFile(new Uint8Array()).verified).toBe(false);
  });

  it('is found out at the very act, even where its operator sealed it again', () => {
    const acts = fileIn(clear).acts.length;
    fc.assert(
      fc.property(
        fc.nat({ max: acts - 1 }),
        fc.nat(),
        fc.constantFrom('h', 't', 's'),
        (at, to, where) => {
          const report = changed((file) => {
            const signed = file.acts[at]?.signed;
            const part = signed?.parts[0];
            if (!signed || !part) throw new Error('no act');
            const flip = (text: string): string => {
              const place = to % text.length;
              const letter = text[place] === 'A' ? 'B' : 'A';
              return text.slice(0, place) + letter + text.slice(place + 1);
            };
            if (where === 'h') signed.header = flip(signed.header);
            if (where === 't') part.text = flip(part.text);
            if (where === 's') signed.signature = flip(signed.signature);
          });
          expect(report.verified).toBe(false);
          expect(failing(report).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each<[string, (file: RecordFile) => void, RegExp]>([
    ['an act was left out', (file) => void file.acts.splice(1, 1), /is not in the file/],
    [
      'an act stands twice',
      (file) => void file.acts.push(...file.acts.slice(0, 1)),
      /stands twice/,
    ],
    [
      'admissions were left out',
      (file) => {
        file.acts = file.acts.filter(({ signed }) => !signed.header.includes('registers.admit'));
      },
      /^$/,
    ],
    [
      'two acts changed places',
      (file) => {
        const [one, other] = file.acts;
        if (!one || !other) throw new Error('no acts');
        [one.place, other.place] = [other.place, one.place];
      },
      /stands before the one before it/,
    ],
    ['the first key is left out', (file) => void file.authority.splice(0, 1), /does not begin/],
    [
      'another operator is named',
      (file) => {
        file.genesis.actor = 'FRA';
      },
      /seal is of un-secretary-general/,
    ],
    [
      'another first key is named',
      (file) => {
        file.genesis.key = '0'.repeat(32);
      },
      /does not begin with the key/,
    ],
    [
      'another register is named',
      (file) => {
        file.register = 'notes/other';
      },
      /belongs to another register/,
    ],
    [
      'an act of another network is said to be of this one',
      (file) => {
        file.network = 'elsewhere';
      },
      /another register or network/,
    ],
    [
      'a document was exchanged',
      (file) => {
        const [one] = file.attachments;
        if (one) one.bytes = Buffer.from('Another scan').toString('base64url');
      },
      /^$/,
    ],
    ['a document is not listed', (file) => void file.attachments.splice(0, 1), /^$/],
    [
      'the answer is said to rest on other acts',
      (file) => {
        file.answer = { ...fileAnswer('notes.list', '2026-06-01', {}), acts: ['0'.repeat(64)] };
      },
      /names other acts/,
    ],
  ])('is found out where %s, though its operator sealed it again', (_name, change, fault) => {
    const report = changed(change);
    expect(report.verified).toBe(false);
    expect(report.faults.join('\n')).toMatch(fault);
  });

  it('is found out where it is sealed with a key of another', () => {
    const { seal, ...content } = fileIn(clear);
    const other = generateKey();
    const sealed = sealRecordFile(content, seal.author, other);
    expect(verifyRecordFile(sealed).faults.join()).toMatch(/a key that .* does not have/);
    const byFrance = sealRecordFile(content, 'FRA', france.key);
    expect(verifyRecordFile(byFrance).faults.join()).toMatch(/seal is of FRA/);
  });

  it('is found out where a custodian forks its own stream', async () => {
    const file = fileIn(clear);
    const key = test.keys.keyFor(OPERATOR);
    const admission = file.acts.find(({ signed }) => signed.header.includes('registers.admit'));
    if (!key || !admission) throw new Error('no admission');
    const header = JSON.parse(admission.signed.header) as Parameters<typeof compose>[0];
    const forked = compose(
      header,
      [{ payload: { register: REGISTER, first: 1, acts: ['0'.repeat(64)] } }],
      key,
    );
    if (isRefusal(forked)) throw new Error(forked.reason);
    const report = changed((other) => {
      other.acts.push({ place: null, signed: signedActJson(forked.signed) });
    });
    expect(report.faults.join('\n')).toMatch(/forks at/);
  });
});
