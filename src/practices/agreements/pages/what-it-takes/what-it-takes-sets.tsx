/** The smallest sets, who is in all of them, and who has signed and is not bound. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { formatNumber } from '../../../../ui/text/format.ts';
import type { Takes } from '../answers.ts';
import { statusHref } from '../links.ts';

export interface Props {
  readonly request: PageRequest;
  readonly takes: Takes;
  readonly agreement: string;
}

/** More names than these are folded. */
const NAMES_SHOWN_MAX = 15;

type Named = { readonly actor: string; readonly name: string };

/** Names with links, a comma between them; many are folded. */
export function Names({
  request,
  agreement,
  all,
}: Omit<Props, 'takes'> & { all: readonly Named[] }) {
  const names = all.map((one, at) => (
    <>
      {at === 0 ? null : ', '}
      <a href={statusHref(agreement, one.actor, request)}>{one.name}</a>
    </>
  ));
  if (all.length <= NAMES_SHOWN_MAX) return <span>{names}</span>;
  return (
    <details>
      <summary>{request.text('agreements.takes.members', { count: all.length })}</summary>
      {names}
    </details>
  );
}

/** Those that are in every smallest set. */
export function Always({ request, takes, agreement }: Props): Markup | null {
  const { text } = request;
  const { always, needed } = takes;
  if (needed === null || needed === 0) return null;
  return (
    <section aria-labelledby="always-title">
      <h2 id="always-title">{text('agreements.takes.always.title')}</h2>
      {always === null || always.length === 0 ? (
        <p>{text(`agreements.takes.always.${always === null ? 'untold' : 'none'}`)}</p>
      ) : (
        <p>
          {text('agreements.takes.always.lead')}{' '}
          <Names request={request} agreement={agreement} all={always} />
        </p>
      )}
    </section>
  );
}

interface SetsProps extends Props {
  readonly downloads: readonly { readonly href: string; readonly label: string }[];
}

/** The sets that are shown, in the order of preference. */
export function Sets({ request, takes, agreement, downloads }: SetsProps): Markup | null {
  const { text, locale } = request;
  if (takes.needed === null || takes.needed === 0) return null;
  const title = text('agreements.takes.sets.title');
  return (
    <section>
      <h2>{title}</h2>
      <p>{text('agreements.takes.sets.lead')}</p>
      <DataTable
        text={text}
        id="sets"
        caption={title}
        captionHidden
        columns={[
          { key: 'set', label: text('agreements.takes.column.set') },
          { key: 'members', label: text('agreements.takes.column.members') },
          { key: 'alike', label: text('agreements.takes.column.alike') },
        ]}
        rows={takes.sets.map(({ set, alike }) => ({
          id: `set-${set}`,
          cells: {
            set: formatNumber(locale, set),
            members: (
              <Names
                request={request}
                agreement={agreement}
                all={takes.rows.filter((row) => row.set === set)}
              />
            ),
            alike: formatNumber(locale, alike),
          },
        }))}
        downloads={downloads}
      />
    </section>
  );
}

const DAYS_OF_A_YEAR = 365.25;

/** How long ago, in years, or in days where it is less than one. */
function ago({ text }: PageRequest, days: number): string {
  const years = Math.floor(days / DAYS_OF_A_YEAR);
  return years === 0
    ? text('agreements.takes.ago.days', { count: days })
    : text('agreements.takes.ago.years', { count: years });
}

function inFirst({ text }: PageRequest, one: Takes['signatories'][number]): Content {
  if (one.standing !== 'counts') return text(`agreements.takes.standing.${one.standing}`);
  return text(`agreements.takes.${one.inFirstSet ? 'yes' : 'no'}`);
}

/** Who has signed and not consented, and how long ago. */
export function Signatories({ request, takes, agreement }: Props): Markup {
  const { text } = request;
  const title = text('agreements.takes.signatories.title');
  const columns = ['actor', 'signed', 'ago', 'first'];
  return (
    <section>
      <h2>{title}</h2>
      {takes.signatories.length === 0 ? (
        <p>{text('agreements.takes.signatories.none')}</p>
      ) : (
        <DataTable
          text={text}
          id="signatories"
          caption={title}
          captionHidden
          columns={columns.map((key) => ({
            key,
            label: text(`agreements.takes.column.${key}`),
            kind: key === 'signed' ? ('date' as const) : ('text' as const),
          }))}
          rows={takes.signatories.map((one) => ({
            cells: {
              actor: <a href={statusHref(agreement, one.actor, request)}>{one.name}</a>,
              signed: one.signedOn,
              ago: ago(request, one.daysAgo),
              first: inFirst(request, one),
            },
          }))}
        />
      )}
    </section>
  );
}
