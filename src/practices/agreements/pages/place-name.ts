/** What places are called in the reader's language. */
import type { Text } from '../../../ui/text/text.ts';

/** A place as acts have it, in the reader's language where the catalogue knows it. */
export function placeName(text: Text, place: string): string {
  const key = `agreements.place.${place.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
  return text.has(key) ? text(key) : place;
}
