/** The bounds of what a request may be and how often it may come. */
export const API_BODY_BYTES_MAX = 2 * 1024 * 1024;
export const FORM_BODY_BYTES_MAX = 1024 * 1024;
export const HEADER_BYTES_MAX = 16 * 1024;
export const ADDRESS_LENGTH_MAX = 4096;
/** A scan of 25 MiB comes in this time over a line of 700 kbit/s; headers have less. */
export const REQUEST_TIMEOUT_MILLISECONDS = 300_000;
export const HEADERS_TIMEOUT_MILLISECONDS = 15_000;
/** Longer than the usual minute of a proxy's idle connections, so that the proxy closes first. */
export const KEEP_ALIVE_MILLISECONDS = 65_000;
export const DRAIN_MILLISECONDS = 5_000;

/** Attempts to sign in, for each client address. */
export const SIGN_IN_ATTEMPTS_MAX = 10;
export const SIGN_IN_WINDOW_MILLISECONDS = 10 * 60_000;
/** Acts and previews, for each session or client address. */
export const ACT_REQUESTS_MAX = 300;
export const ACT_WINDOW_MILLISECONDS = 60_000;
/** Documents uploaded, for each session, in the same time. */
export const UPLOAD_REQUESTS_MAX = 30;
/** Registers exported as files, for each session or address: each is made anew and whole. */
export const EXPORT_REQUESTS_MAX = 20;
/** Files of the public record and parts of it: more than there are files, and no flood. */
export const BULK_REQUESTS_MAX = 300;
/** Messages of assistants: each asks one question, from one address or token. */
export const MCP_REQUESTS_MAX = 300;
/** A proof of one act takes a few reads; many people may ask from behind one address. */
export const PROOF_REQUESTS_MAX = 300;

/** Cards of pages that other sites ask for: each takes the processor for a moment. */
export const PREVIEW_REQUESTS_MAX = 60;

/** Ballots from one address in the same time: a whole conference may sit behind it. */
export const BALLOT_REQUESTS_MAX = 600;
/** Three hundred candidates named at their longest. */
export const BALLOT_BYTES_MAX = 32 * 1024;

/** Open pages that are told at once of what is admitted. */
export const LIVE_READERS_MAX = 2000;

export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 128;
/** RFC 5321, section 4.5.3.1.3, without the angle brackets. */
export const EMAIL_LENGTH_MAX = 254;
export const NAME_LENGTH_MAX = 120;
export const TOKENS_MAX = 50;
export const FIRST_LINK_HOURS = 24;
/** Long enough to reach someone over a weekend. */
export const INVITATION_HOURS = 72;
/** Actors and offices that one person is entrusted with. */
export const ENTRUSTED_MAX = 100;
