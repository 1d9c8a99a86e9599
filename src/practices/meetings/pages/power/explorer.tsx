/** Who is for and who is against: the board, what it would take from there, and the form. */
import { Choices } from '../../../../ui/choices/choices.tsx';
import { CoalitionBoard } from '../../../../ui/coalition-board/coalition-board.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { datesIn, datesOf } from '../../../../ui/page-dates.ts';
import { formatList, formatNumber } from '../../../../ui/text/format.ts';
import type { Coalitions } from '../../questions/power/coalitions.ts';
import { OUTCOMES } from '../../rules/deciding/poll.ts';
import { leafText, roleOf } from './words.ts';

interface Props {
  readonly request: PageRequest;
  readonly found: Coalitions;
}

type Named = { readonly actor: string; readonly name: string };

/** More names than these are folded. */
const NAMES_MAX = 30;

function Names({ request: { text }, all }: { request: PageRequest; all: readonly Named[] }) {
  const list = formatList(
    text.locale,
    all.map(({ name }) => name),
  );
  const names = <bdi>{list}</bdi>;
  if (all.length <= NAMES_MAX) return <span>{names}</span>;
  return (
    <details>
      <summary>{text('meetings.power.members.count', { count: all.length })}</summary>
      {names}
    </details>
  );
}

const COLUMNS = ['yes', 'open', 'no'] as const;

/** The three columns with the outcome; a script lets members be moved. */
export function Board({ request, found }: Props): Markup {
  const { text } = request;
  const { rows, board, outcome, schemes } = found;
  return (
    <CoalitionBoard
      text={text}
      label={text('meetings.power.explorer')}
      columns={COLUMNS.map((key) => ({
        key,
        label: text(`meetings.power.choice.${key}`),
        members: rows
          .filter(({ choice }) => choice === key)
          .map(({ actor, name }) => ({ value: actor, name })),
      }))}
      meters={board.leaves.map((leaf, at) => ({
        label: [
          text(`meetings.power.role.${roleOf(board, at)}`),
          leafText(request, leaf, schemes),
        ].join(' '),
        prevents: ['blocks', 'postpones'].includes(roleOf(board, at)),
        value: leaf.have,
        threshold: leaf.need,
        unit: leaf.unit,
        met: leaf.met,
      }))}
      outcomes={Object.fromEntries(
        OUTCOMES.map((one) => [one, text(`meetings.power.outcome.${one}`)]),
      )}
      outcome={outcome}
      hint={text('meetings.power.hint')}
      data={board}
    />
  );
}

type Nearest = Coalitions['nearest'][number];
type Bounded = Pick<Nearest, 'needed' | 'neededAtLeast'>;

/** That a smaller number was not shown to be too few. */
function Unproven({ request: { text }, one }: { request: PageRequest; one: Bounded }) {
  const { needed, neededAtLeast } = one;
  if (needed === null || needed === neededAtLeast) return null;
  return <> · {text('meetings.power.unproven', { number: neededAtLeast })}</>;
}

/** One of the coalitions, how many there are of as few, and who is in all of them. */
function Example({ request, one }: { request: PageRequest; one: Nearest }): Markup {
  const { text, locale } = request;
  const { members, always, coalitions, lightest } = one;
  const number = formatNumber(locale, coalitions.number);
  const counted = coalitions.exact ? 'exact' : 'at-least';
  const which = lightest === null ? 'any' : lightest ? 'light' : 'found';
  return (
    <>
      <p>
        {text(`meetings.power.coalitions.${counted}`, { number })}{' '}
        {text(`meetings.power.example.${which}`)} <Names request={request} all={members} />
      </p>
      {always === null || always.length === 0 ? null : (
        <p>
          {text('meetings.power.always')} <Names request={request} all={always} />
        </p>
      )}
    </>
  );
}

function NearestOne({ request, one }: { request: PageRequest; one: Nearest }): Markup {
  const { text } = request;
  const { others, needed } = one;
  const said = needed === null ? 'never' : needed === 0 ? 'enough' : 'needed';
  return (
    <div>
      <h4>{text(`meetings.power.others.${others}`)}</h4>
      <p>
        <b>{text(`meetings.power.nearest.${said}`, { count: needed ?? 0 })}</b>
        <Unproven request={request} one={one} />
      </p>
      {said === 'needed' ? <Example request={request} one={one} /> : null}
    </div>
  );
}

/** What is still needed, if those who have not chosen abstain or vote against. */
export function NearestCoalitions({ request, found }: Props): Markup {
  const { text } = request;
  const decisive = found.rows.filter((row) => row.decisive);
  return (
    <section aria-labelledby="nearest-title">
      <h3 id="nearest-title">{text('meetings.power.nearest')}</h3>
      {found.nearest.map((one) => (
        <NearestOne request={request} one={one} />
      ))}
      <p>
        {decisive.length === 0 ? (
          text('meetings.power.decisive.none')
        ) : (
          <>
            {text('meetings.power.decisive')} <Names request={request} all={decisive} />
          </>
        )}
      </p>
    </section>
  );
}

type Kind = Coalitions['blocking']['kinds'][number];

function KindItem({ request, kind }: { request: PageRequest; kind: Kind }): Markup {
  const { text } = request;
  return (
    <li>
      {kind.parts.map(({ number, of }, at) => (
        <>
          {at === 0 ? null : ' + '}
          {of.length === number
            ? null
            : text('meetings.power.some-of', { number, count: of.length })}{' '}
          <Names request={request} all={of} />
        </>
      ))}
    </li>
  );
}

/** Who can prevent it, the smallest coalitions first. */
export function Blocks({ request, found }: Props): Markup {
  const { text } = request;
  const { needed, kinds, complete } = found.blocking;
  const said = needed === null ? 'never' : needed === 0 ? 'already' : 'needed';
  return (
    <section aria-labelledby="blocking-title">
      <h3 id="blocking-title">{text('meetings.power.blocking')}</h3>
      <p>
        {text(`meetings.power.blocking.${said}`, { count: needed ?? 0 })}
        <Unproven request={request} one={found.blocking} />
      </p>
      {kinds.length === 0 ? null : (
        <ul>
          {kinds.map((kind) => (
            <KindItem request={request} kind={kind} />
          ))}
        </ul>
      )}
      {complete ? null : <p>{text('meetings.power.blocking.more')}</p>}
    </section>
  );
}

/** The form by which a coalition is named in the address, without any script. */
export function CoalitionForm({ request, found }: Props): Markup {
  const { text } = request;
  const { compare } = new Intl.Collator(request.locale);
  const rows = found.rows.toSorted((one, other) => compare(one.name, other.name));
  const kept = { ...datesIn(request), rule: found.rule };
  return (
    <form action={`${request.path}#explorer`} method="get" aria-labelledby="explorer">
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {[['for', 'yes'] as const, ['against', 'no'] as const].map(([name, choice]) => (
        <Choices
          label={text(`meetings.power.form.${name}`)}
          name={name}
          choices={rows.map((row) => {
            return { value: row.actor, label: row.name, chosen: row.choice === choice };
          })}
        />
      ))}
      <p>
        <button type="submit">{text('meetings.power.compute')}</button>{' '}
        <a href={`${request.path}${datesOf(request)}#explorer`}>{text('meetings.power.clear')}</a>
      </p>
    </form>
  );
}
