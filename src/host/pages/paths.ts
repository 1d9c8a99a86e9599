/** Paths that stand in every page, and what makes an address one of this node. */

/** Where a choice of light or dark is sent. */
export const THEME_PATH = '/theme';
/** The list of the keys that pages know. */
export const SHORTCUTS_PATH = '/shortcuts';

/** A path of this node, never an address elsewhere: `//host` and `/\host` are such. */
export function ownPath(to: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(to) && to.length <= 1000 ? to : '/';
}
