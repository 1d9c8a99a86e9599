/**
 * Reads alerts of the Common Alerting Protocol, 1.0 to 1.2: one file that is an alert, or a feed or
 * envelope that carries several. What cannot be read as an alert has a verdict all the same.
 */
import { readXml, type XmlBounds, type XmlElement } from '../xml/read-xml.ts';
import { CapAlert } from './alert.ts';
import { profileFaults } from './profile-rules.ts';
import { type Reading, readRoot, SIGNATURE_NAMESPACE } from './read-group.ts';
import { formRules, schemaRules } from './schema-rules.ts';
import { type Fault, type Verdict, verdictOf } from './verdict.ts';
import { type CapVersion, grammarOf, versionOfNamespace } from './versions.ts';

export const CAP_BOUNDS: XmlBounds = {
  bytesMax: 4 * 1024 * 1024,
  depthMax: 32,
  elementsMax: 50_000,
};
/** Alerts that one feed or envelope may carry. */
export const ALERTS_MAX = 500;

export interface ReadAlert {
  /** Null where it is of no namespace of CAP's. */
  readonly version: CapVersion | null;
  /** The alert in the form of CAP 1.2; null where an error keeps it from being one. */
  readonly alert: CapAlert | null;
  readonly verdict: Verdict;
  /** Signatures among its elements; `signature.ts` says what they are worth. */
  readonly signatures: number;
}

const ATOM = 'http://www.w3.org/2005/Atom';
const EDXL = 'urn:oasis:names:tc:emergency:EDXL:DE:1.0';

/** Elements of envelopes in which alerts stand. */
const CARRIERS: readonly (readonly [namespace: string, name: string])[] = [
  [ATOM, 'content'],
  [ATOM, 'entry'],
  [EDXL, 'embeddedXMLContent'],
  ['', 'item'],
];

const carries = ({ name, namespace }: XmlElement): boolean =>
  CARRIERS.some(([of, known]) => of === namespace && known === name);

const isAlert = ({ name, namespace }: XmlElement): boolean =>
  name === 'alert' && versionOfNamespace(namespace) !== null;

function signaturesOf({ children }: XmlElement): number {
  return children.filter(
    ({ name, namespace }) => name === 'Signature' && namespace === SIGNATURE_NAMESPACE,
  ).length;
}

function readElement(element: XmlElement): ReadAlert {
  const version = versionOfNamespace(element.namespace);
  if (version === null || element.name !== 'alert') {
    const what = `it begins with ${element.name} of “${element.namespace}”`;
    const rule = schemaRules.namespace;
    const fault: Fault = { rule, weight: 'error', path: '', line: element.line, what };
    return { version, alert: null, verdict: verdictOf([fault]), signatures: 0 };
  }
  const faults: Fault[] = [];
  const reading: Reading = { version, namespace: element.namespace, faults };
  const members = readRoot(reading, grammarOf(version), element);
  const parsed = CapAlert.safeParse(members);
  if (parsed.success) faults.push(...profileFaults(parsed.data, version));
  const verdict = verdictOf(faults);
  return {
    version,
    alert: parsed.success ? parsed.data : null,
    verdict,
    signatures: signaturesOf(element),
  };
}

const unread = (fault: Fault): ReadAlert => ({
  version: null,
  alert: null,
  verdict: verdictOf([fault]),
  signatures: 0,
});

function faultIn(bytes: Uint8Array): Fault | XmlElement {
  const read = readXml(bytes, CAP_BOUNDS);
  if (!('fault' in read)) return read.root;
  const { kind, line, what } = read.fault;
  return { rule: formRules[kind], weight: 'error', path: '', line, what };
}

/** Reads a file that is one alert, of at most `CAP_BOUNDS.bytesMax` bytes. */
export function readCap(bytes: Uint8Array): ReadAlert {
  const read = faultIn(bytes);
  return 'rule' in read ? unread(read) : readElement(read);
}

function* alertsIn(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (carries(element) && isAlert(child)) yield child;
    else yield* alertsIn(child);
  }
}

/**
 * Reads every alert of a file: of the alert that it is, or of those that an Atom or RSS feed or an
 * EDXL distribution carries. An alert that stands in a feed beside its entries is foreign markup,
 * and none of them (RFC 4287, 6.4).
 */
export function readCapFile(bytes: Uint8Array): readonly ReadAlert[] {
  const read = faultIn(bytes);
  if ('rule' in read) return [unread(read)];
  if (isAlert(read)) return [readElement(read)];
  const found = [...alertsIn(read)];
  if (found.length <= ALERTS_MAX) return found.map(readElement);
  const what = `it carries ${found.length} alerts, more than ${ALERTS_MAX}`;
  return [unread({ rule: formRules.bounds, weight: 'error', path: '', line: 0, what })];
}
