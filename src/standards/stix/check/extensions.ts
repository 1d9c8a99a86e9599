/** Extensions: those of the specification, and those that others define (section 7.3). */
import type { Json } from '../../../kernel/canonical.ts';
import { own } from '../../../kernel/own.ts';
import { readIdentifier } from '../identifier.ts';
import { isJsonObject } from '../json-text.ts';
import { RULES } from '../rules.ts';
import type { ObjectType } from '../types/object-type.ts';
import { readonlyVocabulary } from '../types/vocabularies.ts';
import { quoted } from '../verdict.ts';
import { type Checking, checkMembers, checkValue } from './check-value.ts';

type Value = Readonly<Record<string, Json>>;

/** Kinds of extensions by which properties may stand in the object itself. */
export const EXTENDING_TYPES: readonly string[] = [
  'toplevel-property-extension',
  'new-sdo',
  'new-sco',
  'new-sro',
];
const OWN_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*-ext$/;

/** The kinds that the extensions of an object name, each as often as it is named. */
export function extensionTypesOf(value: Value): string[] {
  const { extensions } = value;
  if (!isJsonObject(extensions)) return [];
  return Object.values(extensions).flatMap((extension) => {
    const type = isJsonObject(extension) ? extension['extension_type'] : undefined;
    return typeof type === 'string' ? [type] : [];
  });
}

function checkDefined(extension: Json, where: string, checking: Checking): void {
  if (!isJsonObject(extension)) {
    checking.remarks.error(RULES.kind, where, `${quoted(extension)} is no object`);
    return;
  }
  const type = extension['extension_type'];
  if (typeof type !== 'string' || !readonlyVocabulary('extension-type').includes(type)) {
    checking.remarks.error(RULES.extension, `${where}.extension_type`, 'it names no kind');
  }
  checkMembers(extension, {}, where, checking);
}

function checkNamed(
  name: string,
  extension: Json,
  { extensions }: ObjectType,
  checking: Checking,
): void {
  const where = `extensions.${name}`;
  const kind = extensions && Object.hasOwn(extensions, name) ? own(extensions, name) : undefined;
  if (kind) checkValue(extension, kind, where, checking);
  else if (!isJsonObject(extension) || Object.keys(extension).length === 0) {
    checking.remarks.error(RULES.extension, where, 'the extension holds nothing');
  } else checkMembers(extension, {}, where, checking);
  if (!kind) checking.remarks.warn(RULES.custom, where, 'no extension definition is named');
}

/** Checks each extension: by its table where the specification has one, else by its form. */
export function checkExtensions(value: Value, table: ObjectType, checking: Checking): void {
  const { extensions } = value;
  if (!isJsonObject(extensions)) return;
  for (const [name, extension] of Object.entries(extensions)) {
    const where = `extensions.${name}`;
    if (readIdentifier(name)?.type === 'extension-definition') {
      checkDefined(extension, where, checking);
    } else if (OWN_NAME.test(name)) checkNamed(name, extension, table, checking);
    else checking.remarks.error(RULES.extension, where, `${quoted(name)} names no extension`);
  }
}
