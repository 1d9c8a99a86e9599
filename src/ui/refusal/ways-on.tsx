import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';

export interface WaysOnProps {
  text: Text;
  searchAction: string;
  /** What the reader was after, as far as the address tells. */
  words: string;
  links: readonly { href: string; label: string }[];
}

/** What one can do where a page is not: search for it, or begin at what stands above it. */
export function WaysOn({ text, searchAction, words, links }: WaysOnProps): Markup {
  return (
    <section class="ways-on" aria-labelledby="ways-on">
      <h2 id="ways-on">{text('ui.ways')}</h2>
      <form action={searchAction} method="get" role="search" aria-labelledby="ways-on">
        <label for="ways-search">{text('ui.ways.search')}</label>
        <input id="ways-search" type="search" name="q" value={words} maxlength={200} />
        <button type="submit">{text('ui.search')}</button>
      </form>
      <p>
        {text('ui.ways.to')}{' '}
        {links.map(({ href, label }, at) => (
          <>
            {at === 0 ? null : ' · '}
            <a href={href}>{label}</a>
          </>
        ))}
      </p>
    </section>
  );
}
