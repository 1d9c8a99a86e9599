/** Asks for two parties to an agreement. */
import { Filters } from '../../../../ui/filters/filters.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';

interface PairFormProps {
  readonly request: PageRequest;
  readonly agreement: string;
  readonly one: string;
  readonly other: string;
}

/** The form that leads to what stands between two under the agreement. */
export function PairForm({ request, agreement, one, other }: PairFormProps): Markup {
  const { text, search } = request;
  return (
    <Filters
      text={text}
      id="pair"
      label={text('agreements.relation.ask')}
      action={`/agreements/${agreement}/between`}
      query={Object.fromEntries(search)}
      filters={[
        { kind: 'search', name: 'one', label: text('agreements.between.one'), value: one },
        { kind: 'search', name: 'other', label: text('agreements.between.other'), value: other },
      ]}
    />
  );
}
