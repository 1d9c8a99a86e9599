import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';
import type { Link } from '../layout/layout.tsx';

export interface PracticeBandProps {
  text: Text;
  /** The way on, the way back, and out. */
  links: readonly Link[];
}

/**
 * Says on every page of a practice, on paper too, that nothing there is real. Where it stands, the
 * page takes another accent, so that nobody who looks up only once mistakes it.
 */
export function PracticeBand({ text, links }: PracticeBandProps): Markup {
  return (
    <aside class="practice-band" aria-label={text('ui.practice')}>
      <div class="wrap practice-band-row">
        <p>
          <b>{text('ui.practice')}</b> {text('ui.practice.invented')}
        </p>
        <ul class="plain-list">
          {links.map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
