/**
 * Whether a pattern follows the grammar of STIX patterning (section 9): observations in brackets,
 * joined by AND, OR and FOLLOWEDBY, and qualified; in each, comparisons of properties.
 */
import { type Token, readTokens } from './tokens.ts';

export const PATTERN_LENGTH_MAX = 64 * 1024;
/** How many brackets and parentheses may stand one in another. */
export const PATTERN_NESTING_MAX = 64;

/** What is wrong, thrown within this file only, and given as a value to whoever asks. */
class Fault extends Error {}

const OPERATORS_OF_TEXT: readonly string[] = ['LIKE', 'MATCHES', 'ISSUBSET', 'ISSUPERSET'];
const KEYWORDS: ReadonlySet<string> = new Set(
  ['AND', 'OR', 'NOT', 'FOLLOWEDBY', 'IN', 'EXISTS', 'START', 'STOP', 'WITHIN', 'SECONDS'].concat(
    ['REPEATS', 'TIMES', 'true', 'false', 'LAST'],
    OPERATORS_OF_TEXT,
  ),
);
const EQUALITY: readonly string[] = ['=', '==', '!=', '<>'];

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #nesting = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  pattern(): void {
    this.#observations();
    if (this.#next().kind !== 'end') this.#fail('the end, or AND, OR, FOLLOWEDBY');
  }

  #next(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? { kind: 'end', text: '', at: 0 };
  }

  #fail(expected: string): never {
    const { text, at } = this.#next();
    const found = text === '' ? 'its end' : `“${text.slice(0, 30)}”`;
    throw new Fault(`at character ${at} stands ${found}, expected is ${expected}`);
  }

  /** Takes a token of exactly this text, if it stands here. */
  #takes(...texts: readonly string[]): boolean {
    const { kind, text } = this.#next();
    if (kind === 'text' || !texts.includes(text)) return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#takes(text)) this.#fail(text);
  }

  #expectKind(kind: Token['kind'], what: string): string {
    const token = this.#next();
    if (token.kind !== kind) this.#fail(what);
    this.#at++;
    return token.text;
  }

  #nested(inner: () => void): void {
    this.#nesting++;
    if (this.#nesting > PATTERN_NESTING_MAX) {
      throw new Fault(`nested deeper than ${PATTERN_NESTING_MAX}`);
    }
    inner();
    this.#nesting--;
  }

  #observations(): void {
    do this.#observation();
    while (this.#takes('AND', 'OR', 'FOLLOWEDBY'));
  }

  #observation(): void {
    if (this.#takes('[')) {
      this.#nested(() => this.#comparisons());
      this.#expect(']');
    } else if (this.#takes('(')) {
      this.#nested(() => this.#observations());
      this.#expect(')');
    } else this.#fail('[ or (');
    while (this.#qualifier());
  }

  #qualifier(): boolean {
    if (this.#takes('START')) {
      this.#expectKind('instant', 'an instant');
      this.#expect('STOP');
      this.#expectKind('instant', 'an instant');
    } else if (this.#takes('WITHIN')) {
      this.#positiveNumber();
      this.#expect('SECONDS');
    } else if (this.#takes('REPEATS')) {
      if (this.#positiveNumber().includes('.')) this.#fail('a whole number of times');
      this.#expect('TIMES');
    } else return false;
    return true;
  }

  #positiveNumber(): string {
    if (this.#next().text.startsWith('-')) this.#fail('a number that is not negative');
    return this.#expectKind('number', 'a number');
  }

  #comparisons(): void {
    do this.#comparison();
    while (this.#takes('AND', 'OR'));
  }

  #comparison(): void {
    if (this.#takes('(')) {
      this.#nested(() => this.#comparisons());
      this.#expect(')');
    } else if (this.#takes('EXISTS')) this.#path();
    else if (this.#takes('NOT')) {
      this.#expect('EXISTS');
      this.#path();
    } else this.#propertyTest();
  }

  #propertyTest(): void {
    this.#path();
    this.#takes('NOT');
    if (this.#takes(...OPERATORS_OF_TEXT)) this.#expectKind('text', 'text in quotes');
    else if (this.#takes('IN')) this.#set();
    else {
      const operator = this.#expectKind('compare', 'a comparison');
      this.#literal(EQUALITY.includes(operator));
    }
  }

  #set(): void {
    this.#expect('(');
    if (this.#takes(')')) return;
    do this.#literal(true);
    while (this.#takes(','));
    this.#expect(')');
  }

  #literal(mayBeBoolean: boolean): void {
    if (mayBeBoolean && this.#takes('true', 'false')) return;
    if (!['text', 'number', 'instant', 'bytes'].includes(this.#next().kind)) this.#fail('a value');
    this.#at++;
  }

  /** `type:property`, then further properties after dots, and places in lists in brackets. */
  #path(): void {
    if (KEYWORDS.has(this.#next().text)) this.#fail('the type of an object');
    this.#expectKind('word', 'the type of an object');
    this.#expect(':');
    this.#property();
    for (;;) {
      if (this.#takes('.')) this.#property();
      else if (this.#takes('[')) this.#place();
      else return;
    }
  }

  #property(): void {
    const { kind, text } = this.#next();
    const isPlain = kind === 'word' && !text.includes('-');
    if (kind !== 'text' && !isPlain) this.#fail('the name of a property');
    this.#at++;
  }

  #place(): void {
    if (!this.#takes('*') && this.#expectKind('number', 'a place in a list').includes('.')) {
      this.#fail('a whole number');
    }
    this.#expect(']');
  }
}

/** What is wrong with a pattern, in words, or null where it follows the grammar. */
export function patternFault(pattern: string): string | null {
  if (pattern.length > PATTERN_LENGTH_MAX) return `longer than ${PATTERN_LENGTH_MAX} characters`;
  const tokens = readTokens(pattern);
  if ('faultAt' in tokens) return `at character ${tokens.faultAt} stands what no pattern holds`;
  try {
    new Parser(tokens).pattern();
    return null;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}
