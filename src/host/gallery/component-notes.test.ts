import { describe, expect, test } from 'vitest';
import { gallery } from '../../ui/gallery.ts';
import { classesIn, notesOf, purposeIn, tokensOf } from './component-notes.ts';

describe('what is told of a component', () => {
  test('is the comment above its own function, in one line', () => {
    const source = '/** Not this. */\nexport function Other() {}\n/**\n * A map\n * of all. */\n';
    expect(purposeIn(`${source}export function WorldMap() {}`, 'world-map')).toBe('A map of all.');
  });

  test('is that of its first function where none is called like it, else nothing', () => {
    expect(purposeIn('/** First. */\nexport function Bars() {}', 'share-bar')).toBe('First.');
    expect(purposeIn('export function Bars() {}', 'share-bar')).toBe('');
  });

  test('is there for every component', () => {
    const silent = Object.keys(gallery).filter((name) => notesOf(name).purpose === '');
    expect(silent).toEqual([]);
  });
});

test('the classes of a sheet are those of its selectors, and no numbers of its values', () => {
  const sheet = '/* .not */ .map .land { inset: 0.5rem } @media print { .map-key { top: .2em } }';
  expect(classesIn(sheet)).toEqual(['land', 'map', 'map-key']);
});

test('tokens are named by their kind', () => {
  expect(tokensOf('type')).toHaveLength(10);
  expect(tokensOf('space')).toContain('space-10');
  expect(tokensOf('colour')).toContain('bad-tint');
});
