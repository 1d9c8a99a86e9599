/** Two named in the address, and the text that stands between them. */
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { Filters } from '../../../../ui/filters/filters.tsx';
import { FindingView } from '../../../../ui/finding/finding.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { versionBetween } from '../../questions/versions.ts';
import type { VersionBetween } from '../answers.ts';
import { agreementHref } from '../links.ts';

interface PairProps {
  readonly request: PageRequest;
  readonly agreement: string;
}

function Amendments({ request, found }: { request: PageRequest; found: VersionBetween }): Markup {
  const { text } = request;
  const whom = { one: found.oneName, other: found.otherName };
  const { agreement, one, other } = found;
  return (
    <DataTable
      text={text}
      id="between"
      caption={text('agreements.versions.pair.between', whom)}
      columns={[
        { key: 'version', label: text('agreements.versions.column.version') },
        { key: 'in-force', label: text('agreements.versions.column.in-force'), kind: 'date' },
        { key: 'effect', label: text('agreements.versions.column.effect'), kind: 'date' },
      ]}
      rows={found.rows.map((row) => ({
        cells: {
          version: <a href={agreementHref(row.agreement, request)}>{row.title}</a>,
          'in-force': <PlainDate text={text} on={row.inForceOn} style="short" />,
          effect: <PlainDate text={text} on={row.effectOn} style="short" />,
        },
      }))}
      downloads={(['csv', 'json'] as const).map((format) => ({
        href: questionHref(
          'agreements.version-between',
          { agreement, one, other },
          request,
          format,
        ),
        label: format.toUpperCase(),
      }))}
    />
  );
}

function Answer({ request, found }: { request: PageRequest; found: VersionBetween }): Markup {
  const { text } = request;
  const whom = { one: found.oneName, other: found.otherName };
  const plain = found.bound ? 'as-adopted' : 'out';
  const finding = {
    ...found.finding,
    question: text('agreements.versions.pair.why', whom),
    text:
      found.rows.length > 0
        ? text('agreements.versions.pair.between', whom)
        : text(`agreements.versions.pair.${plain}`, whom),
  };
  return (
    <>
      {found.rows.length > 0 ? <Amendments request={request} found={found} /> : null}
      <FindingView text={text} finding={finding} tone={found.bound ? 'yes' : 'no'} id="why" />
    </>
  );
}

/** The form for two, and the answer where both are named. */
export async function VersionPair({ request, agreement }: PairProps): Promise<Markup | Refusal> {
  const { text, search, locale } = request;
  const one = search.get('one')?.trim() ?? '';
  const other = search.get('other')?.trim() ?? '';
  const asked = one !== '' && other !== '';
  const found = asked ? await request.ask(versionBetween, { agreement, one, other, locale }) : null;
  if (isRefusal(found)) return found;
  const field = (name: 'one' | 'other', value: string) => ({
    kind: 'search' as const,
    name,
    label: text(`agreements.between.${name}`),
    value,
  });
  return (
    <section aria-labelledby="pair-title">
      <h2 id="pair-title">{text('agreements.versions.pair')}</h2>
      <p>{text('agreements.versions.pair.lead')}</p>
      <Filters
        text={text}
        id="pair"
        label={text('agreements.versions.pair')}
        action={request.path}
        query={Object.fromEntries(search)}
        filters={[field('one', one), field('other', other)]}
      />
      {found === null ? null : <Answer request={request} found={found} />}
    </section>
  );
}
