/** From a draft to a candidate: everything that can be said without looking at the record. */
import { BYTES_RULE, HEADER_BYTES_MAX, Header, PAYLOAD_BYTES_MAX } from '../kernel/act.ts';
import { partOf, streamOf } from '../kernel/act.ts';
import { type Json, canonicalFault } from '../kernel/canonical.ts';
import { CLEAR, type Marking, markedFor } from '../kernel/marking.ts';
import { type Members, NARROWER_RULE, cutPayload } from '../kernel/narrower.ts';
import { withoutNotes } from '../kernel/release-note.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import {
  audienceFault,
  firstIssue,
  holdsNul,
  schemaFault,
  unknownType,
} from './candidate-faults.ts';
import { type DraftCandidate, type DraftedPart, headerOf } from './candidate.ts';
import type { Catalog, Found } from './catalog.ts';
import type { DraftAct, NarrowerPart } from '../kernel/submission.ts';
import { TEXT_RULE } from './rules.ts';

const LONGEST_NETWORK = 'n'.repeat(63);

/** Stands in for what only the record can fill in, so that the rest is checked before. */
const UNSETTLED = {
  key: '0'.repeat(32),
  stream: '',
  seq: 1,
  prev: null,
  issuedAt: '2000-01-01T00:00:00.000Z',
};

/** Whatever the record fills in, the header must have room for it. */
function sizeFault(header: Header): Refusal | null {
  const stream = streamOf(header.author, header.marking);
  const longest = { ...header, stream, seq: Number.MAX_SAFE_INTEGER, prev: '0'.repeat(64) };
  // Unsorted text is as long as canonical text.
  return Buffer.byteLength(JSON.stringify(longest)) <= HEADER_BYTES_MAX
    ? null
    : refuse(
        BYTES_RULE,
        said('The header is larger than {$headerBytesMax} bytes.', {
          headerBytesMax: HEADER_BYTES_MAX,
        }),
      );
}

function headerFault(candidate: DraftCandidate): Refusal | null {
  const parts = candidate.parts.map(({ marking }) => {
    return { digest: '0'.repeat(64), ...(marking === undefined ? {} : { marking }) };
  });
  const header = Header.safeParse({
    ...headerOf(candidate, LONGEST_NETWORK),
    ...UNSETTLED,
    parts,
  });
  if (!header.success) {
    const { path, message } = firstIssue(header.error.issues);
    return refuse(
      BYTES_RULE,
      said('Member {$path} of the header is not well formed: {$message}.', { path, message }),
      {
        values: { path, message },
      },
    );
  }
  const size = audienceFault(candidate.marking) ?? sizeFault(header.data);
  if (size) return size;
  // The source is the one free text of a header; all else has passed a pattern.
  const source = header.data.basis.kind === 'recorded' ? header.data.basis.source : '';
  if (source.includes('\0')) return refuse(TEXT_RULE, said('The source holds a NUL.'));
  return source.isWellFormed()
    ? null
    : refuse(BYTES_RULE, said('The source has no canonical form: a lone surrogate in text.'));
}

function rawFault(payload: unknown): Refusal | null {
  const fault = canonicalFault(payload);
  if (fault)
    return refuse(BYTES_RULE, said('The payload has no canonical form: {$fault}.', { fault }));
  return payload === null || typeof payload !== 'object' || Array.isArray(payload)
    ? refuse(BYTES_RULE, said('The payload is not an object.'))
    : null;
}

/** What is reserved goes to the actor itself and nobody else, unless its maker says so. */
function markingOf({ actor, marking }: DraftAct, reserved = false): Marking {
  if (marking !== undefined) return marking;
  return reserved ? markedFor('amber+strict', [actor]) : CLEAR;
}

const sizeOf = (parts: readonly DraftedPart[]): number =>
  parts.reduce((total, { part }) => total + part.bytes.byteLength, 0);

/** Whether what all may see of the act is one of its type by itself. */
function fitsAlone(found: Found, [wide]: readonly DraftedPart[]): boolean {
  return found.definition.payload.safeParse(withoutNotes(wide?.members ?? {})).success;
}

/** The payload in its parts, salted; or what is wrong with them whatever the record holds. */
function partsOf(
  found: Found,
  marking: Marking,
  raw: Members,
  narrower: readonly NarrowerPart[],
): readonly DraftedPart[] | Refusal {
  const cut = cutPayload(found.definition, marking, raw, narrower);
  if ('refused' in cut) return cut;
  const parts = cut.map(({ payload: members, ...marked }) => {
    return { ...marked, members, part: partOf(members) };
  });
  if (sizeOf(parts) > PAYLOAD_BYTES_MAX) {
    return refuse(
      BYTES_RULE,
      said('The payload is larger than {$payloadBytesMax} bytes.', {
        payloadBytesMax: PAYLOAD_BYTES_MAX,
      }),
    );
  }
  if (parts.some(({ part }) => holdsNul(part.bytes))) {
    return refuse(TEXT_RULE, said('A text of the payload holds a NUL.'));
  }
  return narrower.length === 0 || fitsAlone(found, parts)
    ? parts
    : refuse(
        NARROWER_RULE,
        said('What all may see of the act is no {$type} by itself.', {
          type: found.definition.type,
        }),
      );
}

/** Makes a draft ready to be judged, or says what is wrong with it whatever the record holds. */
export function draftCandidate(
  catalog: Catalog,
  operator: string,
  draft: DraftAct,
): DraftCandidate | Refusal {
  const found = catalog.find(draft.type);
  if (!found) return unknownType(draft.type);
  const fault = rawFault(draft.payload);
  if (fault) return fault;
  // `rawFault` has seen that it is an object, and that every member is JSON.
  const raw = draft.payload as Record<string, Json>;
  const marking = markingOf(draft, found.definition.reserved);
  const parts = partsOf(found, marking, raw, draft.narrower ?? []);
  if ('refused' in parts) return parts;
  const parsed = found.definition.payload.safeParse(withoutNotes(raw));
  if (!parsed.success) return schemaFault(found, parsed.error.issues);
  const candidate: DraftCandidate = {
    kind: 'draft',
    found,
    author: draft.author ?? operator,
    marking,
    register: draft.register,
    mandate: draft.mandate ?? null,
    payload: parsed.data,
    sizeBytes: sizeOf(parts),
    draft,
    parts,
    raw,
  };
  return headerFault(candidate) ?? candidate;
}
