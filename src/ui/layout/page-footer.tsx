import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';
import type { Link } from './layout.tsx';

/** A link that keys lead to as well, `g a`. */
export interface KeyedLink extends Link {
  keys?: string;
}

export interface FooterColumn {
  label: string;
  links: readonly KeyedLink[];
}

export interface PageFooterProps {
  text: Text;
  /** The node's own name, as `world.example`. */
  nodeName: string;
  /** How many acts the record behind this page holds. */
  position?: number;
  /** Where one can go from everywhere, by what one is after. */
  columns: readonly FooterColumn[];
}

/** Says whose page it is, which state of the record it shows, and where one can go from here. */
export function PageFooter({ text, nodeName, position, columns }: PageFooterProps): Markup {
  return (
    <footer class="site-footer">
      <div class="wrap">
        <nav aria-label={text('ui.footer')} class="site-footer-columns">
          {columns.map(({ label, links }) => (
            <div>
              <p class="site-footer-head">{label}</p>
              <ul class="plain-list">
                {links.map((link) => (
                  <li>
                    <a href={link.href} data-keys={link.keys}>
                      {link.label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <p>
          {text('ui.footer.node')} <b translate="no">{nodeName}</b>
          {position === undefined ? null : <> · {text('ui.footer.position', { position })}</>}
        </p>
        {position === undefined ? null : <p>{text('ui.footer.function')}</p>}
      </div>
    </footer>
  );
}
