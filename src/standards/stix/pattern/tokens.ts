/** Parts of a STIX pattern (section 9), read from left to right. */

export type TokenKind =
  | 'word'
  | 'text'
  | 'number'
  | 'instant'
  | 'bytes'
  | 'compare'
  | 'punctuation'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Place of its first character in the pattern, from 1. */
  readonly at: number;
}

const BLANKS =
  '[ \\t\\r\\n\\v\\f\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const SPACE = new RegExp(`${BLANKS}+|/\\*[^]*?\\*/|//[^\\r\\n]*`, 'y');
const DAY = '\\d{4}-(?:0[1-9]|1[012])-(?:0[1-9]|[12]\\d|3[01])';
const HOUR = '(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?';

/** In this order: what begins like a word may be a literal. */
const FORMS: readonly (readonly [TokenKind, RegExp])[] = [
  ['instant', new RegExp(`t'${DAY}T${HOUR}Z'`, 'y')],
  ['bytes', /h'(?:[0-9a-fA-F]{2})*'/y],
  ['bytes', /b'(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?'/y],
  ['text', /'(?:[^'\\]|\\['\\])*'/y],
  ['number', /[+-]?(?:\d*\.\d+|0|[1-9]\d*)(?![\w.])/y],
  ['word', /[a-zA-Z_][a-zA-Z0-9_-]*/y],
  ['compare', /==|!=|<>|<=|>=|=|<|>/y],
  ['punctuation', /[[\]().,:*]/y],
];

/** Reads the tokens of a pattern, or gives the place where there is none. */
export function readTokens(pattern: string): readonly Token[] | { readonly faultAt: number } {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at = behindSpace(pattern, at);
    if (at >= pattern.length) break;
    const found = tokenAt(pattern, at);
    if (!found) return { faultAt: at + 1 };
    tokens.push(found);
    at += found.text.length;
  }
  return [...tokens, { kind: 'end', text: '', at: at + 1 }];
}

/** The place behind white space and comments. */
function behindSpace(pattern: string, from: number): number {
  let at = from;
  for (;;) {
    SPACE.lastIndex = at;
    const found = SPACE.exec(pattern)?.[0] ?? '';
    if (found === '') return at;
    at += found.length;
  }
}

function tokenAt(pattern: string, at: number): Token | null {
  for (const [kind, form] of FORMS) {
    form.lastIndex = at;
    const text = form.exec(pattern)?.[0];
    if (text) return { kind, text, at: at + 1 };
  }
  return null;
}
