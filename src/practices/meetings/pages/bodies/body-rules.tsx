/** How the body decides: its rules with their law, its weights, quorum and times to speak. */
import { DataTable } from '../../../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { datesIn } from '../../../../ui/page-dates.ts';
import type { BodyProps } from './answers.ts';
import { RuleAsks } from './rule-words.tsx';

function Quorum({ request, body }: BodyProps): Markup | null {
  const { text } = request;
  if (body.quorumToOpen === null) return null;
  const { base, more, threshold } = body.quorumToOpen;
  const key = more ? 'meetings.quorum.more' : 'meetings.quorum.at-least';
  return <p>{text(key, { share: threshold, base: text(`meetings.base.${base}`) })}</p>;
}

/** The rules in force, each with the provision that it rests on and the act that adopted it. */
export function Rules({ request, body }: BodyProps): Markup {
  const { text } = request;
  return (
    <section>
      <h2>{text('meetings.rules')}</h2>
      <Quorum request={request} body={body} />
      {body.rules.length === 0 ? (
        <EmptyState title={text('meetings.rules.none')}>
          <p>{text('meetings.rules.none.next')}</p>
        </EmptyState>
      ) : (
        <DataTable
          text={text}
          id="rules"
          caption={text('meetings.rules')}
          captionHidden
          columns={['rule', 'method', 'asks', 'citation', 'since'].map((key) => ({
            key,
            label: text(`meetings.column.${key}`),
          }))}
          rows={body.rules.map((rule) => ({
            id: `rule-${rule.name}`,
            cells: {
              rule: rule.title,
              method: text(`meetings.method.${rule.method}`),
              asks: <RuleAsks text={text} rule={rule} />,
              citation: rule.citation,
              since: (
                <a href={`/acts/${rule.act}`}>
                  <PlainDate text={text} on={rule.since} style="short" />
                </a>
              ),
            },
          }))}
        />
      )}
    </section>
  );
}

/** How long one may speak. */
export function Speaking({ request, body }: BodyProps): Markup | null {
  const { text } = request;
  if (body.speaking.length === 0) return null;
  return (
    <section>
      <h2>{text('meetings.speaking')}</h2>
      <DataTable
        text={text}
        id="speaking"
        caption={text('meetings.speaking')}
        captionHidden
        columns={[
          { key: 'kind', label: text('meetings.column.intervention') },
          { key: 'minutes', label: text('meetings.column.minutes'), kind: 'number' },
          { key: 'times', label: text('meetings.column.times'), kind: 'number' },
          { key: 'citation', label: text('meetings.column.citation') },
        ]}
        rows={body.speaking.map((limit) => ({
          cells: {
            kind: text(`meetings.intervention.${limit.kind}`),
            minutes:
              limit.laterMinutesMax === null
                ? limit.minutesMax
                : text('meetings.minutes.then', {
                    first: limit.minutesMax,
                    later: limit.laterMinutesMax,
                  }),
            times: limit.timesMax,
            citation: limit.citation,
          },
        }))}
      />
    </section>
  );
}

/** The schemes of weights, each a link by which the table of members shows it. */
export function Weights({
  request,
  body,
  scheme,
}: BodyProps & { scheme: string | null }): Markup | null {
  const { text } = request;
  if (body.schemes.length === 0) return null;
  const hrefOf = (name: string): string => {
    const query = new URLSearchParams({ ...datesIn(request), scheme: name });
    return `${request.path}?${query.toString()}#members`;
  };
  return (
    <section>
      <h2>{text('meetings.weights')}</h2>
      <DataTable
        text={text}
        id="weights"
        caption={text('meetings.weights')}
        captionHidden
        columns={[
          { key: 'scheme', label: text('meetings.column.scheme') },
          { key: 'since', label: text('meetings.column.since') },
          { key: 'covers', label: text('meetings.column.covers'), kind: 'number' },
          { key: 'total', label: text('meetings.column.total'), kind: 'number' },
          { key: 'citation', label: text('meetings.column.citation') },
        ]}
        rows={body.schemes.map((one) => ({
          cells: {
            scheme: (
              <a
                href={hrefOf(one.scheme)}
                aria-current={one.scheme === scheme ? 'true' : undefined}
              >
                {one.title}
              </a>
            ),
            since: (
              <a href={`/acts/${one.act}`}>
                <PlainDate text={text} on={one.from} style="short" />
              </a>
            ),
            covers: one.covers,
            total: one.total,
            citation: one.citation,
          },
        }))}
      />
    </section>
  );
}
