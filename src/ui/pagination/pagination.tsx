import type { Markup } from '../markup.ts';
import { formatNumber } from '../text/format.ts';
import type { Text } from '../text/text.ts';

export interface PaginationProps {
  text: Text;
  /** What is paged, for ears: "Acts, pages". */
  label?: string;
  /** From 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** The first, the last, and those around the present page; 0 stands for a gap. */
export function pagesShown(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const shown = [...new Set(wanted)].sort((a, b) => a - b);
  return shown.flatMap((one, index) => {
    const before = shown[index - 1] ?? 0;
    if (one - before <= 1) return [one];
    // A gap of one page would be wider than the page itself.
    return one - before === 2 ? [one - 1, one] : [0, one];
  });
}

/** Links to the other pages of a list; nothing where there is only one. */
export function Pagination({ text, label, page, pages, hrefOf }: PaginationProps): Markup | null {
  if (pages <= 1) return null;
  return (
    <nav class="pagination" aria-label={label ?? text('ui.pagination')}>
      <ul class="plain-list">
        {page > 1 ? (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              {text('ui.pagination.previous')}
            </a>
          </li>
        ) : null}
        {pagesShown(page, pages).map((one) => (
          <li>
            {one === 0 ? (
              '…'
            ) : (
              <a
                href={hrefOf(one)}
                aria-label={text('ui.pagination.page', { page: one })}
                aria-current={one === page ? 'page' : undefined}
              >
                {formatNumber(text.locale, one)}
              </a>
            )}
          </li>
        ))}
        {page < pages ? (
          <li>
            <a href={hrefOf(page + 1)} rel="next">
              {text('ui.pagination.next')}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
