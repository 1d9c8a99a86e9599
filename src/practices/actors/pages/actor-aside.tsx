/** Beside an actor: its data, names, relatives, figures, offices, and the record. */
import { type Definition, DefinitionList } from '../../../ui/definition-list/definition-list.tsx';
import type { Content, Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { formatDate, formatNumber } from '../../../ui/text/format.ts';
import type { Shown } from './answers.ts';
import { actHref, actorHref, keysHref, nameIn } from './links.ts';

interface AsideProps {
  readonly request: PageRequest;
  readonly shown: Shown;
}

const ACTS_SHOWN_MAX = 12;

function Facts({ request, shown }: AsideProps): Markup {
  const { text } = request;
  const { item, seat, website } = shown;
  const region = item.region ? text(`actors.region.${item.region.toLowerCase()}`) : null;
  const given: readonly [string, Content | null, boolean?][] = [
    ['id', item.id, true],
    ['region', region],
    ['seat', seat],
    ['numeric-code', item.numericCode, true],
    [
      'website',
      website === null ? null : (
        <a href={website} rel="external noreferrer">
          {new URL(website).host}
        </a>
      ),
    ],
  ];
  const items = given.flatMap(([key, content, code = false]): Definition[] =>
    content === null ? [] : [{ term: text(`actors.column.${key}`), content, code }],
  );
  return (
    <section>
      <h2>{text('actors.facts')}</h2>
      <DefinitionList items={items} narrow />
    </section>
  );
}

/** `until 22 May 1972`, `22 May 1972 – 1 January 1980`: when a name was borne. */
function spanIn({ text, locale }: PageRequest, from: string | null, to: string | null): string {
  const [start, end] = [from, to].map((day) => (day === null ? null : formatDate(locale, day)));
  if (start && end) return `${start} – ${end}`;
  if (end) return text('actors.until', { on: end });
  return start ? text('actors.from', { on: start }) : '';
}

function Names({ request, shown }: AsideProps): Markup | null {
  const { text } = request;
  const { en } = shown.item.names;
  const english = request.locale === 'en' ? [] : [{ name: en, from: null, to: null }];
  const names = [...english, ...shown.otherNames];
  if (names.length === 0) return null;
  return (
    <section>
      <h2>{text('actors.names')}</h2>
      <ul class="plain-list">
        {names.map(({ name, from, to }) => (
          <li>
            <bdi>{name}</bdi> <small>{spanIn(request, from, to)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Relatives({ request, shown }: AsideProps): Markup | null {
  const { text } = request;
  const lists = (['predecessors', 'successors'] as const).filter((end) => shown[end].length > 0);
  if (lists.length === 0) return null;
  return (
    <section>
      {lists.map((end) => (
        <>
          <h2>{text(`actors.${end}`)}</h2>
          <ul class="plain-list">
            {shown[end].map(({ item, on, kind }) => (
              <li>
                <a href={actorHref(item.id, request)}>{nameIn(item, request)}</a>{' '}
                <small>
                  {text(`actors.succession.${kind}`)}, {formatDate(request.locale, on)}
                </small>
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

/** What an attribute or a unit is called; of one that no text names, its own words. */
function named(text: PageRequest['text'], kind: 'attribute' | 'unit', name: string): string {
  const key = `actors.${kind}.${name}`;
  const found = text(key);
  if (found !== key) return found;
  const words = name.replaceAll('-', ' ');
  return kind === 'unit' ? words : words.charAt(0).toUpperCase() + words.slice(1);
}

function FiguresOn({ request, shown }: AsideProps): Markup | null {
  const { text, locale } = request;
  const holding = shown.attributes.filter((figure) => figure.holds);
  if (holding.length === 0) return null;
  return (
    <section>
      <h2>{text('actors.figures')}</h2>
      <DefinitionList
        narrow
        items={holding.map(({ attribute, value, unit, act }) => ({
          term: named(text, 'attribute', attribute),
          content: (
            <a href={actHref(act)}>
              {formatNumber(locale, value)} {unit === 'count' ? null : named(text, 'unit', unit)}
            </a>
          ),
        }))}
      />
    </section>
  );
}

/** What an office is called: those of every State in the reader's language. */
function OfficeTitle({
  text,
  id,
  title,
}: {
  text: PageRequest['text'];
  id: string;
  title: string;
}): Markup {
  const key = `actors.office.${id}`;
  return text.has(key) ? <bdi>{text(key)}</bdi> : <bdi lang="en">{title}</bdi>;
}

function Offices({ request, shown }: AsideProps): Markup | null {
  const { text } = request;
  if (shown.offices.length === 0) return null;
  return (
    <section>
      <h2>{text('actors.offices')}</h2>
      <ul class="plain-list spaced">
        {shown.offices.map(({ id, title, exemptFromFullPowers, act }) => (
          <li>
            <a href={actHref(act)}>
              <OfficeTitle text={text} id={id} title={title} />
            </a>{' '}
            <small>
              {text(`actors.full-powers.${exemptFromFullPowers ? 'exempt' : 'needed'}`)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The acts that the page rests on, with where they are from. */
export function ActorRecord({ request, shown }: AsideProps): Markup {
  const { text } = request;
  const { record, corrections, item } = shown;
  const inOrder = record.toSorted((one, other) => one.position - other.position);
  return (
    <section>
      <h2>{text('actors.record')}</h2>
      <p>{text('actors.record.acts', { count: record.length })}</p>
      <ul class="plain-list spaced">
        {inOrder.slice(0, ACTS_SHOWN_MAX).map(({ act, source, position }) => (
          <li>
            {source ?? text('ui.basis.signed')}{' '}
            <small>
              <a href={actHref(act)}>{text('actors.record.act', { position })}</a>
            </small>
          </li>
        ))}
      </ul>
      {corrections.map((one) => (
        <p>
          <a href={actHref(one.act)}>{text(`actors.corrected.${one.void ? 'void' : 'changed'}`)}</a>
          : {one.reason}
        </p>
      ))}
      <p>
        <a href={keysHref(item.id, request)}>{text('actors.record.keys')}</a>
      </p>
      <p>
        <a href={`/api/actors/show?actor=${item.id}&asOf=${request.asOf}`}>JSON</a>
      </p>
    </section>
  );
}

/** What goes with what it is: its data, names, relatives, figures and offices. */
export function ActorAbout(props: AsideProps): Markup {
  return (
    <>
      <Facts {...props} />
      <Names {...props} />
      <Relatives {...props} />
      <FiguresOn {...props} />
      <Offices {...props} />
    </>
  );
}
