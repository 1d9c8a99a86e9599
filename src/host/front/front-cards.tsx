/** Cards below the map: what is short of entry into force, and the questions answered here. */
import { agreementHref } from '../../practices/agreements/pages/links.ts';
import type { shortOf } from '../../practices/agreements/questions/world.ts';
import { Card, Cards } from '../../ui/card/card.tsx';
import type { Markup } from '../../ui/markup.ts';
import { Meter } from '../../ui/meter/meter.tsx';
import type { PageRequest } from '../../ui/page.ts';
import { PlainDate } from '../../ui/plain-date/plain-date.tsx';
import type { AnswerTo } from './answers.ts';
import { blocsHref } from './front-examples.ts';

const SHORT_SHOWN = 4;
const METERS_MAX = 2;

export type Shorts = AnswerTo<typeof shortOf>['rows'];

/** Of the eight questions that the platform is for, those that this node's record answers. */
const QUESTIONS = [
  ['worked', 'host.front', '/agreements?state=in-force'],
  ['organisations', 'host.front', '/agreements?kind=constituent'],
  ['obstacles', 'host.front', '/agreements?state=open'],
  ['security', 'host.front', '/agreements?sector=security'],
] as const;

export function Short({ request, rows }: { request: PageRequest; rows: Shorts }): Markup | null {
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

/** The eight questions, as far as they have an answer here; `votes`: whether any are on record. */
export function Questions({ request, votes }: { request: PageRequest; votes: boolean }): Markup {
  const { text } = request;
  const asked = votes
    ? [...QUESTIONS, ['balance', 'front', blocsHref(request)] as const]
    : QUESTIONS;
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title">{text('host.front.questions')}</h2>
      <Cards wide>
        {asked.map(([key, where, href]) => (
          <Card title={text(`${where}.question.${key}`)} href={href}>
            <p>{text(`${where}.answer.${key}`)}</p>
          </Card>
        ))}
      </Cards>
    </section>
  );
}
