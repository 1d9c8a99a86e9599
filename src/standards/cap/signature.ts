/**
 * What the signatures of an alert are worth (CAP 1.2, 3.3.4.1; XML Signature 1.1): over what each
 * is, by which key, and whether it holds. That one holds says that whoever has that key signed
 * these words. Whose key it is, a certificate inside the file cannot say.
 */
import { isDeepStrictEqual } from 'node:util';
import { SignedXml } from 'xml-crypto';
import { readXml, type XmlElement } from '../xml/read-xml.ts';
import { CAP_BOUNDS, readCap } from './read-cap.ts';
import { SIGNATURE_NAMESPACE } from './read-group.ts';
import { keyOf, type SigningKey } from './signing-key.ts';

export interface SignatureReport {
  readonly signatureMethod: string;
  readonly canonicalization: string;
  readonly digestMethods: readonly string[];
  /** The whole alert, or something else; a signature over something else vouches for no alert. */
  readonly covers: 'document' | 'part' | 'nothing';
  /** Whether it rests on SHA-1, of which two files with one digest can be made. */
  readonly isWeak: boolean;
  /** The key that the file itself names; null where it names none that can be used. */
  readonly key: SigningKey | null;
  /** Whether digest and value hold for that key; null where it could not be tried. */
  readonly holds: boolean | null;
  /** In one English sentence, for people. */
  readonly said: string;
}

/** Signatures of one alert that are looked at; each costs a whole pass over it. */
export const SIGNATURES_MAX = 4;

const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const CANONICAL = [
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
].flatMap((method) => [method, `${method.replace(/#$/, '')}#WithComments`]);

function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child) => child.name === name && child.namespace === SIGNATURE_NAMESPACE,
  );
}

const algorithmOf = (element: XmlElement | undefined): string =>
  attribute(element, 'Algorithm') ?? '';

const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.find((one) => one.name === name)?.value;

interface Claims {
  readonly signatureMethod: string;
  readonly canonicalization: string;
  readonly references: readonly XmlElement[];
}

function claimsOf(signature: XmlElement): Claims {
  const [info] = childrenOf(signature, 'SignedInfo');
  return {
    signatureMethod: algorithmOf(childrenOf(info, 'SignatureMethod')[0]),
    canonicalization: algorithmOf(childrenOf(info, 'CanonicalizationMethod')[0]),
    references: childrenOf(info, 'Reference'),
  };
}

/** The one reference is to the file, less this signature. XML Signature 1.1, 4.4.3.2, 6.6.4. */
function coverOf({ references }: Claims): SignatureReport['covers'] {
  const [reference, ...more] = references;
  if (reference === undefined) return 'nothing';
  const transforms = childrenOf(childrenOf(reference, 'Transforms')[0], 'Transform').map(
    algorithmOf,
  );
  const isEnveloped =
    transforms.includes(ENVELOPED) &&
    transforms.every((one) => one === ENVELOPED || CANONICAL.includes(one));
  const isWhole = attribute(reference, 'URI') === '' && more.length === 0;
  return isWhole && isEnveloped ? 'document' : 'part';
}

/** Processing instructions about the root are signed too, and the verifier leaves them out. */
const hasInstructions = (text: string, root: XmlElement): boolean =>
  /<\?(?!xml\s)/.test(text.slice(0, root.from) + text.slice(root.to));

interface Signed {
  readonly text: string;
  readonly root: XmlElement;
  readonly signatures: readonly XmlElement[];
}

/**
 * The file as each signature may have found it: with the other signatures, or before they were
 * added. They are no part of what an alert says.
 */
function* statesOf({ text, signatures }: Signed, own: XmlElement): Generator<string> {
  yield text;
  if (signatures.length < 2) return;
  const others = signatures.filter((one) => one !== own).toReversed();
  yield others.reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
}

const alertOf = (text: string) => readCap(new TextEncoder().encode(withoutDeclaration(text))).alert;

/** The characters are read; how they were written is past. */
const withoutDeclaration = (text: string): string => text.replace(/^\uFEFF?<\?xml[^>]*\?>/, '');

/**
 * Whether digest and value hold. What was signed is read once more by our own reader: only if that
 * says the same as the file does, is it the file that was signed, and not something that one parser
 * finds in it and another does not.
 */
function check(own: string, key: SigningKey, text: string): boolean {
  const verifier = new SignedXml({ publicCert: key.pem });
  try {
    verifier.loadSignature(own);
    if (!verifier.checkSignature(text)) return false;
  } catch {
    return false;
  }
  const [words = '', ...more] = verifier.getSignedReferences();
  const alert = alertOf(words);
  return more.length === 0 && alert !== null && isDeepStrictEqual(alert, alertOf(text));
}

function outcomeOf(signature: XmlElement, claims: Claims, key: SigningKey | null, signed: Signed) {
  if (coverOf(claims) !== 'document') {
    return { holds: null, why: 'it is not over the whole alert, so it says nothing of it' };
  }
  if (key === null) return { holds: null, why: 'it names no key by which it could be tried' };
  if (hasInstructions(signed.text, signed.root)) {
    return { holds: null, why: 'instructions about the alert are signed that are not read here' };
  }
  const own = signed.text.slice(signature.from, signature.to);
  const holds = [...statesOf(signed, signature)].some((text) => check(own, key, text));
  const why = holds
    ? `it was made with the key ${key.fingerprint}; nobody here vouches for whose that is`
    : 'the alert is not what was signed with that key, or a method of the signature is not known';
  return { holds, why };
}

function reportOf(signature: XmlElement, signed: Signed): SignatureReport {
  const claims = claimsOf(signature);
  const key = keyOf(signature);
  const digestMethods = claims.references.map((reference) =>
    algorithmOf(childrenOf(reference, 'DigestMethod')[0]),
  );
  const { holds, why } = outcomeOf(signature, claims, key, signed);
  return {
    signatureMethod: claims.signatureMethod,
    canonicalization: claims.canonicalization,
    digestMethods,
    covers: coverOf(claims),
    isWeak: [claims.signatureMethod, ...digestMethods].some((one) => /sha1$/i.test(one)),
    key,
    holds,
    said: why,
  };
}

/** What is to be said of each signature of an alert, in their order; of a feed's alerts nothing. */
export function reportSignatures(bytes: Uint8Array): readonly SignatureReport[] {
  const read = readXml(bytes, CAP_BOUNDS);
  if ('fault' in read) return [];
  const { text, root } = read;
  const signatures = childrenOf(root, 'Signature');
  const signed = { text, root, signatures };
  return signatures.slice(0, SIGNATURES_MAX).map((signature) => reportOf(signature, signed));
}
