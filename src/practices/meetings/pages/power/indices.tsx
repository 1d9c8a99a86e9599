/** How much each member counts for: bars, and the whole table. */
import { BarList } from '../../../../ui/bar-list/bar-list.tsx';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { formatPercent } from '../../../../ui/text/format.ts';
import type { Power } from '../../questions/power/power.ts';
import { actorHref } from '../links.ts';

interface Props {
  readonly request: PageRequest;
  readonly power: Power;
}

/** The table has all of them. */
const BARS_MAX = 20;

/** Those that count for most, as bars. */
export function Picture({ request, power }: Props): Markup {
  const { text } = request;
  const { banzhaf, shapleyShubik } = power.counted;
  if (!banzhaf && !shapleyShubik) {
    const why = power.game === 'simple' ? 'uncounted' : power.game;
    return <p>{text(`meetings.power.no-game.${why}`)}</p>;
  }
  return (
    <>
      <BarList
        text={text}
        label={text('meetings.power.picture')}
        series={[text('meetings.power.shapley'), text('meetings.power.banzhaf')]}
        rows={power.rows.slice(0, BARS_MAX).map((row) => ({
          label: <a href={actorHref(row.actor, request)}>{row.name}</a>,
          values: [row.shapleyShubikPercent, row.banzhafPercent],
        }))}
      />
      {power.rows.length > BARS_MAX ? (
        <p>
          <a href="#members">{text('meetings.power.all', { count: power.rows.length })}</a>
        </p>
      ) : null}
      {shapleyShubik && banzhaf ? null : <p>{text('meetings.power.no-game.uncounted')}</p>}
    </>
  );
}

/** What the indices leave out of the rule, where it knows more than yes and no. */
export function LeftOut({ request: { text }, power }: Props): Markup | null {
  if (power.leftOut.length === 0) return null;
  return (
    <details>
      <summary>{text('meetings.power.left-out')}</summary>
      <ul>
        {power.leftOut.map((one) => (
          <li>{text(`meetings.power.left-out.${one}`)}</li>
        ))}
      </ul>
    </details>
  );
}

interface TableProps extends Props {
  readonly downloads: readonly { readonly href: string; readonly label: string }[];
}

const isFew = (fraction: string | null): fraction is string =>
  fraction !== null && fraction.length <= 9;

/** All members, with the exact fractions where they are short. */
export function Members({ request, power, downloads }: TableProps): Markup {
  const { text, locale } = request;
  const title = text('meetings.power.members');
  const percent = (value: string | null): string =>
    value === null ? '–' : formatPercent(locale, value);
  const index = (value: string | null, exact: string | null): string =>
    isFew(exact) && exact.includes('/') ? `${percent(value)} (${exact})` : percent(value);
  const isWeighed = power.schemes.length > 0;
  const columns = [
    'member',
    ...(isWeighed ? ['weight', 'share'] : []),
    'shapley',
    'banzhaf',
    'absolute',
    'swings',
  ];
  return (
    <DataTable
      text={text}
      id="members"
      caption={title}
      captionHidden
      columns={columns.map((key) => ({
        key,
        label: text(`meetings.power.column.${key}`),
        kind: ['weight', 'swings'].includes(key) ? ('number' as const) : ('text' as const),
      }))}
      rows={power.rows.map((row) => ({
        cells: {
          member: <a href={actorHref(row.actor, request)}>{row.name}</a>,
          weight: row.weight,
          share: percent(row.weightPercent),
          shapley: index(row.shapleyShubikPercent, row.shapleyShubik),
          banzhaf: index(row.banzhafPercent, row.banzhaf),
          absolute: percent(row.absolutePercent),
          swings: row.swings ?? '–',
        },
      }))}
      downloads={downloads}
    />
  );
}
