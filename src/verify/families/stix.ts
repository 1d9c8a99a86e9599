/**
 * STIX 2.1: examples have to be valid and to come back as they were; files of a validator's tests
 * have to be told apart; and our tables have to name what the committee's schemas name.
 */
import canonicalize from 'canonicalize';
import { own } from '../../kernel/own.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { asProperty } from '../../standards/stix/kinds.ts';
import { type StixReading, isValid, readStix } from '../../standards/stix/read-stix.ts';
import { OBJECT_TYPES } from '../../standards/stix/types/other-objects.ts';
import { writeBundle } from '../../standards/stix/write-stix.ts';
import type { Family, Outcome, Tally, TruthFolder } from '../family.ts';

const BELOW = 'notices/stix';
const FAULTS_TOLD_MAX = 3;

/** Paths of the JSON files in a folder and below it. */
function jsonFiles(folder: TruthFolder, path: string): string[] {
  return folder.list(path).flatMap((name) => {
    const file = `${path}/${name}`;
    return name.endsWith('.json') ? [file] : jsonFiles(folder, file);
  });
}

/** What is wrong with a reading, its first errors quoted; null where it is valid. */
function faultOf(reading: StixReading): string | null {
  if (isValid(reading)) return null;
  const all = [reading.verdict, ...reading.objects.map(({ verdict }) => verdict)];
  return all
    .flatMap(({ errors }) => errors)
    .slice(0, FAULTS_TOLD_MAX)
    .map(({ rule, where, what }) => `${rule.citation}: ${where}: ${what}`)
    .join('; ');
}

/** The canonical form of JSON text, by which two spellings of one value are the same. */
const canonical = (bytes: Uint8Array): string | undefined =>
  canonicalize(JSON.parse(Buffer.from(bytes).toString('utf8')));

/** Read, written and read once more; null where nothing was lost or changed. */
function lossOf(bytes: Uint8Array, reading: StixReading): string | null {
  const texts = reading.objects.map(({ text }) => text);
  const [only] = texts;
  const written =
    reading.bundle === null
      ? Buffer.from(only ?? '', 'utf8')
      : Buffer.from(writeBundle(texts, reading.bundle));
  if (canonical(written) !== canonical(bytes)) return 'what was written says something else';
  const again = readStix(written);
  if (isRefusal(again)) return again.reason;
  const isSame = again.objects.every(({ text }, at) => text === texts[at]);
  return isSame && again.objects.length === texts.length ? null : 'it differs when read again';
}

function exampleOutcome(file: string, folder: TruthFolder): Outcome {
  const name = file.slice(BELOW.length + 1);
  const bytes = folder.read(file) ?? new Uint8Array();
  const reading = readStix(bytes);
  const fault = isRefusal(reading) ? reading.reason : (faultOf(reading) ?? lossOf(bytes, reading));
  if (fault === null) return { case: name, outcome: 'reproduced' };
  return { case: name, outcome: 'missed', reason: fault };
}

/** A file of tests says by its name that it is invalid; the others are valid. */
function validatorOutcome(file: string, folder: TruthFolder): Outcome {
  const name = file.slice(BELOW.length + 1);
  const isKnownInvalid = (file.split('/').at(-1) ?? '').startsWith('invalid');
  const reading = readStix(folder.read(file) ?? new Uint8Array());
  const fault = isRefusal(reading) ? reading.reason : faultOf(reading);
  if ((fault !== null) === isKnownInvalid) return { case: name, outcome: 'reproduced' };
  const reason = fault ?? 'nothing wrong was found in it';
  return { case: name, outcome: 'missed', reason };
}

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
}

interface Named {
  readonly properties: readonly string[];
  readonly required: readonly string[];
}

/** Names that a schema gives itself; what it refers to is common to all. */
function namesIn(schema: Schema): Named {
  const inner = (schema.allOf ?? []).map(namesIn);
  return {
    properties: [
      ...Object.keys(schema.properties ?? {}),
      ...inner.flatMap(({ properties }) => properties),
    ],
    required: [...(schema.required ?? []), ...inner.flatMap(({ required }) => required)],
  };
}

function tableOutcome(type: string, bytes: Uint8Array): Outcome {
  // The schemas are the committee's own; a file that is none would show as a miss.
  const schema = JSON.parse(Buffer.from(bytes).toString('utf8')) as Schema;
  const { properties, required } = namesIn(schema);
  const members = own(OBJECT_TYPES, type)?.members ?? {};
  const lacking = properties.filter((name) => !Object.hasOwn(members, name));
  const lax = required.filter((name) => {
    const member = own(members, name);
    return member === undefined || !asProperty(member).required;
  });
  if (lacking.length + lax.length === 0) return { case: type, outcome: 'reproduced' };
  const reason = `not in our table: ${lacking.join(', ')}; not required: ${lax.join(', ')}`;
  return { case: type, outcome: 'missed', reason };
}

function tablesOf(folder: TruthFolder): Outcome[] {
  return jsonFiles(folder, `${BELOW}/schemas`).flatMap((file) => {
    const type = (file.split('/').at(-1) ?? '').replace(/\.json$/, '');
    const bytes = Object.hasOwn(OBJECT_TYPES, type) ? folder.read(file) : null;
    return bytes === null ? [] : [tableOutcome(type, bytes)];
  });
}

export const stix: Family = {
  files: [BELOW],
  run(folder) {
    const examples = jsonFiles(folder, `${BELOW}/examples`);
    const tests = jsonFiles(folder, `${BELOW}/validator-tests`).filter((file) =>
      file.includes('/test_examples/'),
    );
    const tallies: Tally[] = [
      {
        name: `${BELOW}/examples-round-trip`,
        outcomes: examples.map((file) => exampleOutcome(file, folder)),
      },
      {
        name: `${BELOW}/valid-told-from-invalid`,
        outcomes: tests.map((file) => validatorOutcome(file, folder)),
      },
      { name: `${BELOW}/tables`, outcomes: tablesOf(folder) },
    ];
    return Promise.resolve(tallies);
  },
};
