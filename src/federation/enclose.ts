/** What a node may see and has not been sent yet, in bundles of the size of an envelope. */
import { hash } from 'node:crypto';
import type { Viewer } from '../kernel/define-area.ts';
import type { Given, StreamEnd } from '../kernel/exchange.ts';
import { own } from '../kernel/own.ts';
import { type BundleHead, type Section, writeBundle } from './bundle.ts';
import { framedBytes } from './wire.ts';

/** Bytes of acts in one envelope, but for its last page: with one more it is within an envelope. */
export const ENCLOSED_BYTES_MAX = 4 * 1024 * 1024;

/** How far each stream went, by name. */
export type Ends = Readonly<Record<string, number>>;

export interface Enclosing {
  readonly head: BundleHead;
  readonly recipientKey: Uint8Array;
  /** On whose behalf the recipient reads. */
  readonly viewer: Viewer;
  readonly since: Ends;
  readonly only: (end: StreamEnd) => boolean;
}

export interface Enclosure {
  readonly content: Uint8Array;
  /** How far the streams in it go. */
  readonly ends: Ends;
}

/** What only those know who opened an envelope: by it the recipient says that it arrived. */
export function arrivalProof(content: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from('concord arrived v1\n'), content]), 'hex');
}

/** The next enclosure; null where there is nothing to send. */
export async function enclose(given: Given, enclosing: Enclosing): Promise<Enclosure | null> {
  const { head, recipientKey, viewer, since, only } = enclosing;
  const sections: Section[] = [];
  const ends = new Map<string, number>();
  let bytes = 0;
  for (const end of (await given.heads(viewer)).filter(only)) {
    let from = (own(since, end.stream) ?? 0) + 1;
    while (from <= end.seq && bytes < ENCLOSED_BYTES_MAX) {
      const acts = await given.page(viewer, end.stream, from);
      if (acts.length === 0) break;
      sections.push({ kind: 'acts', acts });
      bytes += acts.reduce((sum, act) => sum + framedBytes(act), 0);
      from += acts.length;
      ends.set(end.stream, from - 1);
    }
  }
  if (sections.length === 0) return null;
  const chunks: Uint8Array[] = [];
  const each = async function* (): AsyncGenerator<Section> {
    for (const section of sections) yield await Promise.resolve(section);
  };
  for await (const chunk of writeBundle(head, recipientKey, each())) chunks.push(chunk);
  return { content: Buffer.concat(chunks), ends: Object.fromEntries(ends) };
}

/** The later end of each stream. */
export function furthest(...all: readonly Ends[]): Ends {
  const ends = new Map<string, number>();
  for (const [stream, seq] of all.flatMap((one) => Object.entries(one))) {
    ends.set(stream, Math.max(seq, ends.get(stream) ?? 0));
  }
  return Object.fromEntries(ends);
}
