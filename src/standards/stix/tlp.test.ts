import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../kernel/marking.ts';
import { IDENTITY, bytesOf } from './examples-for-tests.ts';
import { readStix } from './read-stix.ts';
import { levelOfMark, markDefinitionOf, markOf, markedAtLeast, marksOf } from './tlp.ts';

const WHITE = 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9';
const AMBER_OF_1 = 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82';
const TERMS = 'marking-definition--0f2c1d3e-7777-4a2b-8c3d-4e5f60718293';

describe('marks of the Traffic Light Protocol', () => {
  it.each(LEVELS)('stand for %s and back', (level) => {
    expect(levelOfMark(markOf(level))).toBe(level);
    const read = readStix(bytesOf(markDefinitionOf(level)));
    expect(read).toMatchObject({ objects: [{ verdict: { errors: [], warnings: [] } }] });
  });

  it('of the first version stand for the levels that follow them', () => {
    expect([levelOfMark(WHITE), levelOfMark(AMBER_OF_1)]).toEqual(['clear', 'amber']);
    expect(levelOfMark(TERMS)).toBeNull();
  });

  it('count at their strictest, be it on a part only', () => {
    const example = {
      ...IDENTITY,
      object_marking_refs: [WHITE, TERMS],
      granular_markings: [{ selectors: ['name'], marking_ref: markOf('red') }],
    };
    expect(marksOf(example)).toEqual({ level: 'red', others: [TERMS] });
    expect(marksOf(IDENTITY)).toEqual({ level: null, others: [] });
  });

  it('are made stricter where that is asked for, and never looser', () => {
    const amber = { ...IDENTITY, object_marking_refs: [AMBER_OF_1, TERMS] };
    expect(marksOf(markedAtLeast(amber, 'red'))).toEqual({ level: 'red', others: [TERMS] });
    expect(markedAtLeast(amber, 'green')).toEqual(amber);
    expect(marksOf(markedAtLeast(IDENTITY, 'clear')).level).toBe('clear');
  });
});
