/** The front page: what is happening, from questions that anyone can ask as well. */
import { isRefusal } from '../../kernel/refusal.ts';
import { agreementHref } from '../../practices/agreements/pages/links.ts';
import { due, latest } from '../../practices/agreements/questions/acts.ts';
import { byActor, figures, shortOf } from '../../practices/agreements/questions/world.ts';
import { Card, Cards, Figures } from '../../ui/card/card.tsx';
import type { Markup } from '../../ui/markup.ts';
import { Meter } from '../../ui/meter/meter.tsx';
import type { Page, PageRequest } from '../../ui/page.ts';
import { PlainDate } from '../../ui/plain-date/plain-date.tsx';
import { formatNumber } from '../../ui/text/format.ts';
import type { AnswerTo } from './answers.ts';
import { FrontAside } from './front-aside.tsx';
import { FrontMap } from './front-map.tsx';

const LATEST_SHOWN = 7;
const DUE_SHOWN = 5;
const SHORT_SHOWN = 4;
const METERS_MAX = 2;

/** Of the eight questions that the platform is for, those that this node's record answers. */
const QUESTIONS = [
  ['worked', '/agreements?state=in-force'],
  ['organisations', '/agreements?kind=constituent'],
  ['obstacles', '/agreements?state=open'],
  ['security', '/agreements?sector=security'],
] as const;

type Shorts = AnswerTo<typeof shortOf>['rows'];

function Short({ request, rows }: { request: PageRequest; rows: Shorts }): Markup | null {
  const { text } = request;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="short-title">
      <h2 id="short-title">{text('host.front.short')}</h2>
      <Cards wide>
        {rows.slice(0, SHORT_SHOWN).map((row) => (
          <Card
            title={row.title}
            href={agreementHref(row.agreement, request)}
            kind={
              <>
                {text('agreements.adopted-on')} <PlainDate text={text} on={row.adoptedOn} />
              </>
            }
          >
            {row.thresholds
              .filter((one) => !one.enough && one.kind !== 'on' && one.kind !== 'event')
              .slice(0, METERS_MAX)
              .map(({ label, have, need, unit }) => (
                <Meter
                  text={text}
                  label={label}
                  value={have}
                  threshold={need}
                  unit={unit}
                  met={false}
                />
              ))}
          </Card>
        ))}
      </Cards>
      {rows.length <= SHORT_SHOWN ? null : (
        <p>
          <a href="/agreements?state=open">
            {text('host.front.short.all', { count: rows.length })}
          </a>
        </p>
      )}
    </section>
  );
}

function Questions({ request }: { request: PageRequest }): Markup {
  const { text } = request;
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title">{text('host.front.questions')}</h2>
      <Cards wide>
        {QUESTIONS.map(([key, href]) => (
          <Card title={text(`host.front.question.${key}`)} href={href}>
            <p>{text(`host.front.answer.${key}`)}</p>
          </Card>
        ))}
      </Cards>
    </section>
  );
}

/** Asks all that the page shows; the first refusal stands for it. */
async function askAll(request: PageRequest) {
  const { locale } = request;
  const counted = await request.ask(figures, {});
  if (isRefusal(counted)) return counted;
  const bound = await request.ask(byActor, { locale });
  if (isRefusal(bound)) return bound;
  const happened = await request.ask(latest, { limit: LATEST_SHOWN, locale });
  if (isRefusal(happened)) return happened;
  const coming = await request.ask(due, { limit: DUE_SHOWN, locale });
  if (isRefusal(coming)) return coming;
  const short = await request.ask(shortOf, { locale });
  if (isRefusal(short)) return short;
  return { counted, bound, happened, coming, short };
}

export const frontPage: Page = {
  path: '/',
  section: 'front',
  examples: ['/'],
  async render(request) {
    const asked = await askAll(request);
    if (isRefusal(asked)) return asked;
    const { text } = request;
    const { counted, bound, happened, coming, short } = asked;
    const figure = (key: string, count: number, href?: string) => ({
      value: formatNumber(text.locale, count),
      label: text(`host.front.figure.${key}`),
      ...(href === undefined ? {} : { href }),
    });
    const title = text('host.front.title');
    return {
      title,
      description: text('host.front.lead'),
      follows: {},
      breadcrumb: [],
      body: (
        <>
          <div class="title">
            <h1>{title}</h1>
            <p>{text('host.front.lead')}</p>
          </div>
          <div class="columns">
            <div>
              <Figures
                figures={[
                  figure('in-force', counted.inForce, '/agreements?state=in-force'),
                  figure('not-in-force', counted.notInForce, '/agreements?state=open'),
                  figure('actors', counted.actors),
                  figure('acts', counted.acts, '/record'),
                ]}
              />
              <FrontMap request={request} rows={bound.rows} />
              <Short request={request} rows={short.rows} />
              <Questions request={request} />
            </div>
            <aside>
              <FrontAside
                request={request}
                happened={happened.rows}
                due={coming.rows}
                sectors={counted.sectors}
              />
            </aside>
          </div>
        </>
      ),
    };
  },
};
