import { describe, expect, it } from 'vitest';
import { locales } from '../../ui/text/locale.ts';
import { house } from '../house.ts';
import { hostCatalogues, textsOf } from '../texts.ts';
import { type Named, labelKeys, optionKeys } from './field-words.ts';
import type { FormNode, Group, Leaf, Several, Union } from './payload-form/form-node.ts';
import { formNamed, optionsNamed } from './payload-form/show-parts.ts';
import { nodeOf } from './payload-form/walk.ts';

/** Schemas that contain themselves say nothing new below. */
const DEPTH_MAX = 9;

type Keys = readonly string[];

/** What one chooses among. */
function valuesOf(node: Leaf | Several): readonly string[] {
  if (node.kind === 'several') return node.values;
  return node.shape === 'choice' ? (node.schema.enum ?? []).map(String) : [];
}

/** The keys of which one has to have a text, for each field and option of a form. */
function keysOf(area: string, node: FormNode, named: Named, depth = 0): Keys[] {
  if (depth > DEPTH_MAX) return [];
  switch (node.kind) {
    case 'leaf':
    case 'several':
      return valuesOf(node).map((value) => optionKeys(area, named, value));
    case 'rows':
      return keysOf(area, node.item(), named, depth + 1);
    case 'group': {
      const within = node.schema.title ?? named.name;
      return keysOfMembers(area, node, { name: named.name, within }, depth);
    }
    case 'union':
      return keysOfUnion(area, node, named, depth);
  }
}

function keysOfMembers(area: string, group: Group, inside: Named, depth: number): Keys[] {
  return group.members().flatMap(({ name, node }) => {
    const named = { ...inside, name };
    const isShown = !(node.kind === 'leaf' && node.shape === 'constant');
    const own = isShown ? [labelKeys(area, named)] : [];
    return [...own, ...keysOf(area, node, named, depth + 1)];
  });
}

function keysOfUnion(area: string, union: Union, named: Named, depth: number): Keys[] {
  return union.options.flatMap(({ key, node }) => {
    const own = optionKeys(area, optionsNamed(union, named), key);
    if (node === undefined) return [own];
    const inside = formNamed(union, named, key);
    const below =
      node.kind === 'group'
        ? keysOfMembers(area, node, inside, depth)
        : keysOf(area, node, inside, depth + 1);
    return [own, ...below];
  });
}

const asked = house.areas.flatMap(({ name, acts }) =>
  acts.flatMap((act) => {
    const node = nodeOf(act);
    const top = { name: 'payload', within: act.type.split('.')[1] ?? '' };
    return node.kind === 'group' ? keysOfMembers(name, node, top, 0) : keysOf(name, node, top);
  }),
);

describe('the words of forms', () => {
  it('are asked for by every kind of act', () => {
    expect(asked.length).toBeGreaterThan(1000);
  });

  it.each(locales)('call every field and every option by a name in %s', (locale) => {
    const text = textsOf(house.texts)(locale);
    const nameless = asked.filter((keys) => keys.every((key) => text(key) === key));
    expect([...new Set(nameless.map((keys) => keys.join(' or ')))]).toEqual([]);
  });
});

describe('catalogues', () => {
  it('say each key once, so that no room’s words stand in the way of another’s', () => {
    const keys = [...hostCatalogues, ...house.texts].flatMap(({ en = {} }) => Object.keys(en));
    const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
    expect(twice).toEqual([]);
  });
});
