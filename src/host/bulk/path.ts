/** Where the public record is given out as files. */
export const BULK_PATH = '/export';
/** Act by act, from any place on. */
export const BULK_ACTS_PATH = '/export/acts.ndjson';
