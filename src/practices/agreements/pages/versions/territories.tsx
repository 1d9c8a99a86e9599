/** Where an actor applies an agreement, beside its standing. VCLT Art. 29. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import type { TerritoryRow } from '../answers.ts';

interface TerritoriesProps {
  readonly request: PageRequest;
  readonly rows: readonly TerritoryRow[];
}

/** The territories that it named; null where it named none. */
export function Territories({ request, rows }: TerritoriesProps): Markup | null {
  const { text } = request;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="territories-title">
      <h2 id="territories-title">{text('agreements.territories')}</h2>
      <ul class="plain-list">
        {rows.map((row) => (
          <li>
            <b>{row.territory}</b>{' '}
            <a href={`/acts/${row.act}`}>
              {text(`agreements.territories.${row.applies ? 'applies' : 'excluded'}`)}
            </a>{' '}
            {text('agreements.since')} <PlainDate text={text} on={row.since} />
          </li>
        ))}
      </ul>
    </section>
  );
}
