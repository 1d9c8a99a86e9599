/** OpenAPI 3.1 of the node, from the definitions of its areas. */
import { PROGRAM_VERSION } from '../version.ts';
import { z } from 'zod';
import type { Area, Question } from '../../kernel/define-area.ts';
import { SignedActJson } from '../../kernel/signed-act-json.ts';
import { DraftJson } from '../acts/draft.ts';
import { attachmentPaths } from '../attachments/attachment-paths.ts';
import { exportPaths } from '../record/export-route.ts';
import { proofPaths } from '../record/proof-route.ts';
import type { Services } from '../services.ts';
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts';
import { adminPaths } from '../admin/admin-api.ts';
import { hookEvents, hookPaths } from '../hooks/hook-paths.ts';
import { nodesPaths } from '../federation/nodes-paths.ts';
import { importPaths } from './import.ts';
import { importRollCallsPaths } from './import-roll-calls.ts';
import { readDeclarationsPaths } from './read-declarations.ts';
import { putTextPaths } from './put-text.ts';
import { tableTextPaths } from './table-text.ts';
import { nameWithin } from './question-name.ts';
import { parametersOf } from './query-input.ts';
import { columnsOf } from './questions.ts';

type Tree = { [key: string]: unknown };
type Schemas = Map<string, unknown>;

const COMPONENTS = '#/components/schemas/';

const Problem = z.object({
  type: z.string().describe('urn:concord:rule:{rule}'),
  title: z.string().describe('The rule, in its own words'),
  status: z.int(),
  detail: z.string(),
  rule: z.string(),
  citation: z.string().describe('The provision that the rule rests on'),
  reason: z.string(),
  remedy: z.string().optional().describe('What one can do'),
  values: z.record(z.string(), z.string()),
});

const Receipt = z.object({
  id: z.string(),
  register: z.string(),
  position: z.int(),
  again: z.literal(true).optional().describe('The act was there already; nothing changed'),
});

/** Points a schema's inner references at where the schema stands in the document. */
function repoint(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => repoint(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key !== '$ref' || typeof item !== 'string') return [key, repoint(item, name)];
      const inner = item.startsWith('#/$defs/') ? `.${item.slice('#/$defs/'.length)}` : '';
      return [key, `${COMPONENTS}${name}${inner}`];
    }),
  );
}

/** Adds a schema, and what it defines within, to the document's schemas; returns the reference. */
function addSchema(schemas: Schemas, name: string, schema: JsonSchema): { $ref: string } {
  const { $defs = {}, ...root } = schema;
  schemas.set(name, repoint(root, name));
  for (const [inner, part] of Object.entries($defs)) {
    schemas.set(`${name}.${inner}`, repoint(part, name));
  }
  return { $ref: `${COMPONENTS}${name}` };
}

const refusals = {
  default: {
    description: 'A refusal: the rule, its citation, the reason and what one can do',
    content: { 'application/problem+json': { schema: { $ref: `${COMPONENTS}problem` } } },
  },
};

const timeParameters = ['asOf', 'knownAt', 'format'].map((name) => ({
  $ref: `#/components/parameters/${name}`,
}));

function exampleOf(question: Question, name: string): Tree {
  const { example } = question;
  if (typeof example !== 'object' || example === null) return {};
  const value: unknown = Object.entries(example).find(([key]) => key === name)?.[1];
  return value === undefined ? {} : { example: value };
}

function questionPath(schemas: Schemas, area: Area, question: Question): [string, Tree] {
  const within = nameWithin(area, question);
  const name = `${area.name}.${within}`;
  const output = addSchema(schemas, name, jsonSchemaOf(question.output, 'output'));
  const inputs = parametersOf(question.input).map(({ name: parameter, schema, required }) => ({
    name: parameter,
    in: 'query',
    required,
    schema: addSchema(schemas, `${name}.query.${parameter}`, schema),
    ...exampleOf(question, parameter),
  }));
  const csv = columnsOf(question) === null ? {} : { 'text/csv': { schema: { type: 'string' } } };
  const operation = {
    operationId: name,
    tags: [area.name],
    summary: question.title,
    parameters: [...inputs, ...timeParameters],
    responses: {
      200: {
        description: question.title,
        content: { 'application/json': { schema: output }, ...csv },
      },
      ...refusals,
    },
  };
  return [`/api/${area.name}/${within}`, { get: operation }];
}

/** What `POST /api/acts` takes: one form for each kind of act, and acts signed elsewhere. */
function actBody(schemas: Schemas, areas: readonly Area[]): Tree {
  const draft = jsonSchemaOf(DraftJson, 'input');
  const definitions = areas.flatMap((area) => area.acts);
  const forms = definitions.map((act) => {
    const payload = addSchema(schemas, `${act.type}.payload`, jsonSchemaOf(act.payload, 'input'));
    const properties = { ...draft.properties, type: { const: act.type }, payload };
    return addSchema(schemas, act.type, { ...draft, properties });
  });
  const signed = jsonSchemaOf(z.strictObject({ signed: SignedActJson }), 'input');
  const examples = Object.fromEntries(
    definitions.map((act) => [act.type, { summary: act.title, value: draftExample(act) }]),
  );
  return {
    required: true,
    content: {
      'application/json': {
        schema: { anyOf: [...forms, addSchema(schemas, 'signed-act', signed)] },
        examples,
      },
    },
  };
}

/** A draft of an act as it is handed in: with its own example of what it says. */
export function draftExample(act: { readonly type: string; readonly example: unknown }): Tree {
  const area = act.type.split('.')[0] ?? '';
  // What is said of a release stands in the register of the act that it is about.
  const inRegistry = ['actors', 'keys', 'mandates', 'releases', 'streams'].includes(area);
  const register = inRegistry ? 'actors/registry' : `${area}/example`;
  const basis = { kind: 'recorded', source: 'The depositary’s notification of 1 July 2025' };
  return { type: act.type, register, actor: 'FRA', payload: act.example, basis };
}

function actPaths(schemas: Schemas, areas: readonly Area[]): Tree {
  const requestBody = actBody(schemas, areas);
  const receipt = addSchema(schemas, 'receipt', jsonSchemaOf(Receipt, 'output'));
  const security = [{ token: [] }, { session: [] }];
  const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
  const recorded = { description: 'Recorded and applied', ...json(receipt) };
  const again = { description: 'It was recorded before; nothing changed', ...json(receipt) };
  const effect = { description: 'What would follow', ...json({ type: 'object' }) };
  const shown = { description: 'The recorded act, verified now', ...json({ type: 'object' }) };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const act = { tags: ['acts'], security, requestBody };
  return {
    '/api/acts': {
      post: {
        ...act,
        operationId: 'acts.submit',
        summary: 'Record an act',
        responses: { 200: again, 201: recorded, ...refusals },
      },
    },
    '/api/acts/preview': {
      post: {
        ...act,
        operationId: 'acts.preview',
        summary: 'See what an act would change, and record nothing',
        responses: { 200: effect, ...refusals },
      },
    },
    '/api/acts/{id}': {
      get: {
        operationId: 'acts.show',
        tags: ['acts'],
        summary: 'A recorded act',
        parameters: [id],
        responses: { 200: shown, ...refusals },
      },
    },
  };
}

const parameters = {
  asOf: {
    name: 'asOf',
    in: 'query',
    description: 'What has effect on this day; default: today (UTC)',
    schema: { type: 'string', format: 'date' },
  },
  knownAt: {
    name: 'knownAt',
    in: 'query',
    description: 'Only what was recorded by this day or instant; default: all',
    schema: { type: 'string' },
  },
  format: {
    name: 'format',
    in: 'query',
    description: 'csv where the answer has rows',
    schema: { enum: ['json', 'csv'], default: 'json' },
  },
};

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'A token from /account/tokens' },
  session: { type: 'apiKey', in: 'cookie', name: 'concord.session_token' },
};

/** The OpenAPI 3.1 description of everything that the areas define. */
export function openApiOf({ areas, config }: Pick<Services, 'areas' | 'config'>): Tree {
  const schemas: Schemas = new Map();
  addSchema(schemas, 'problem', jsonSchemaOf(Problem, 'output'));
  const questions = areas.flatMap((area) =>
    area.questions.map((question) => questionPath(schemas, area, question)),
  );
  const isHere = areas.some(({ name }) => name === 'agreements');
  const imports = isHere
    ? { ...importPaths(refusals), ...readDeclarationsPaths(refusals), ...putTextPaths(refusals) }
    : {};
  const rollCalls = areas.some(({ name }) => name === 'meetings')
    ? { ...importRollCallsPaths(refusals), ...tableTextPaths(refusals) }
    : {};
  const paths = {
    ...actPaths(schemas, areas),
    ...attachmentPaths(refusals),
    ...exportPaths(refusals),
    ...proofPaths(refusals),
    ...imports,
    ...rollCalls,
    ...adminPaths(refusals),
    ...nodesPaths(refusals),
    ...hookPaths(refusals),
    ...Object.fromEntries(questions),
  };
  return {
    openapi: '3.1.1',
    info: {
      title: config.name,
      version: PROGRAM_VERSION,
      description:
        'Questions are asked with GET and need no sign-in; acts need a token or session.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: [
      ...areas.map(({ name, title }) => ({ name, description: title })),
      { name: 'acts', description: 'Acts of all areas' },
      { name: 'attachments', description: 'Documents that acts name by their digest' },
      { name: 'webhooks', description: 'Addresses that are called when acts are admitted' },
      { name: 'admin', description: 'People and offices of this node' },
    ],
    paths,
    webhooks: hookEvents,
    components: { schemas: Object.fromEntries(schemas), parameters, securitySchemes },
  };
}
