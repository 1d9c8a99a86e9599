import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';
import type { Link } from './layout.tsx';

export interface PageFooterProps {
  text: Text;
  /** The node's own name, as `world.example`. */
  nodeName: string;
  /** How many acts the record behind this page holds. */
  position?: number;
  /** The API, feeds, export: what machines read. */
  links: readonly Link[];
}

/** Says whose page it is, which state of the record it shows, and what it depends on. */
export function PageFooter({ text, nodeName, position, links }: PageFooterProps): Markup {
  return (
    <footer class="site-footer">
      <div class="wrap site-footer-row">
        <div>
          <p>
            {text('ui.footer.node')} <b translate="no">{nodeName}</b>
            {position === undefined ? null : <> · {text('ui.footer.position', { position })}</>}
          </p>
          <p>{text('ui.footer.function')}</p>
        </div>
        <nav aria-label={text('ui.footer')}>
          <ul class="plain-list">
            {links.map((link) => (
              <li>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
