/** How a page may leave: for everyone, for whoever asked, or sealed for the node that asked. */
import { isSealedLevel } from './sealing.ts';
import { HEADER_BYTES_MAX, type Header, type SignedAct, checkHeader } from '../kernel/act.ts';
import { parseCanonical } from '../kernel/canonical.ts';
import { isRefusal } from '../kernel/refusal.ts';

/** Members named so stand in a header once, and again for each part that is narrower. */
const MARKING = Buffer.from('"marking":{', 'utf8');

/** The header of an act that is on record here. */
export function headerOf({ header }: SignedAct): Header {
  // Acts on record were read by the kernel before.
  const read = checkHeader(JSON.parse(Buffer.from(header).toString('utf8')));
  if (isRefusal(read)) throw new Error(read.reason);
  return read;
}

/** Whether a part of the act is marked apart. Most are not, so no header is parsed to tell. */
function hasNarrowerParts({ header }: SignedAct): boolean {
  const bytes = Buffer.from(header.buffer, header.byteOffset, header.byteLength);
  const first = bytes.indexOf(MARKING);
  return bytes.indexOf(MARKING, first + MARKING.byteLength) > 0;
}

/** Whether a part that is at hand is marked so that it leaves sealed. */
function holdsSealedPart(act: SignedAct): boolean {
  return headerOf(act).parts.some(
    ({ marking }, at) => marking !== undefined && act.parts[at] !== null && isSealedLevel(marking),
  );
}

/** What is to be heeded when a page leaves. All its acts are of one stream and one marking. */
export interface PageCare {
  readonly isSealed: boolean;
  /** Whether everyone is answered the same. */
  readonly isForAll: boolean;
}

/** How a page of at least one act may leave. */
export function pageCare(acts: readonly [SignedAct, ...SignedAct[]]): PageCare {
  const { marking } = headerOf(acts[0]);
  const narrower = acts.filter((act) => hasNarrowerParts(act));
  return {
    isSealed: isSealedLevel(marking) || narrower.some((act) => holdsSealedPart(act)),
    isForAll: marking.level === 'clear' && narrower.length === 0,
  };
}

/** Whether the header can be read; what cannot is none of this record's. */
const isReadable = ({ header }: SignedAct): boolean => {
  const parsed = parseCanonical(header, HEADER_BYTES_MAX);
  return 'value' in parsed && !isRefusal(checkHeader(parsed.value));
};

/**
 * Whether acts, of any streams, leave sealed for their recipient alone. What is not an act, and so
 * says nothing of who may see it, does.
 */
export function leavesSealed(acts: readonly SignedAct[]): boolean {
  return acts.some(
    (act) => !isReadable(act) || isSealedLevel(headerOf(act).marking) || holdsSealedPart(act),
  );
}
