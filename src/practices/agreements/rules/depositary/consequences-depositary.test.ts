import { describe, expect, it } from 'vitest';
import { PaperRegisters, type Told, adoption } from '../../paper-registers.ts';
import en from '../../text/depositary/en.json' with { type: 'json' };
import { consequencesOf } from '../consequences.ts';
import type { Chronicle } from '../entry-into-force.ts';

const DEPOSITARY = { actor: 'DEP' } as const;
const MINISTER = { name: 'B. Biko', office: 'minister-for-foreign-affairs' };

const deposit = (actor: string): Told => ({
  type: 'deposit',
  payload: { on: '2000-03-01', instrument: 'accession' },
  actor,
});

function chronicleIn(registers: PaperRegisters): Chronicle {
  const chronicle = registers.docket.of('convention').chronicle();
  if (!chronicle) throw new Error('nothing is adopted');
  return chronicle;
}

/** What follows from an act after those that were taken in. */
function after(before: readonly Told[], act: (ids: readonly string[]) => Told) {
  const registers = new PaperRegisters();
  registers.take({ type: 'adopt', payload: adoption(), ...DEPOSITARY });
  const ids = before.map((told) => registers.take(told));
  const was = chronicleIn(registers);
  registers.take(act(ids));
  const found = consequencesOf(was, chronicleIn(registers), '2000-12-31');
  return found.map(({ key, values }) => [key.replace('agreements.effect.', ''), values] as const);
}

const receive: Told = {
  type: 'receive-instrument',
  payload: { on: '2000-03-02', instrument: 'accession' },
  actor: 'CCC',
};
const propose: Told = {
  type: 'propose-correction',
  payload: {
    on: '2000-04-01',
    passages: [{ provision: 'art_3', language: 'fr', wrong: 'douze', right: 'deux' }],
    reason: 'The French text differs.',
  },
  ...DEPOSITARY,
};

describe('what follows from an act of the desk', () => {
  it('is nothing in law, for an instrument that is only received', () => {
    expect(after([], () => receive)).toMatchObject([['received', { name: 'CCC' }]]);
  });

  it('is that an instrument goes back to the one whose it is', () => {
    const returned = ([received]: readonly string[]): Told => ({
      type: 'return-instrument',
      payload: { on: '2000-03-03', received, reasons: 'It is not signed.' },
      ...DEPOSITARY,
    });
    expect(after([receive], returned)).toMatchObject([['returned', { name: 'CCC' }]]);
  });

  it('is whom it reaches, for a notification', () => {
    const signature: Told = { type: 'sign', payload: { on: '2000-02-01' }, actor: 'SIG' };
    const notify = (acts: readonly string[]): Told => ({
      type: 'notify',
      payload: { number: 'C.N.1.2000.TREATIES-1', on: '2000-05-01', acts },
      ...DEPOSITARY,
    });
    expect(after([deposit('AAA'), deposit('BBB'), signature], notify)).toEqual([
      ['reaches', { parties: 2, contracting: 0, signatories: 1 }],
    ]);
  });

  it('is until when one may object, for a proposal; that it waits, for an objection', () => {
    expect(after([], () => propose)).toMatchObject([['proposed', { on: '2000-06-30' }]]);
    const object = ([, proposal]: readonly string[]): Told => ({
      type: 'object-to-correction',
      payload: { on: '2000-05-01', proposal, reason: 'It was meant so.' },
    });
    expect(after([deposit('AAA'), propose], object)).toMatchObject([['objected', { name: 'AAA' }]]);
  });

  it('is that the text holds as corrected from the beginning, for a rectification', () => {
    const rectify = ([proposal]: readonly string[]): Told => ({
      type: 'rectify',
      payload: { on: '2000-07-01', proposal },
      ...DEPOSITARY,
    });
    expect(after([propose], rectify).map(([key]) => key)).toEqual(['rectified']);
  });

  it('is who may act, for full powers', () => {
    const powers: Told = {
      type: 'present-full-powers',
      payload: {
        on: '2000-02-01',
        holder: { name: 'A. Amara', office: 'other' },
        powers: ['sign'],
        issuedBy: MINISTER,
      },
    };
    expect(after([], () => powers)).toMatchObject([
      ['empowered', { name: 'AAA', holder: 'A. Amara' }],
    ]);
  });

  it('leaves a deposit its own consequences', () => {
    expect(after([deposit('AAA')], () => deposit('BBB')).map(([key]) => key)).toEqual([
      'entered',
      'bound-since',
      'others',
    ]);
  });

  it('has a sentence for each', () => {
    const keys = ['received', 'returned', 'reaches', 'proposed', 'objected', 'rectified'];
    const others = ['registered', 'empowered', 'disempowered', 'initialled'];
    const all = [...keys, ...others].map((key) => `agreements.effect.${key}`);
    expect(Object.keys(en)).toEqual(expect.arrayContaining(all));
  });
});
