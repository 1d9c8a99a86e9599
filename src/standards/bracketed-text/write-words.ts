/** Writes words with square brackets, so that reading them gives the same words again. */
import {
  type Alternative,
  type Attribution,
  type Inline,
  attributed,
  isBracket,
  isPlaceholder,
  normalWords,
} from './bracketed-text.ts';
import { BEFORE, BEHIND, EMPTY_PLACE } from './read-words.ts';

/** What an actor is called in a text; the same that `NameActor` knows it by. */
export type CallActor = (actor: string) => string;

/** Signs that say something are made ordinary ones; notes’ marks stay as they are. */
function escaped(text: string, isWithin: boolean): string {
  const signs = text.replaceAll(/\[\^[\w-]{1,20}\]|[\\[\]]/g, (sign) =>
    sign.length > 1 ? sign : `\\${sign}`,
  );
  return isWithin ? signs.replaceAll(/(?<= |^)\/(?= |$)/g, '\\/') : signs;
}

/** A placeholder by its sign, or by its name behind one. */
function placeholder(label: string): string {
  return EMPTY_PLACE.test(label) ? `[${label}]` : `[… ${label}]`;
}

/** Whether a bracket holding these words alone would be read as an empty place. */
const isLikePlace = (words: string): boolean =>
  EMPTY_PLACE.test(words) || /^(\.{3}|…) /.test(words);

function behind({ by = [], supportedBy = [], opposedBy = [] }: Attribution, call: CallActor) {
  const names = (actors: readonly string[]): string => actors.map(call).join(', ');
  const said = [
    ...(supportedBy.length === 0 ? [] : [`supported by ${names(supportedBy)}`]),
    ...(opposedBy.length === 0 ? [] : [`opposed by ${names(opposedBy)}`]),
  ];
  return {
    before: by.length === 0 ? '' : `${names(by)}: `,
    after: said.length === 0 ? '' : ` (${said.join('; ')})`,
  };
}

/** Keeps words from being read as names before them or behind them. */
function guarded(written: string, before: string, after: string): string {
  const colon = before === '' ? BEFORE.exec(written) : null;
  const front = colon ? written.replace(':', '\\:') : written;
  if (after !== '' || !BEHIND.test(front)) return front;
  const at = front.lastIndexOf('(');
  return `${front.slice(0, at)}\\${front.slice(at)}`;
}

function alternative(one: Alternative, call: CallActor): string {
  const { words, ...people } = attributed(one);
  const { before, after } = behind(people, call);
  const written = inlines(words, call, true);
  const isTaken = isLikePlace(written) || written.startsWith('^');
  const whole = words.length > 0 && isTaken ? `\\${written}` : written;
  return `[${before}${guarded(whole, before, after)}${after}]`;
}

function inlines(words: readonly Inline[], call: CallActor, isWithin: boolean): string {
  let written = '';
  let isAfterBracket = false;
  for (const inline of words) {
    const isSquare = isBracket(inline) || isPlaceholder(inline);
    // Brackets side by side would be alternatives of one.
    if (isSquare && isAfterBracket) written += '\\&';
    if (isBracket(inline)) {
      written += inline.alternatives.map((one) => alternative(one, call)).join('');
    } else if (isPlaceholder(inline)) written += placeholder(inline.placeholder);
    else written += escaped(inline, isWithin);
    isAfterBracket = isSquare;
  }
  return written;
}

/** Words as text, with brackets and whose they are. */
export function writeWords(words: readonly Inline[], call: CallActor = (actor) => actor): string {
  return inlines(normalWords(words), call, false);
}
