/** A pattern too long for one line, from its pieces; unreadable patterns are not kept on one. */
export function pattern(flags: string, ...pieces: readonly string[]): RegExp {
  return new RegExp(pieces.join(''), flags);
}
