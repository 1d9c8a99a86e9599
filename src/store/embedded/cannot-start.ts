/**
 * Why the node cannot start, in a sentence for whoever runs it. The host prints the message without
 * a stack and ends with a non-zero code.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
