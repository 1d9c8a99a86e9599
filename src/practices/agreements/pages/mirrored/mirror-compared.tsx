/** What both copies have: the terms at a glance, the consents on either side, and why. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { FindingView } from '../../../../ui/finding/finding.tsx';
import type { Content, Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { formatDate } from '../../../../ui/text/format.ts';
import type { Mirrored } from '../answers.ts';

interface ComparedProps {
  readonly request: PageRequest;
  readonly compared: Mirrored;
}

const COLUMNS = ['actor', 'on', 'here', 'there', 'holds', 'reason'] as const;

function Consents({ request, compared }: ComparedProps): Markup | null {
  const { text } = request;
  if (compared.rows.length === 0) return null;
  const chip = (is: boolean): Content => (
    <StatusChip
      text={text}
      status={is ? 'in-force' : 'withdrawn'}
      label={text(`agreements.mirror.${is ? 'yes' : 'no'}`)}
    />
  );
  return (
    <DataTable
      text={text}
      id="consents"
      caption={text('agreements.mirror.rows')}
      columns={COLUMNS.map((key) => ({
        key,
        label: text(`agreements.mirror.row.${key}`),
        kind: key === 'on' ? ('date' as const) : ('text' as const),
      }))}
      rows={compared.rows.map((row) => ({
        cells: {
          actor: row.here ? <a href={`/acts/${row.act}`}>{row.name}</a> : row.name,
          on: row.on,
          here: chip(row.here),
          there: chip(row.there),
          holds: chip(row.holds),
          reason: row.reason && <bdi>{row.reason}</bdi>,
        },
      }))}
    />
  );
}

/** What a piece of the terms is called: a field of the adoption, or a text in a language. */
function partLabel({ text }: PageRequest, part: string): string {
  const language = /^text\.(.+)$/.exec(part)?.[1];
  if (language !== undefined) {
    const names = new Intl.DisplayNames(text.locale, { type: 'language' });
    return text('agreements.mirror.part.text', { language: names.of(language) ?? language });
  }
  const key = `agreements.field.${part}`;
  const words = text(key);
  return words === key ? part : words;
}

/** Hash, day of entry into force, and every piece of the terms that differs, side by side. */
function Beside({ request, compared }: ComparedProps): Markup {
  const { text } = request;
  const { apart, inForceOn, terms, theirInForceOn, theirTerms, with: keeper } = compared;
  const code = (value: string | null, none: string): Content =>
    value === null ? text(`agreements.mirror.${none}`) : <code translate="no">{value}</code>;
  const day = (on: string | null): Content =>
    on === null ? null : <time datetime={on}>{formatDate(text.locale, on)}</time>;
  const hash = text('agreements.mirror.hash-of');
  const rows = [
    { what: hash, here: code(terms, 'none'), there: code(theirTerms, 'none') },
    ...(keeper === null
      ? []
      : [
          {
            what: text('agreements.mirror.in-force'),
            here: day(inForceOn),
            there: day(theirInForceOn),
          },
        ]),
    ...apart.map(({ part, here, there }) => ({
      what: partLabel(request, part),
      here: code(here, 'nothing'),
      there: code(there, 'nothing'),
    })),
  ];
  return (
    <DataTable
      text={text}
      id="beside"
      caption={text('agreements.mirror.beside')}
      columns={[
        { key: 'what', label: text('agreements.mirror.beside.what') },
        { key: 'here', label: text('agreements.mirror.row.here') },
        { key: 'there', label: text('agreements.mirror.row.there') },
      ]}
      rows={rows.map((cells) => ({ cells }))}
    />
  );
}

/** The comparison, with its reasons. */
export function Compared({ request, compared }: ComparedProps): Markup {
  const { text } = request;
  const { finding, name, same } = compared;
  const words = text(`agreements.mirror.${same ? 'same' : 'differ'}`);
  const found = { ...finding, question: text('agreements.mirror.title'), text: words };
  const open = same && finding.value !== true ? ({ tone: 'open' } as const) : {};
  return (
    <section>
      {name === null ? null : (
        <>
          <h2>{text('agreements.mirror.kept-by', { name })}</h2>
          <p>{text('agreements.mirror.held')}</p>
        </>
      )}
      <FindingView text={text} finding={found} id="mirrored" {...open} />
      <Beside request={request} compared={compared} />
      <Consents request={request} compared={compared} />
    </section>
  );
}
