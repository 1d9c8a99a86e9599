/** Acts on a text, made for tests: signed and admitted one second after another. */
import type { Inline } from '../../../../standards/bracketed-text/bracketed-text.ts';
import type { Change, TabledProvision } from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';
import type { Piece } from './show-words.ts';
import type { ShownProvision } from './show-text.ts';

const START = Date.UTC(2026, 5, 1, 9);

const instant = (second: number): string => new Date(START + second * 1000).toISOString();

/** The id of the act with a number. */
export const actOf = (number: number): string => number.toString(16).padStart(64, '0');

type GivenProvision = Partial<TabledProvision>;
const isWords = (given: readonly Inline[] | GivenProvision): given is readonly Inline[] =>
  Array.isArray(given);

/** Writes acts on a text, and keeps those that were admitted. */
export class Conference {
  readonly facts: Fact[] = [];

  /** The number that the next act bears. */
  #next = 0;

  act(type: string, payload: object, actor = 'KEN', signedAfter: number = this.#next): string {
    const act = actOf(this.#next);
    this.facts.push({
      act,
      register: 'texts/draft',
      type: `meetings.${type}`,
      actor,
      author: actor,
      issuedAt: instant(signedAfter),
      recordedAt: instant(this.#next),
      ledger: this.#next,
      effectiveOn: null,
      source: null,
      marking: { level: 'clear', audience: null } as never, // No rule of texts reads it.
      payload,
    });
    this.#next += 1;
    return act;
  }

  table(...provisions: readonly (readonly Inline[] | GivenProvision)[]): string {
    return this.act('table-text', {
      title: { en: 'Draft' },
      session: 'first',
      language: 'en',
      sponsors: [],
      provisions: provisions.map((one, at) => ({
        id: `op-${at + 1}`,
        kind: 'operative',
        words: [],
        ...(isWords(one) ? { words: one } : one),
      })),
    });
  }

  propose(change: Change, actor = 'KEN', onBehalfOf: readonly string[] = []): string {
    return this.act('propose-change', { change, onBehalfOf }, actor);
  }

  stand(issue: string, stance: string, actor: string, alternative?: number): string {
    return this.act('stand-on-change', { issue, stance, alternative, onBehalfOf: [] }, actor);
  }

  settle(issue: string, as: string, alternative?: number): string {
    return this.act('settle-change', { issue, as, alternative }, 'NOR');
  }
}

/** Pieces as one reads them: brackets square, words that would go between tildes. */
export function read(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'words') return piece.text;
      if (piece.kind === 'placeholder') return `<${piece.text}>`;
      if (piece.kind === 'gap') return '…';
      return piece.options
        .map(({ pieces: inner, struckBy }) => {
          const strike = '~'.repeat(struckBy.length);
          return `[${strike}${read(inner)}${strike}]`;
        })
        .join('');
    })
    .join('');
}

/** Provisions as one reads them, a line each. */
export function readAll(shown: readonly ShownProvision[]): string[] {
  return shown.map(({ number, pieces, insertedBy, struckBy, alternatives, depth }) => {
    const words = [pieces, ...alternatives.map((one) => one.pieces)].map(read).join(' / ');
    const strike = '~'.repeat(struckBy.length);
    const line = `${number} ${strike}${words}${strike}`.trim();
    return '  '.repeat(depth) + (insertedBy === null ? line : `+ ${line}`);
  });
}
