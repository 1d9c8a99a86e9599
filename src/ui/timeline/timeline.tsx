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
}

/** Dated acts in the order given, one below the other. */
export function Timeline({ text, items, plain = false }: TimelineProps): Markup {
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
