import { describe, expect, it } from 'vitest';
import { type Prefix, kindOf } from './address.ts';
import { branchIds, outlineOf, structureFault } from './outline.ts';

const provisions = (...ids: string[]) =>
  ids.map((id) => ({ id, kind: kindOf(id) ?? ('para' satisfies Prefix) }));

describe('the order of provisions', () => {
  it.each([
    [['art_1', 'art_1__para_1', 'art_2']],
    [['preamble', 'preamble__para_1', 'art_1', 'conclusions', 'annex_I', 'annex_I__art_1']],
    [['part_XI', 'part_XI__art_133', 'part_XI__art_133__para_2', 'part_XII', 'art_192']],
  ])('%j is a text', (ids) => {
    expect(structureFault(provisions(...ids))).toBeNull();
  });

  it.each([
    [['art_1', 'art_1'], 'art_1 stands twice'],
    [['art_1__para_1', 'art_1'], 'art_1__para_1 stands in art_1, which does not come before it'],
    [['art_1', 'art_2', 'art_1__para_1'], 'art_1__para_1 stands apart from art_1'],
    [['annex_I', 'art_1'], 'art_1 comes too late'],
    [['art_1', 'preamble'], 'preamble comes too late'],
    [['preamble', 'preamble__list_a'], 'preamble__list_a: a preamble has paragraphs only'],
    [['art_1', 'art_1__annex_I'], 'art_1__annex_I: what is annexed stands in no article'],
    [
      ['conclusions', 'conclusions__para_1'],
      'conclusions__para_1 stands in the conclusions, which have no parts',
    ],
  ])('%j is none: %s', (ids, fault) => {
    expect(structureFault(provisions(...ids))).toBe(fault);
  });

  it('holds the kind to the address', () => {
    expect(structureFault([{ id: 'art_1', kind: 'para' }])).toBe(
      'art_1 is no address of the kind para',
    );
  });
});

describe('the tree of provisions', () => {
  it('puts articles that are numbered through under the part before them', () => {
    const top = outlineOf(
      provisions('part_I', 'chap_1', 'art_1', 'art_1__para_1', 'part_II', 'art_2', 'annex_I'),
    );
    expect(top.map(branchIds)).toEqual([
      ['part_I', 'chap_1', 'art_1', 'art_1__para_1'],
      ['part_II', 'art_2'],
      ['annex_I'],
    ]);
  });
});
