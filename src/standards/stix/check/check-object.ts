/** One object held against the rules of STIX 2.1. */
import type { Json } from '../../../kernel/canonical.ts';
import { own } from '../../../kernel/own.ts';
import { type Identifier, deterministicId, readIdentifier } from '../identifier.ts';
import { isJsonObject } from '../json-text.ts';
import { RULES } from '../rules.ts';
import { compareTimestamps, fractionDigits } from '../timestamp.ts';
import { observableMembers, versionedMembers } from '../types/shared-members.ts';
import type { ObjectType } from '../types/object-type.ts';
import { OBJECT_TYPES } from '../types/other-objects.ts';
import { Remarks, type Verdict, quoted } from '../verdict.ts';
import { type Checking, checkMembers } from './check-value.ts';
import { checkConstraints, instantIn } from './constraints.ts';
import { EXTENDING_TYPES, checkExtensions, extensionTypesOf } from './extensions.ts';
import { checkGranularMarkings } from './granular-markings.ts';
import { checkOfType } from './of-type.ts';

type Value = Readonly<Record<string, Json>>;

const TYPE_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const [TYPE_LENGTH_MIN, TYPE_LENGTH_MAX] = [3, 250];
const RESERVED_TYPES: readonly string[] = ['action', 'bundle'];

/** A type that no table has: an observable where it has no versions, else a domain object. */
function customType(value: Value): ObjectType {
  const types = extensionTypesOf(value);
  const isObservable =
    types.includes('new-sco') ||
    (!types.some((type) => type.startsWith('new-')) &&
      !Object.hasOwn(value, 'created') &&
      !Object.hasOwn(value, 'modified'));
  return isObservable
    ? { family: 'observable', section: '11.2', members: observableMembers }
    : { family: 'domain', section: '11.2', members: versionedMembers };
}

/** The table of a type, or null for a type that the specification does not define. */
export function tableOf(type: string): ObjectType | null {
  return (Object.hasOwn(OBJECT_TYPES, type) ? own(OBJECT_TYPES, type) : undefined) ?? null;
}

function checkType(type: string, value: Value, remarks: Remarks): void {
  if (type.length < TYPE_LENGTH_MIN || type.length > TYPE_LENGTH_MAX || !TYPE_NAME.test(type)) {
    remarks.error(RULES.type, 'type', `${quoted(type)} is no name of a type`);
  }
  if (RESERVED_TYPES.includes(type)) {
    remarks.error(RULES.reserved, 'type', `the name ${quoted(type)} is reserved`);
  } else if (!tableOf(type) && !extensionTypesOf(value).some((one) => one.startsWith('new-'))) {
    remarks.warn(RULES.custom, 'type', `${quoted(type)} is made by no extension`);
  }
}

function checkSpecVersion(value: Value, { family }: ObjectType, remarks: Remarks): void {
  const version = value['spec_version'];
  // Where it is left out, an observable is of 2.1; other objects have to have it.
  if (version === undefined && family === 'observable') return;
  if (version === undefined || version === '2.1') return;
  remarks.error(RULES.specVersion, 'spec_version', `it is ${quoted(version)}`);
}

function checkId(value: Value, type: string, table: ObjectType, remarks: Remarks): void {
  const { id } = value;
  const identifier = typeof id === 'string' ? readIdentifier(id) : null;
  if (identifier === null) {
    if (id !== undefined) remarks.error(RULES.identifier, 'id', `${quoted(id)} is no identifier`);
    return;
  }
  if (identifier.type !== type) {
    remarks.error(RULES.identifier, 'id', `it begins with ${identifier.type}, not ${type}`);
  }
  checkUuid(identifier, value, table, remarks);
}

function checkUuid(
  identifier: Identifier,
  value: Value,
  table: ObjectType,
  remarks: Remarks,
): void {
  if (table.family !== 'observable' && identifier.uuidVersion !== 4) {
    const what = `its UUID is of version ${identifier.uuidVersion}`;
    remarks.warn(RULES.uuidVersion, 'id', what);
  }
  if (identifier.uuidVersion !== 5 || !table.contributing) return;
  const expected = deterministicId(identifier.type, table.contributing, value);
  if (expected === null || expected === `${identifier.type}--${identifier.uuid}`) return;
  remarks.warn(RULES.deterministic, 'id', `by what it holds, it would be ${expected}`);
}

function checkTimes(value: Value, remarks: Remarks): void {
  const [created, modified] = [instantIn(value, 'created'), instantIn(value, 'modified')];
  for (const [name, time] of Object.entries({ created, modified })) {
    if (time === null) continue;
    const digits = fractionDigits(time);
    const what = `it has ${digits} digits after the second, not 3`;
    if (digits < 3) remarks.error(RULES.precision, name, what);
    else if (digits > 3) remarks.warn(RULES.precision, name, what);
  }
  if (created === null || modified === null || compareTimestamps(modified, created) >= 0) return;
  remarks.error(RULES.versions, 'modified', 'it lies before created');
}

function checkCustomNames(value: Value, names: readonly string[], remarks: Remarks): void {
  if (names.length === 0) return;
  if (extensionTypesOf(value).some((type) => EXTENDING_TYPES.includes(type))) return;
  for (const name of names) {
    remarks.warn(RULES.custom, name, `the property ${quoted(name)} is made by no extension`);
  }
}

/** Whether marks and versions of the object are those that its family has. */
function checkHead(value: Value, type: string, table: ObjectType, remarks: Remarks): void {
  checkType(type, value, remarks);
  checkSpecVersion(value, table, remarks);
  checkId(value, type, table, remarks);
  if (table.family !== 'observable') checkTimes(value, remarks);
}

function checkObservables(value: Value, remarks: Remarks): void {
  const { objects } = value;
  if (value['type'] !== 'observed-data' || !isJsonObject(objects)) return;
  remarks.warn(RULES.deprecated, 'objects', 'refer to observables by object_refs');
  const localKeys = new Set(Object.keys(objects));
  for (const [key, object] of Object.entries(objects)) {
    const { errors, warnings } = isJsonObject(object)
      ? checkObject(object, localKeys)
      : { errors: [{ rule: RULES.kind, where: '', what: 'it is no object' }], warnings: [] };
    const at = (where: string): string => [`objects.${key}`, where].filter(Boolean).join('.');
    for (const { rule, where, what } of errors) remarks.error(rule, at(where), what);
    for (const { rule, where, what } of warnings) remarks.warn(rule, at(where), what);
  }
}

/**
 * Checks an object. `localKeys` are given for observables inside observed data, which may name each
 * other by their keys there.
 */
export function checkObject(value: Value, localKeys: ReadonlySet<string> | null = null): Verdict {
  const remarks = new Remarks();
  const checking: Checking = { remarks, localKeys };
  const type = typeof value['type'] === 'string' ? value['type'] : '';
  const known = tableOf(type);
  const table = known ?? customType(value);
  if (localKeys !== null && table.family !== 'observable') {
    remarks.error(RULES.reference, 'type', `${quoted(type)} is no observable`);
    return remarks;
  }
  const custom = checkMembers(value, table.members, '', checking);
  checkConstraints(value, table.constraints ?? {}, '', remarks);
  checkHead(value, type, table, remarks);
  if (known) checkCustomNames(value, custom, remarks);
  checkExtensions(value, table, checking);
  checkGranularMarkings(value, remarks);
  checkOfType(type, value, remarks);
  checkObservables(value, remarks);
  return remarks;
}
