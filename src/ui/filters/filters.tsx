import type { Content, Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';

export interface FilterOption {
  value: string;
  label: string;
}

/** One thing to narrow a list by. A select's first option is the one that narrows nothing. */
export type Filter = { name: string; label: string; value: string } & (
  | { kind: 'search'; placeholder?: string }
  | { kind: 'date' }
  | { kind: 'select'; options: readonly FilterOption[] }
);

export interface FiltersProps {
  text: Text;
  /** Unique on the page; prefixes the ids of the fields. */
  id: string;
  /** Names the form for ears: "Filter the parties". */
  label: string;
  action: string;
  filters: readonly Filter[];
  /** Other query parameters to carry on, as the dates. */
  query?: Readonly<Record<string, string>>;
  /** How many of how many are shown. */
  shown?: { count: number; total: number };
  /** Where nothing is filtered; left out when nothing is. */
  clearHref?: string;
  /** The word on the button, where it does something else than narrow. */
  submit?: string;
  children?: Content;
}

/** A form that narrows a list by its address alone, so that what one sees can be sent on. */
export function Filters(props: FiltersProps): Markup {
  const { text, id, shown } = props;
  const own = new Set(props.filters.map((filter) => filter.name));
  const kept = Object.entries(props.query ?? {}).filter(([name]) => !own.has(name));
  return (
    <form class="filters" id={id} action={props.action} method="get" aria-label={props.label}>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.filters.map((filter) => (
        <p>
          <label for={`${id}-${filter.name}`}>{filter.label}</label>
          <FilterControl id={`${id}-${filter.name}`} filter={filter} />
        </p>
      ))}
      <p class="filters-act">
        <button type="submit">{props.submit ?? text('ui.filters.apply')}</button>
        {props.clearHref === undefined ? null : (
          <a href={props.clearHref}>{text('ui.filters.clear')}</a>
        )}
      </p>
      {shown === undefined ? null : (
        <p class="filters-shown" role="status">
          {text('ui.filters.shown', { shown: shown.count, total: shown.total })}
        </p>
      )}
      {props.children}
    </form>
  );
}

function FilterControl({ id, filter }: { id: string; filter: Filter }): Markup {
  const { name, value } = filter;
  if (filter.kind === 'select') {
    return (
      <select id={id} name={name}>
        {filter.options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  const placeholder = filter.kind === 'search' ? filter.placeholder : undefined;
  return <input id={id} type={filter.kind} name={name} value={value} placeholder={placeholder} />;
}
