import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonSchemaOf } from '../json-schema.ts';
import { SCHEMA_ROWS_MAX, schemaRows } from './schema-rows.ts';

const rowsOf = (schema: z.ZodType) => schemaRows(jsonSchemaOf(schema, 'output'));

describe('a schema as rows', () => {
  it('names each member by its path, with type, bounds and description', () => {
    const { rows, more } = rowsOf(
      z.object({
        asOf: z.iso.date().describe('The day'),
        rows: z.array(z.object({ actor: z.string().nullable(), count: z.int().min(1).max(3) })),
        level: z.enum(['low', 'high']).optional(),
      }),
    );
    expect(more).toBe(0);
    expect(rows.map(({ path, type, required }) => [path, type, required])).toEqual([
      ['asOf', 'string (date)', true],
      ['rows', 'array of object', true],
      ['rows[].actor', 'string or null', true],
      ['rows[].count', 'integer', true],
      ['level', 'string', false],
    ]);
    expect(rows.map(({ description }) => description)).toEqual([
      'The day',
      '',
      '',
      '≥ 1; ≤ 3',
      'low · high',
    ]);
  });

  it('ends where a schema refers to itself', () => {
    const Tree: z.ZodType = z.lazy(() => z.object({ value: z.string(), parts: z.array(Tree) }));
    const { rows } = rowsOf(z.object({ tree: Tree }));
    expect(rows.map(({ path }) => path)).toEqual(['tree', 'tree.value', 'tree.parts']);
  });

  it('lists no more than its bound, and counts the others', () => {
    const members = (count: number) =>
      z.object(Object.fromEntries(Array.from({ length: count }, (_, at) => [`m${at}`, z.int()])));
    const counts = [SCHEMA_ROWS_MAX - 1, SCHEMA_ROWS_MAX, SCHEMA_ROWS_MAX + 1].map((count) => {
      const { rows, more } = rowsOf(members(count));
      return [rows.length, more];
    });
    expect(counts).toEqual([
      [SCHEMA_ROWS_MAX - 1, 0],
      [SCHEMA_ROWS_MAX, 0],
      [SCHEMA_ROWS_MAX, 1],
    ]);
  });
});
