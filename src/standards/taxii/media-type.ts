/** Which media types are taken and given: one type, in one version. Section 3.8.1. */
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { RULES } from './rules.ts';

export const TAXII_TYPE = 'application/taxii+json;version=2.1';
/** The type of objects, as manifests name it. */
export const STIX_TYPE = 'application/stix+json;version=2.1';

const HEADER_LENGTH_MAX = 2000;
const [ESSENCE, VERSION] = ['application/taxii+json', '2.1'];

interface MediaRange {
  readonly essence: string;
  readonly version: string | null;
  readonly isRefused: boolean;
}

function readRange(text: string): MediaRange {
  const [essence = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const values = new Map(
    parameters.map((parameter) => {
      const [name = '', value = ''] = parameter.split('=').map((part) => part.trim());
      return [name, value.replaceAll('"', '')];
    }),
  );
  const isRefused = /^0(\.0{0,3})?$/.test(values.get('q') ?? '1');
  return { essence, version: values.get('version') ?? null, isRefused };
}

/**
 * Whether an answer may be given to who sends the header; null where it may. A range without a
 * version takes any version; so does who sends no header at all.
 */
export function judgeAccept(accept: string | null): Refusal | null {
  const ranges = (accept ?? '*/*').slice(0, HEADER_LENGTH_MAX).split(',').map(readRange);
  const isTaken = ranges.some(
    ({ essence, version, isRefused }) =>
      !isRefused &&
      (['*/*', 'application/*'].includes(essence) ||
        (essence === ESSENCE && (version === null || version === VERSION))),
  );
  if (isTaken) return null;
  return refuse(RULES.accept, said('No media type that is asked for can be given here.'), {
    remedy: said('Send “Accept: {$taxiiType}”.', { taxiiType: TAXII_TYPE }),
  });
}

/** Whether a body of the type is read; null where it is. */
export function judgeContentType(contentType: string | null): Refusal | null {
  const { essence, version } = readRange((contentType ?? '').slice(0, HEADER_LENGTH_MAX));
  if (essence === ESSENCE && (version === null || version === VERSION)) return null;
  return refuse(RULES.contentType, said('The body is of a media type that is not read here.'), {
    remedy: said('Send “Content-Type: {$taxiiType}”.', { taxiiType: TAXII_TYPE }),
  });
}
