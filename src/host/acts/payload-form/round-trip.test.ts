import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createText } from '../../../ui/text/text.ts';
import { house } from '../../house.ts';
import type { FormNode } from './form-node.ts';
import { anyOf, sentBy } from './payloads-for-tests.ts';
import { readPayload } from './read-payload.ts';
import { payloadParts } from './show-parts.ts';
import { PAYLOAD, laidOut, nodeOf } from './walk.ts';
import { writtenFields } from './write-payload.ts';

const text = createText('en', []);
const definitions = house.areas.flatMap(({ acts }) => acts);
const RUNS_EACH = 20;
const SCHEMA_DEPTH_MAX = 8;

/** What comes back of a payload that is shown in its form and sent as it stands there. */
function sentBack(definition: (typeof definitions)[number], payload: unknown): unknown {
  const node = nodeOf(definition);
  const typed = writtenFields(node, PAYLOAD, payload);
  const parts = payloadParts(node, PAYLOAD, '', { text, typed, errors: {} });
  return readPayload(node, PAYLOAD, sentBy(parts)).value;
}

/** The fields that take JSON, of a form as it opens and of every form that a union may have. */
function jsonFields(node: FormNode, path: string, depth = 0): string[] {
  if (depth > SCHEMA_DEPTH_MAX) return [];
  const within = (part: FormNode, name: string) => jsonFields(part, name, depth + 1);
  switch (node.kind) {
    case 'leaf':
      return node.shape === 'json' ? [path] : [];
    case 'several':
      return [];
    case 'group':
      return node.members().flatMap((one) => within(one.node, `${path}.${one.name}`));
    case 'rows':
      return within(node.item(), path);
    case 'union':
      return node.options.flatMap((one) => (one.node ? within(one.node, path) : []));
  }
}

describe('forms', () => {
  it('take JSON only for what no form could ask for', () => {
    const found = definitions.flatMap((act) => jsonFields(nodeOf(act), act.type));
    expect([...new Set(found)]).toEqual(['actors.correct.replacement']);
  });
});

describe.each(definitions.map((one) => [one.type, one] as const))('the form of %s', (_, act) => {
  it('gives back the payload of its example', () => {
    const meant = act.payload.parse(act.example);
    expect(act.payload.parse(sentBack(act, act.example))).toEqual(meant);
  });

  it('gives back any payload that its schema could describe', () => {
    fc.assert(
      fc.property(anyOf(nodeOf(act)), (payload) => {
        expect(sentBack(act, payload)).toEqual(payload);
      }),
      { numRuns: RUNS_EACH },
    );
  });

  it('lays out what comes whole, as a link brings it', () => {
    const typed = laidOut(act, { [PAYLOAD]: JSON.stringify(act.example) });
    const { value } = readPayload(nodeOf(act), PAYLOAD, typed);
    expect(act.payload.parse(value)).toEqual(act.payload.parse(act.example));
  });
});
