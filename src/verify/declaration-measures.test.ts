import { describe, expect, it } from 'vitest';
import { readDeclarations } from '../practices/agreements/import/declarations/reading.ts';
import { LABELS, type Label, compareLabel } from './declaration-labels.ts';
import { measuresOf, spreadOf } from './declaration-measures.ts';

const label: Label = {
  file: 'a',
  participant: 'Ruritania',
  place: '1',
  hash: '0',
  half: 'tuned',
  kind: 'reservation',
  provisions: ['art_7'],
  towards: [],
  precludes: null,
};
const page = '#Ruritania\nRuritania does not consider itself bound by article 7.';
const [read] = readDeclarations(page, () => null).statements;

describe('the labels of the sample', () => {
  it('are as many as the specification asks for, each of a statement of its own', () => {
    expect(LABELS.length).toBeGreaterThanOrEqual(160);
    expect(new Set(LABELS.map((one) => `${one.file} ${one.participant} ${one.hash}`)).size).toBe(
      LABELS.length,
    );
  });

  it('are split into two halves of about the same size', () => {
    const tuned = LABELS.filter((one) => one.half === 'tuned').length;
    expect(Math.abs(2 * tuned - LABELS.length)).toBeLessThan(LABELS.length / 5);
  });

  it('stand for several provisions where numbers are listed', () => {
    const listed = LABELS.filter((one) => one.provisions.length >= 4);
    expect(listed.length).toBeGreaterThan(0);
    expect(LABELS.flatMap((one) => one.provisions).filter((id) => id.includes(','))).toEqual([]);
  });
});

describe('a statement compared with its label', () => {
  it('is reproduced where everything was read, else it is told what was not', () => {
    expect(compareLabel(label, read)).toBeNull();
    expect(compareLabel({ ...label, kind: 'political' }, read)).toMatch(
      /^kind reservation, labelled political \(confidence \d+\)$/,
    );
    expect(compareLabel({ ...label, provisions: [] }, read)).toContain('provisions art_7');
    expect(compareLabel({ ...label, towards: ['KEN'] }, read)).toContain('labelled KEN');
    expect(compareLabel(label, undefined)).toBe('no statement begins so');
  });
});

describe('the measures', () => {
  it('count what was found wrongly and what was not found', () => {
    const other = { ...label, kind: 'political', provisions: ['art_7', 'art_8'] };
    const lines = measuresOf([
      { label, read },
      { label: other, read },
      { label, read: undefined },
    ]);
    expect(lines).toContain('kind reservation: precision 50 % (1/2), recall 50 % (1/2)');
    expect(lines).toContain('kind political: precision -, recall 0 % (0/1)');
    expect(lines).toContain('kind, all: 33 % (1/3) right');
    expect(lines).toContain('kind, confidence from 80: 50 % (1/2) right');
    expect(lines).toContain('provisions: precision 100 % (2/2), recall 50 % (2/4)');
  });

  it('spread confidences over bands without loss', () => {
    expect(spreadOf([0, 19, 20, 79, 80, 100])).toEqual([
      'read in all: 6 statements; by confidence 0-19: 2, 20-39: 1, 40-59: 0, 60-79: 1, 80-100: 2',
    ]);
  });
});
