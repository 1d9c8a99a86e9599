/** Values checked against their kinds (section 2). */
import type { Json } from '../../../kernel/canonical.ts';
import type { Rule } from '../../../kernel/law.ts';
import { own } from '../../../kernel/own.ts';
import { readIdentifier } from '../identifier.ts';
import { isJsonObject } from '../json-text.ts';
import { type Kind, type Members, asProperty } from '../kinds.ts';
import { RULES } from '../rules.ts';
import { isTimestamp } from '../timestamp.ts';
import { readonlyVocabulary } from '../types/vocabularies.ts';
import { type Remarks, quoted } from '../verdict.ts';
import { checkConstraints } from './constraints.ts';

export interface Checking {
  readonly remarks: Remarks;
  /** Keys by which observables inside observed data may name each other, if it is one of these. */
  readonly localKeys: ReadonlySet<string> | null;
}

type KindOf<Name extends Kind['kind']> = Extract<Kind, { kind: Name }>;
type Check = (value: Json, kind: Kind, where: string, checking: Checking) => void;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const HEXADECIMAL = /^(?:[0-9a-fA-F]{2})+$/;
const DICTIONARY_KEY = /^[a-zA-Z0-9_-]{1,250}$/;
const HASH_NAME = /^[a-zA-Z0-9_-]{3,250}$/;
const HASH_FORMS: Readonly<Record<string, RegExp>> = {
  MD5: /^[a-fA-F0-9]{32}$/,
  'SHA-1': /^[a-fA-F0-9]{40}$/,
  'SHA-256': /^[a-fA-F0-9]{64}$/,
  'SHA-512': /^[a-fA-F0-9]{128}$/,
  'SHA3-256': /^[a-fA-F0-9]{64}$/,
  'SHA3-512': /^[a-fA-F0-9]{128}$/,
  SSDEEP: /^[a-zA-Z0-9/+:.]{1,150}$/,
  TLSH: /^(?:T1)?[a-fA-F0-9]{70}$/,
};

/** A text that has to match; false where the value is no text, which is then remarked. */
function checkText(value: Json, where: string, { remarks }: Checking): value is string {
  if (typeof value === 'string') return true;
  remarks.error(RULES.kind, where, `it is ${quoted(value)}, and has to be text`);
  return false;
}

function textThat(holds: (text: string, kind: Kind) => boolean, rule: Rule, what: string): Check {
  return (value, kind, where, checking) => {
    if (!checkText(value, where, checking) || holds(value, kind)) return;
    checking.remarks.error(rule, where, `${quoted(value)} is not ${what}`);
  };
}

function checkNumber(value: Json, kind: Kind, where: string, { remarks }: Checking): void {
  // The table of checks below pairs each check with its kind.
  const { from, to, kind: name } = kind as KindOf<'integer' | 'float'>;
  const isOne = name === 'integer' ? Number.isSafeInteger(value) : typeof value === 'number';
  if (!isOne) remarks.error(RULES.kind, where, `${quoted(value)} is no ${name}`);
  else if (Number(value) < from || Number(value) > to) {
    remarks.error(RULES.integer, where, `${quoted(value)} does not lie from ${from} to ${to}`);
  }
}

function checkBoolean(value: Json, _: Kind, where: string, { remarks }: Checking): void {
  if (typeof value === 'boolean') return;
  remarks.error(RULES.kind, where, `${quoted(value)} is neither true nor false`);
}

function checkReference(value: Json, kind: Kind, where: string, checking: Checking): void {
  const { may, to } = kind as KindOf<'reference'>; // Paired with its kind below.
  if (!checkText(value, where, checking) || checking.localKeys?.has(value)) return;
  const identifier = readIdentifier(value);
  if (identifier === null) {
    checking.remarks.error(RULES.identifier, where, `${quoted(value)} is no identifier`);
  } else if (!may(identifier.type)) {
    checking.remarks.error(RULES.reference, where, `it points to ${identifier.type}, not ${to}`);
  }
}

function checkList(value: Json, kind: Kind, where: string, checking: Checking): void {
  const { of, countMin } = kind as KindOf<'list'>; // Paired with its kind below.
  if (!Array.isArray(value)) {
    checking.remarks.error(RULES.kind, where, `${quoted(value)} is no list`);
    return;
  }
  if (value.length < countMin) checking.remarks.error(RULES.list, where, 'the list is empty');
  for (const [at, item] of value.entries()) checkValue(item, of, `${where}[${at}]`, checking);
}

function checkVocabulary(value: Json, kind: Kind, where: string, checking: Checking): void {
  const { vocabulary, kind: name } = kind as KindOf<'open' | 'closed'>; // Paired with it below.
  if (!checkText(value, where, checking) || vocabulary.includes(value)) return;
  const what = `${quoted(value)} is not among its values`;
  if (name === 'closed') checking.remarks.error(RULES.enumeration, where, what);
  else checking.remarks.warn(RULES.openVocabulary, where, what);
}

/** The members of a value that has to be an object; none where it is not, which is remarked. */
function membersOf(value: Json, where: string, { remarks }: Checking): [string, Json][] {
  if (isJsonObject(value)) return Object.entries(value);
  remarks.error(RULES.kind, where, `${quoted(value)} is no object`);
  return [];
}

function checkDictionary(value: Json, kind: Kind, where: string, checking: Checking): void {
  const { of } = kind as KindOf<'dictionary'>; // Paired with its kind below.
  const found = membersOf(value, where, checking);
  if (isJsonObject(value) && found.length === 0) {
    checking.remarks.error(RULES.dictionary, where, 'the dictionary is empty');
  }
  for (const [key, held] of found) {
    if (!DICTIONARY_KEY.test(key)) {
      checking.remarks.error(RULES.dictionary, where, `${quoted(key)} is no key`);
    }
    checkValue(held, of, `${where}.${key}`, checking);
  }
}

function checkHash(name: string, value: Json, where: string, checking: Checking): void {
  if (!checkText(value, where, checking)) return;
  const { remarks } = checking;
  const form = own(HASH_FORMS, name);
  if (!HASH_NAME.test(name)) remarks.error(RULES.hashes, where, `${quoted(name)} is no name`);
  if (form && !form.test(value)) {
    remarks.error(RULES.hashes, where, `${quoted(value)} is no hash by ${name}`);
  }
  if (!readonlyVocabulary('hash-algorithm').includes(name)) {
    remarks.warn(RULES.openVocabulary, where, `${quoted(name)} is not among its values`);
  }
}

function checkHashes(value: Json, _: Kind, where: string, checking: Checking): void {
  const found = membersOf(value, where, checking);
  if (isJsonObject(value) && found.length === 0) {
    checking.remarks.error(RULES.hashes, where, 'there is no hash');
  }
  for (const [name, hash] of found) checkHash(name, hash, `${where}.${name}`, checking);
}

const PROPERTY_NAME = /^[a-z0-9_]{3,250}$/;
const RESERVED: readonly string[] = ['severity', 'action', 'username', 'phone_numbers'];

/** Whether nothing anywhere in the value is what no property may hold. */
function checkCustomValue(name: string, value: Json, where: string, { remarks }: Checking): void {
  if (value === null) remarks.error(RULES.kind, where, 'nothing is held; leave the property out');
  if (Array.isArray(value) && value.length === 0) {
    remarks.error(RULES.list, where, 'the list is empty');
  }
  if (typeof value !== 'string') return;
  if (name.endsWith('_bin') && !BASE64.test(value)) {
    remarks.error(RULES.binary, where, `${quoted(value)} is not Base64`);
  }
  if (name.endsWith('_hex') && !HEXADECIMAL.test(value)) {
    remarks.error(RULES.hexadecimal, where, `${quoted(value)} is not hexadecimal`);
  }
}

/** A property that no table names: its name has to be one, and its value to be there. */
function checkCustom(name: string, value: Json, where: string, checking: Checking): void {
  if (!PROPERTY_NAME.test(name)) {
    checking.remarks.error(RULES.property, where, `${quoted(name)} is no name of a property`);
  }
  if (RESERVED.includes(name)) {
    checking.remarks.error(RULES.reserved, where, `the name ${quoted(name)} is reserved`);
  }
  checkCustomValue(name, value, where, checking);
}

/**
 * Checks the members of an object against their table, and gives the names of those that no table
 * has. `where` is empty for the object itself.
 */
export function checkMembers(
  value: Readonly<Record<string, Json>>,
  table: Members,
  where: string,
  checking: Checking,
): string[] {
  const at = (name: string): string => (where === '' ? name : `${where}.${name}`);
  for (const [name, member] of Object.entries(table)) {
    if (asProperty(member).required && !Object.hasOwn(value, name)) {
      checking.remarks.error(RULES.required, at(name), 'it is required, and not there');
    }
  }
  const custom: string[] = [];
  for (const [name, held] of Object.entries(value)) {
    const member = Object.hasOwn(table, name) ? own(table, name) : undefined;
    if (member) checkValue(held, asProperty(member).kind, at(name), checking);
    else {
      custom.push(name);
      checkCustom(name, held, at(name), checking);
    }
  }
  return custom;
}

function checkInner(value: Json, kind: Kind, where: string, checking: Checking): void {
  const { members, constraints } = kind as KindOf<'members'>; // Paired with its kind below.
  if (!isJsonObject(value)) {
    checking.remarks.error(RULES.kind, where, `${quoted(value)} is no object`);
    return;
  }
  checkMembers(value, members, where, checking);
  checkConstraints(value, constraints, where, checking.remarks);
}

const CHECKS: Readonly<Record<Kind['kind'], Check>> = {
  text: (value, _, where, checking) => void checkText(value, where, checking),
  matching: (value, kind, where, checking) => {
    const { form, what } = kind as KindOf<'matching'>; // This is the check of that kind.
    textThat((text) => form.test(text), RULES.kind, what)(value, kind, where, checking);
  },
  integer: checkNumber,
  float: checkNumber,
  boolean: checkBoolean,
  timestamp: textThat(isTimestamp, RULES.timestamp, 'an instant in UTC'),
  hexadecimal: textThat((text) => HEXADECIMAL.test(text), RULES.hexadecimal, 'hexadecimal'),
  binary: textThat((text) => BASE64.test(text), RULES.binary, 'Base64'),
  hashes: checkHashes,
  anything: () => undefined,
  reference: checkReference,
  list: checkList,
  open: checkVocabulary,
  closed: checkVocabulary,
  dictionary: checkDictionary,
  members: checkInner,
};

/** Checks a value against its kind; what is wrong is remarked. */
export function checkValue(value: Json, kind: Kind, where: string, checking: Checking): void {
  CHECKS[kind.kind](value, kind, where, checking);
}
