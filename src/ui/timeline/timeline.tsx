import type { Content, Markup } from '../markup.ts';
import { PlainDate } from '../plain-date/plain-date.tsx';
import type { Text } from '../text/text.ts';

/** One dated act. */
export interface TimelineItem {
  on: string;
  title: Content;
  detail?: Content;
  /** `strong`: changed where things stand; `late`: overdue; `coming`: not yet. */
  weight?: 'strong' | 'late' | 'coming';
  /** A word beside the date, as "overdue"; a colour alone would say nothing. */
  remark?: string;
}

export interface TimelineProps {
  text: Text;
  items: readonly TimelineItem[];
  /** Without the line: for a few acts or dues beside the page. */
  plain?: boolean;
  /** How many stand unfolded; the others follow in a fold, which paper shows. */
  itemsFirst?: number;
}

/** Fewer are not worth a click. */
const FOLDED_MIN = 4;

/** Dated acts in the order given, one below the other. */
export function Timeline(props: TimelineProps): Markup {
  const { text, items, itemsFirst = items.length } = props;
  const folded = items.length - itemsFirst >= FOLDED_MIN;
  const first = folded ? items.slice(0, itemsFirst) : items;
  const rest = items.slice(first.length);
  if (rest.length === 0) return <Items {...props} />;
  return (
    <>
      <Items {...props} items={first} />
      <details class="fold">
        <summary>{text('ui.fold.rest', { count: rest.length })}</summary>
        <Items {...props} items={rest} />
      </details>
    </>
  );
}

function Items({ text, items, plain = false }: TimelineProps): Markup {
  return (
    <ol class={plain ? 'timeline timeline-plain plain-list' : 'timeline plain-list'}>
      {items.map((item) => (
        <li class={item.weight === undefined ? undefined : `timeline-${item.weight}`}>
          <span class="timeline-date">
            <PlainDate text={text} on={item.on} style="short" />
            {item.remark === undefined ? null : <> · {item.remark}</>}
          </span>
          <span class="timeline-title">{item.title}</span>
          {item.detail === undefined ? null : <small>{item.detail}</small>}
        </li>
      ))}
    </ol>
  );
}
