/** The matrix of an agreement: reserving parties against the others, those alike taken together. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import { Matrix, type MatrixLook } from '../../../../ui/matrix/matrix.tsx';
import type { PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { formatList } from '../../../../ui/text/format.ts';
import type { Outcome } from '../../rules/reservations/relations.ts';
import type { Maker, MatrixFound } from '../answers.ts';
import { relationHref } from '../links.ts';

/** Sign and look of each outcome; the order is that of the legend. */
export const OUTCOME_LOOKS: readonly (readonly [Outcome, string, MatrixLook])[] = [
  ['precluded', '×', 'solid'],
  ['no-party', '!', 'edged'],
  ['excluded', '–', 'warm'],
  ['open', '?', 'hatched'],
  ['modified', '≈', 'cool'],
  ['pending', '…', 'quiet'],
  ['in-force', '·', 'plain'],
];

/** Wider than this nobody reads it; all others are in the table and in what is downloaded. */
const COLUMNS_MAX = 40;

interface Column {
  readonly actors: readonly string[];
  /** By maker, in their order. */
  readonly outcomes: readonly Outcome[];
}

/** Parties towards which all reservations stand alike, one column each, the largest last. */
export function columnsOf({ makers, parties }: MatrixFound): readonly Column[] {
  const towards = makers.map(({ actor, rest, others }) => {
    const own = others.flatMap(({ outcome, actors }) =>
      actors.map((one) => [one, outcome] as const),
    );
    return { actor, rest, own: new Map(own) };
  });
  const groups = new Map<string, { actors: string[]; outcomes: readonly Outcome[] }>();
  for (const { actor } of parties) {
    // What one is to itself tells nothing: it stands with those towards whom all else is alike.
    const outcomes = towards.map(({ rest, own }) => own.get(actor) ?? rest);
    const key = outcomes.join();
    const group = groups.get(key);
    if (group) group.actors.push(actor);
    else groups.set(key, { actors: [actor], outcomes });
  }
  return [...groups.values()].sort((one, other) => one.actors.length - other.actors.length);
}

interface MatrixProps {
  readonly request: PageRequest;
  readonly found: MatrixFound;
}

function Picture({ request, found }: MatrixProps): Markup {
  const { text, locale } = request;
  const names = new Map(found.parties.map(({ actor, name }) => [actor, name]));
  const all = columnsOf(found);
  const hidden = Math.max(0, all.length - COLUMNS_MAX);
  const columns = all.slice(hidden);
  const nameOf = (actor: string): string => names.get(actor) ?? actor;
  return (
    <>
      <Matrix
        id="matrix"
        caption={text('agreements.reservations.matrix')}
        captionHidden
        corner={text('agreements.reservations.maker')}
        same={text('agreements.reservations.itself')}
        categories={OUTCOME_LOOKS.map(([key, sign, look]) => {
          return { key, sign, look, label: text(`agreements.outcome.${key}`) };
        })}
        columns={columns.map(({ actors }) => {
          const [first = ''] = actors;
          return actors.length === 1
            ? { label: nameOf(first), title: nameOf(first) }
            : {
                label: text('agreements.reservations.parties', { count: actors.length }),
                title: formatList(locale, actors.map(nameOf)),
              };
        })}
        rows={found.makers.map((maker, at) => ({
          label: <a href={`#of-${maker.actor}`}>{maker.name}</a>,
          cells: columns.map(({ actors, outcomes }) =>
            actors.length === 1 && actors[0] === maker.actor ? null : (outcomes[at] ?? maker.rest),
          ),
        }))}
      />
      {hidden === 0 ? null : <p>{text('agreements.reservations.further', { count: hidden })}</p>}
    </>
  );
}

const NAMES_LINKED_MAX = 30;

/** The parties towards which it stands so, each linked to what holds between the two. */
function Towards({ request, found, maker, actors }: MatrixProps & TowardsProps): Content {
  const { text } = request;
  const names = new Map(found.parties.map(({ actor, name }) => [actor, name]));
  const linked = actors.slice(0, NAMES_LINKED_MAX);
  const more = actors.length - linked.length;
  return (
    <>
      {linked.map((actor, at) => (
        <>
          {at === 0 ? null : ' · '}
          <a href={relationHref(found.agreement, [maker.actor, actor], request)}>
            {names.get(actor) ?? actor}
          </a>
        </>
      ))}
      {more > 0 ? ` · ${text('agreements.reservations.parties', { count: more })}` : null}
    </>
  );
}

interface TowardsProps {
  readonly maker: Maker;
  readonly actors: readonly string[];
}

function rowsOf({ request, found }: MatrixProps) {
  const { text } = request;
  return found.makers.flatMap((maker) => {
    const row = (outcome: Outcome, towards: Content) => ({
      cells: {
        maker: maker.name,
        count: maker.reservations.length,
        outcome: text(`agreements.outcome.${outcome}`),
        towards,
      },
    });
    const own = maker.others.map(({ outcome, actors }) =>
      row(outcome, <Towards request={request} found={found} maker={maker} actors={actors} />),
    );
    return [...own, row(maker.rest, text('agreements.reservations.all-others'))];
  });
}

/** The picture, and the same as a table. */
export function ReservationMatrix({ request, found }: MatrixProps): Markup | null {
  const { text } = request;
  if (found.makers.length === 0) return null;
  const columns = ['maker', 'count', 'outcome', 'towards'] as const;
  return (
    <section>
      <h2>{text('agreements.reservations.matrix')}</h2>
      <Picture request={request} found={found} />
      <details>
        <summary>{text('agreements.reservations.as-table')}</summary>
        <DataTable
          text={text}
          id="pairs"
          caption={text('agreements.reservations.as-table')}
          captionHidden
          columns={columns.map((key) => ({
            key,
            label: text(`agreements.reservations.${key}`),
            kind: key === 'count' ? ('number' as const) : ('text' as const),
          }))}
          rows={rowsOf({ request, found })}
          downloads={(['csv', 'json'] as const).map((format) => ({
            href: questionHref(
              'agreements.matrix',
              { agreement: found.agreement },
              request,
              format,
            ),
            label: format.toUpperCase(),
          }))}
        />
      </details>
    </section>
  );
}
