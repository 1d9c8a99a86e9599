/**
 * The `format` by which a JSON Schema tells what a text is, so that forms offer and explain it;
 * beside `date`, `date-time` and what documents have.
 */

/** An actor, by code or name of the registry. */
export const ACTOR_FORMAT = 'actor';
/** An instant, written to the minute or finer. */
export const INSTANT_FORMAT = 'date-time';
/** A name in small letters, by which others speak of a thing. */
export const NAME_FORMAT = 'name';
/** An exact number or fraction. */
export const FRACTION_FORMAT = 'fraction';
/** Words with square brackets, as a list of them. */
export const BRACKETED_FORMAT = 'bracketed-words';
