/** Edits of bytes, as test vectors write how a good file becomes a bad one. */

export interface Edit {
  /** At this byte of the good file, so many bytes give way to a text. */
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** The bytes with the edits made, the last of them first. */
export function edited(whole: Buffer, edits: readonly Edit[]): Buffer {
  return edits.toReversed().reduce((bytes, { at, removed, inserted }) => {
    const rest = bytes.subarray(at + removed);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(inserted), rest]);
  }, whole);
}
