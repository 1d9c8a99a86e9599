/** The front page: what is happening, from questions that anyone can ask as well. */
import { isRefusal } from '../../kernel/refusal.ts';
import { figures, shortOf } from '../../practices/agreements/questions/world.ts';
import { list as actorList } from '../../practices/actors/questions/list.ts';
import { decisions } from '../../practices/meetings/questions/decisions/decisions.ts';
import { AskBox } from '../../ui/ask-box/ask-box.tsx';
import { type Figure, Figures } from '../../ui/card/card.tsx';
import type { Markup } from '../../ui/markup.ts';
import { datesIn, datesOf } from '../../ui/page-dates.ts';
import type { Page, PageRequest } from '../../ui/page.ts';
import { formatNumber } from '../../ui/text/format.ts';
import { dates } from '../calendar/calendar-area.ts';
import type { DateRow } from '../calendar/date-row.ts';
import { latest } from '../calendar/latest.ts';
import { FrontAside } from './front-aside.tsx';
import { Questions, Short } from './front-cards.tsx';
import { type AskedExample, examplesOf, hasVotes } from './front-examples.ts';
import { FrontMap, askMap, mapIn } from './front-map.tsx';
import { yearAfter, yearBefore } from './year.ts';

const LATEST_SHOWN = 7;
const DUE_SHOWN = 5;

/** Rooms for who comes for the first time. */
const BEGINNINGS = ['practice', 'guide'] as const;

/** All dates of two years around the day, told apart. */
async function askDates(request: PageRequest) {
  const { asOf, locale } = request;
  const span = { from: yearBefore(asOf), to: yearAfter(asOf) };
  const found = await request.ask(dates, { ...span, locale });
  if (isRefusal(found)) return found;
  const { rows } = found;
  return {
    entered: rows.filter(({ kind }) => kind === 'entered-into-force').length,
    due: rows.filter(({ on, isOverdue }) => on > asOf && !isOverdue),
    overdue: rows.filter(({ isOverdue }) => isOverdue),
  };
}

/** How many decisions came to a result in the twelve months. */
async function askDecided(request: PageRequest) {
  const found = await request.ask(decisions, { locale: request.locale });
  if (isRefusal(found)) return found;
  const from = yearBefore(request.asOf);
  return found.rows.filter(({ result, putAt }) => result !== null && putAt >= from).length;
}

/** Asks all that the page shows; the first refusal stands for it. */
async function askAll(request: PageRequest) {
  const { locale } = request;
  const counted = await request.ask(figures, {});
  if (isRefusal(counted)) return counted;
  const mapped = await askMap(request, mapIn(request.search));
  if (isRefusal(mapped)) return mapped;
  const happened = await request.ask(latest, { limit: LATEST_SHOWN, locale });
  if (isRefusal(happened)) return happened;
  const clock = await askDates(request);
  if (isRefusal(clock)) return clock;
  const decided = await askDecided(request);
  if (isRefusal(decided)) return decided;
  const short = await request.ask(shortOf, { locale });
  if (isRefusal(short)) return short;
  const states = await request.ask(actorList, { kind: 'state' });
  if (isRefusal(states)) return states;
  const votes = await hasVotes(request);
  const actors = states.rows.map(({ id, name, names }) => ({
    actor: id,
    name: names[locale] ?? name,
  }));
  const examples = examplesOf(request, { short: short.rows, actors }, votes);
  return { counted, mapped, happened, clock, decided, short, votes, examples };
}

type AllAsked = Exclude<Awaited<ReturnType<typeof askAll>>, { readonly refused: unknown }>;

function FrontFigures({ request, asked }: { request: PageRequest; asked: AllAsked }): Markup {
  const { text } = request;
  const { counted, clock, decided } = asked;
  const known = datesOf(request);
  const figure = (label: string, count: number, href: string, warning = false): Figure => ({
    value: formatNumber(text.locale, count),
    label: text(label),
    href,
    warning,
  });
  const some = (count: number, made: Figure): Figure[] => (count === 0 ? [] : [made]);
  const overdue = clock.overdue.length;
  return (
    <Figures
      figures={[
        figure('host.front.figure.in-force', counted.inForce, '/agreements?state=in-force'),
        figure('host.front.figure.not-in-force', counted.notInForce, '/agreements?state=open'),
        ...some(clock.entered, figure('front.figure.entered', clock.entered, '/?map=acted#world')),
        figure('front.figure.due', clock.due.length, `/calendar${known}`),
        ...some(decided, figure('front.figure.decided', decided, '/meetings')),
        ...some(overdue, figure('front.figure.overdue', overdue, '/notices', true)),
        figure('host.front.figure.acts', counted.acts, '/record'),
      ]}
    />
  );
}

/** Where somebody begins who has not been here. */
function Beginnings({ request }: { request: PageRequest }): Markup | null {
  const { text } = request;
  const there = BEGINNINGS.filter((room) => request.serves?.(`/${room}`) ?? false);
  if (there.length === 0) return null;
  return (
    <p>
      <b>{text('front.begin')}</b>
      {there.map((room) => (
        <>
          {' · '}
          <a href={`/${room}`}>{text(`front.begin.${room}`)}</a>
        </>
      ))}
    </p>
  );
}

interface HeadProps {
  readonly request: PageRequest;
  readonly title: string;
  readonly examples: readonly AskedExample[];
}

function Head({ request, title, examples }: HeadProps): Markup {
  const { text } = request;
  return (
    <>
      <div class="title">
        <h1>{title}</h1>
        <p>{text('host.front.lead')}</p>
      </div>
      <AskBox
        id="front"
        action="/search"
        label={text('front.ask.label')}
        button={text('front.ask.button')}
        examplesLabel={text('front.ask.examples')}
        examples={examples}
        query={datesIn(request)}
      />
      <Beginnings request={request} />
    </>
  );
}

/** The soonest first. */
const soonest = (rows: readonly DateRow[]): readonly DateRow[] => rows.slice(0, DUE_SHOWN);

export const frontPage: Page = {
  path: '/',
  section: 'front',
  // What is due by the hour becomes overdue without an act.
  followsClock: true,
  examples: ['/', '/?map=acted', '/?map=awaited'],
  async render(request) {
    const asked = await askAll(request);
    if (isRefusal(asked)) return asked;
    const { text } = request;
    const { mapped, happened, clock, short, counted, votes, examples } = asked;
    const title = text('host.front.title');
    return {
      title,
      description: text('host.front.lead'),
      follows: {},
      breadcrumb: [],
      body: (
        <>
          <Head request={request} title={title} examples={examples} />
          <div class="columns">
            <div>
              <FrontFigures request={request} asked={asked} />
              <FrontMap request={request} mapped={mapped} />
              <Short request={request} rows={short.rows} />
              <Questions request={request} votes={votes} />
            </div>
            <aside>
              <FrontAside
                request={request}
                happened={happened.rows}
                due={soonest(clock.due)}
                overdue={soonest(clock.overdue)}
                sectors={counted.sectors}
              />
            </aside>
          </div>
        </>
      ),
    };
  },
};
