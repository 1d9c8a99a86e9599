import { describe, expect, it } from 'vitest';
import { openApiOf, draftExample } from '../../src/host/api/openapi.ts';
import { DraftJson } from '../../src/host/acts/draft.ts';
import { readConfig } from '../../src/host/config.ts';
import { house } from '../../src/host/house.ts';
import { exampleApp } from './example-app.tsx';

const { app } = exampleApp();

type Tree = { [key: string]: unknown };

function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$ref' && typeof item === 'string' ? [item] : references(item),
  );
}

function resolve(document: unknown, reference: string): unknown {
  let at: unknown = document;
  for (const step of reference.slice(2).split('/')) {
    at = typeof at === 'object' && at !== null ? (at as Tree)[step] : undefined;
  }
  return at;
}

describe('the OpenAPI description', () => {
  it('is of version 3.1 and has every question and the acts', async () => {
    const document = (await (await app.request('/api/openapi.json')).json()) as Tree;
    expect(document['openapi']).toMatch(/^3\.1\.\d$/);
    expect(document['info']).toMatchObject({ title: 'Concord', version: expect.any(String) });
    expect(Object.keys(document['paths'] as Tree).sort()).toEqual([
      '/api/acts',
      '/api/acts/preview',
      '/api/acts/{id}',
      '/api/admin/bundle',
      '/api/admin/nodes',
      '/api/admin/nodes/by-way-of',
      '/api/admin/nodes/introduced',
      '/api/admin/nodes/leave',
      '/api/admin/nodes/pull',
      '/api/admin/nodes/unfollow',
      '/api/admin/offices',
      '/api/admin/people',
      '/api/admin/people/{id}',
      '/api/attachments',
      '/api/examples/things',
      '/api/record/export',
      '/api/record/proof',
      '/api/webhooks',
      '/api/webhooks/{id}/{verb}',
      '/attachments/{digest}',
    ]);
  });

  it('refers to nothing that it does not hold, recursive schemas included', async () => {
    const document = await (await app.request('/api/openapi.json')).json();
    const all = [...new Set(references(document))];
    expect(all.length).toBeGreaterThan(8);
    expect(all.filter((reference) => !reference.startsWith('#/'))).toEqual([]);
    expect(all.filter((reference) => resolve(document, reference) === undefined)).toEqual([]);
  });

  it('names its operations once, and its schemas as the standard allows', async () => {
    const document = (await (await app.request('/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, { operationId: string; responses: Tree }>>;
      components: { schemas: Tree };
    };
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const ids = operations.map((operation) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.every((operation) => 'default' in operation.responses)).toBe(true);
    const strange = Object.keys(document.components.schemas).filter(
      (name) => !/^[A-Za-z0-9._-]+$/.test(name),
    );
    expect(strange).toEqual([]);
  });

  it('is listed by the index, with parameters for the command line', async () => {
    const index = await (await app.request('/api')).json();
    expect(index).toMatchObject({
      openapi: '/api/openapi.json',
      areas: [
        {
          name: 'examples',
          questions: [
            {
              name: 'things',
              rows: true,
              parameters: [
                { name: 'name', type: 'string', required: false },
                { name: 'count', type: 'integer' },
                { name: 'open', type: 'boolean' },
                { name: 'kinds', type: 'array' },
                { name: 'level', values: ['low', 'high'] },
              ],
            },
          ],
          acts: [{ type: 'examples.make' }],
        },
      ],
    });
    const page = await app.request('/api', { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('href="/api/docs/questions/examples.things"');
  });
});

interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly ({ name: string; in: string } | { $ref: string })[];
  readonly responses?: Tree;
  readonly tags?: readonly string[];
}

describe('the description of the whole house', () => {
  const document = openApiOf({ areas: house.areas, config: readConfig({}) });
  const paths = document['paths'] as Record<string, Record<string, Operation>>;
  const webhooks = document['webhooks'] as Record<string, Record<string, Operation>>;
  const operations = [paths, webhooks].flatMap((all) =>
    Object.entries(all).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    ),
  );

  it('refers to nothing that it does not hold', () => {
    const all = [...new Set(references(document))];
    expect(all.filter((reference) => resolve(document, reference) === undefined)).toEqual([]);
  });

  it('has only members and methods that the standard knows', () => {
    const members = 'openapi info tags paths webhooks components'.split(' ');
    expect(Object.keys(document).filter((name) => !members.includes(name))).toEqual([]);
    const methods = new Set(operations.map(({ method }) => method));
    expect([...methods].filter((one) => !['get', 'put', 'post', 'delete'].includes(one))).toEqual(
      [],
    );
  });

  it('declares each part of a path, and no part that there is not', () => {
    const strange = operations.filter(({ path, operation }) => {
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      const declared = (operation.parameters ?? []).flatMap((one) =>
        'in' in one && one.in === 'path' ? [one.name] : [],
      );
      return parts.toSorted().join() !== declared.toSorted().join();
    });
    expect(strange.map(({ path }) => path)).toEqual([]);
  });

  it('names every operation once, under a tag that it describes, with what it answers', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, at) => id === undefined || ids.indexOf(id) !== at)).toEqual([]);
    const tags = (document['tags'] as { name: string }[]).map(({ name }) => name);
    const untold = operations.filter(({ operation }) =>
      (operation.tags ?? []).some((tag) => !tags.includes(tag)),
    );
    expect(untold.map(({ path }) => path)).toEqual([]);
    expect(operations.filter(({ operation }) => operation.responses === undefined)).toEqual([]);
  });

  it('has examples that its schemas take', () => {
    const acts = house.areas.flatMap((area) => area.acts);
    const questions = house.areas.flatMap((area) => area.questions);
    const wrong = [
      ...acts.filter((act) => !act.payload.safeParse(act.example).success),
      ...acts.filter((act) => !DraftJson.safeParse(draftExample(act)).success),
    ].map(({ type }) => type);
    const unasked = questions.filter(({ input, example }) => !input.safeParse(example).success);
    expect(wrong).toEqual([]);
    expect(unasked.map(({ name }) => name)).toEqual([]);
  });

  it('tells what webhooks are told', () => {
    expect(Object.keys(webhooks)).toEqual(['act.admitted', 'test']);
  });
});
