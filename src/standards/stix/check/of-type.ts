/** Rules of single types, which no table says. */
import type { Json } from '../../../kernel/canonical.ts';
import { own } from '../../../kernel/own.ts';
import { isJsonObject } from '../json-text.ts';
import { TLP_EXTENSION, tlpByLegacyId, tlpById } from '../tlp.ts';
import { patternFault } from '../pattern/parse-pattern.ts';
import { RULES } from '../rules.ts';
import { type Remarks, quoted } from '../verdict.ts';
import { granularMarkingsOf } from './granular-markings.ts';

type Value = Readonly<Record<string, Json>>;
type CheckType = (value: Value, remarks: Remarks) => void;

const CVE = /^CVE-\d{4}-(0\d{3}|[1-9]\d{3,})$/;
const CAPEC = /^CAPEC-\d+$/;
const CATALOGUES: Readonly<Record<string, RegExp>> = { cve: CVE, capec: CAPEC };

function checkExternalReferences(value: Value, remarks: Remarks): void {
  const references = value['external_references'];
  for (const [at, reference] of (Array.isArray(references) ? references : []).entries()) {
    if (!isJsonObject(reference)) continue;
    const { source_name: source, external_id: id } = reference;
    if (typeof source !== 'string') continue;
    const form = own(CATALOGUES, source);
    if (!form || (typeof id === 'string' && form.test(id))) continue;
    const where = `external_references[${at}].external_id`;
    remarks.error(RULES.externalReference, where, `${quoted(id ?? '')} is no id of ${source}`);
  }
}

const checkIndicator: CheckType = (value, remarks) => {
  const { pattern, pattern_type: type } = value;
  if (type !== 'stix' || typeof pattern !== 'string') return;
  const fault = patternFault(pattern);
  if (fault !== null) remarks.error(RULES.pattern, 'pattern', fault);
};

const checkMalware: CheckType = (value, remarks) => {
  if (value['is_family'] !== true || Object.hasOwn(value, 'name')) return;
  remarks.error(RULES.combination, 'name', 'a family has a name');
};

const checkEmail: CheckType = (value, remarks) => {
  const forbidden = value['is_multipart'] === true ? 'body' : 'body_multipart';
  if (!Object.hasOwn(value, forbidden)) return;
  const what = 'a message of several parts has them in body_multipart, another has a body';
  remarks.error(RULES.combination, forbidden, what);
};

const checkTraffic: CheckType = (value, remarks) => {
  if (value['is_active'] === true && Object.hasOwn(value, 'end')) {
    remarks.error(RULES.combination, 'end', 'what is active has no end');
  }
};

const checkExtensionDefinition: CheckType = (value, remarks) => {
  const { extension_types: types } = value;
  const isTopLevel = Array.isArray(types) && types.includes('toplevel-property-extension');
  const hasNames = Object.hasOwn(value, 'extension_properties');
  const where = 'extension_properties';
  if (hasNames && !isTopLevel) {
    remarks.error(RULES.extension, where, 'only a top-level extension names properties');
  } else if (isTopLevel && !hasNames) {
    remarks.warn(RULES.extension, where, 'a top-level extension should name its properties');
  }
};

const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

const checkLanguageContent: CheckType = (value, remarks) => {
  const { contents } = value;
  for (const [language, texts] of Object.entries(isJsonObject(contents) ? contents : {})) {
    const where = `contents.${language}`;
    if (!LANGUAGE.test(language)) {
      remarks.error(RULES.languageContent, where, `${quoted(language)} is no language`);
    }
    if (!isJsonObject(texts) || Object.keys(texts).length === 0) {
      remarks.error(RULES.languageContent, where, 'it translates no property');
    }
  }
};

/** A mark of TLP 1.0 has one id, one name, one day, one colour. */
function checkLegacyTlp(value: Value, remarks: Remarks): void {
  const { definition, id, name, created } = value;
  const mark = typeof id === 'string' ? tlpByLegacyId(id) : null;
  const colour = isJsonObject(definition) ? definition['tlp'] : undefined;
  if (mark === null || mark.colour !== colour) {
    remarks.error(RULES.tlp, 'definition', `${quoted(colour ?? '')} has not this id`);
    return;
  }
  if (name !== mark.name) remarks.error(RULES.tlp, 'name', `it has to be ${mark.name}`);
  if (created !== mark.created) remarks.error(RULES.tlp, 'created', `it has to be ${mark.created}`);
}

/** A mark of TLP 2.0 says its level in one extension. */
function checkTlp(value: Value, remarks: Remarks): void {
  const { extensions, id } = value;
  const extension = isJsonObject(extensions) ? extensions[TLP_EXTENSION] : undefined;
  const level = isJsonObject(extension) ? extension['tlp_2_0'] : undefined;
  const mark = typeof id === 'string' ? tlpById(id) : null;
  if (mark?.level === level || (extension === undefined && mark === null)) return;
  remarks.error(RULES.tlp, 'extensions', `${quoted(level ?? '')} has not this id`);
}

function checkSelfMarking(value: Value, remarks: Remarks): void {
  const { id, object_marking_refs: references } = value;
  if (Array.isArray(references) && id !== undefined && references.includes(id)) {
    remarks.error(RULES.circular, 'object_marking_refs', 'it marks itself');
  }
  if (granularMarkingsOf(value).some((marking) => marking['marking_ref'] === id)) {
    remarks.error(RULES.circular, 'granular_markings', 'it marks itself');
  }
}

const checkMarkingDefinition: CheckType = (value, remarks) => {
  checkSelfMarking(value, remarks);
  checkTlp(value, remarks);
  const { definition_type: type, definition } = value;
  if (type === undefined) return;
  if (!isJsonObject(definition)) {
    remarks.error(RULES.markingDefinition, 'definition', 'it is no object');
  } else if (type === 'tlp') checkLegacyTlp(value, remarks);
  else if (type !== 'statement') {
    remarks.warn(RULES.markingDefinition, 'definition_type', 'use an extension instead');
  } else if (typeof definition['statement'] !== 'string') {
    remarks.error(RULES.markingDefinition, 'definition.statement', 'there is no statement');
  }
};

const CHECKS: Readonly<Record<string, CheckType>> = {
  indicator: checkIndicator,
  malware: checkMalware,
  'email-message': checkEmail,
  'network-traffic': checkTraffic,
  'extension-definition': checkExtensionDefinition,
  'language-content': checkLanguageContent,
  'marking-definition': checkMarkingDefinition,
};

/** Checks what only objects of its type have to keep to. */
export function checkOfType(type: string, value: Value, remarks: Remarks): void {
  checkExternalReferences(value, remarks);
  if (Object.hasOwn(CHECKS, type)) own(CHECKS, type)?.(value, remarks);
}
