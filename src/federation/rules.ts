/** The rules by which a node says no to another node, or to what comes from one. */
import { rule } from '../kernel/law.ts';

export const ADDRESS_RULE = rule(
  'peer.address',
  'did:web Method Specification, sections 2 and 3; RFC 3986',
  'A node is reached under one https address, written in one way.',
);
export const PRIVATE_RULE = rule(
  'peer.public',
  'IANA special-purpose address registries (RFC 6890)',
  'A node speaks to public addresses only, except to those that its operator names.',
);
export const UNREACHABLE_RULE = rule(
  'peer.reached',
  'RFC 9110; RFC 9112',
  'A node that is followed answers, in HTTP.',
);
export const BOUNDS_RULE = rule(
  'peer.bounds',
  'Concord federation, "Transport"',
  'What a node answers is no larger, and comes no slower, than the limits that are named.',
);
export const REDIRECT_RULE = rule(
  'peer.no-redirect',
  'Concord federation, "Transport"',
  'A node answers at its own address, and sends nobody on to another.',
);
export const STATEMENT_RULE = rule(
  'peer.statement',
  'Concord federation, "What a node says of itself"; RFC 8032; RFC 8785',
  'A node says who operates it, with which keys, in a statement that its operator signed.',
);
export const PINNED_RULE = rule(
  'peer.pinned',
  'Concord federation, "Keys and mandates"',
  'The key of a node is the one that was confirmed, until the record says that it was rotated.',
);
export const REQUEST_RULE = rule(
  'peer.request',
  'RFC 7515; RFC 9864; Concord federation, "Signed requests"',
  'A request of a node is signed by its operator, for this node, this address and this once.',
);
export const KNOWN_RULE = rule(
  'peer.known',
  'Concord federation, "Signed requests"',
  'A request is answered as that of a node whose operator’s key is on record here.',
);
export const FRAME_RULE = rule(
  'peer.frame',
  'Concord federation, "Pages on the wire"',
  'Acts travel in frames of exact lengths, within the limits that are named.',
);
export const SEAL_RULE = rule(
  'peer.seal',
  'RFC 9180',
  'What is sealed is opened by the recipient that it was sealed for, for its purpose alone.',
);
export const BUNDLE_RULE = rule(
  'peer.bundle',
  'Concord federation, "Bundles"',
  'A bundle is whole: its sections stand in order, and its end vouches for them.',
);
export const STREAMS_RULE = rule(
  'peer.streams',
  'Concord federation, "Streams"',
  'A node offers streams that it was released, and pages that continue them.',
);
export const FORK_RULE = rule(
  'peer.fork',
  'Concord federation, "Streams"',
  'Two valid acts at one place of a stream prove that its author said two things.',
);
