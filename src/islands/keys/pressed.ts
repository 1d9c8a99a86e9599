/** What a key means, whatever the layout of the keyboard. */

const LETTER = /^[a-z]$/i;

/** The letter of a key: as it writes in Latin, else as it stands on the keyboard. */
export function letterOf({ key, code }: { key: string; code: string }): string {
  if (LETTER.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : '';
}

const isAscii = (key: string): boolean => /^[\x20-\x7e]$/.test(key);

interface Pressed {
  key: string;
  code: string;
  shiftKey: boolean;
}

/** On layouts that write other letters, the key of the slash is the one at its place. */
export function isSlash({ key, code, shiftKey }: Pressed): boolean {
  return key === '/' || (code === 'Slash' && !shiftKey && !isAscii(key));
}

/** A question mark, the Arabic one too. */
export function isHelp({ key, code, shiftKey }: Pressed): boolean {
  return key === '?' || key === '؟' || (code === 'Slash' && shiftKey && !isAscii(key));
}

/** No key is held down beside it, but for shift. */
export function isSingle(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1;
}

/** Whether something is typed or chosen there. */
export function isTyped(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable]') !== null;
}
