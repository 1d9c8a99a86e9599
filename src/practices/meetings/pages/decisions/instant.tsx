/** Instants on the pages of decisions. */
import type { Markup } from '../../../../ui/markup.ts';
import { formatInstant } from '../../../../ui/text/format.ts';
import type { Text } from '../../../../ui/text/text.ts';

/** `2026-03-06 18:00:00 UTC` */
const SECONDS_CHARACTERS = 19;

/** An instant in the reader’s language, in UTC; `exact`: to the second, as a deadline needs it. */
export function Instant({
  text,
  at,
  exact = false,
}: {
  text: Text;
  at: string | null;
  exact?: boolean;
}): Markup {
  if (at === null) return <>–</>;
  if (!exact) return <time datetime={at}>{formatInstant(text.locale, at)}</time>;
  return (
    <time datetime={at} dir="ltr" translate="no">
      {at.slice(0, SECONDS_CHARACTERS).replace('T', ' ')} UTC
    </time>
  );
}
