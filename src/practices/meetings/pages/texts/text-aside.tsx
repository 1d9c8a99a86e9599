/** Beside a text: what is open where, its versions, its files. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import { questionHref } from '../../../../ui/page-dates.ts';
import { registerOf } from '../../registers.ts';
import { actorHref } from '../links.ts';
import type { TextShown } from './text-answers.ts';
import type { TextPart } from './text-parts.ts';
import { IssueCounts } from './text-issues.tsx';
import { OverTime } from './text-over-time.tsx';
import { viewHref } from './text-links.ts';

interface Props {
  readonly request: PageRequest;
  readonly shown: TextShown;
}

const FORMS = ['akn', 'md', 'txt'] as const;

function Files({ request, shown }: Props): Markup {
  const { text } = request;
  return (
    <section class="card">
      <h2>{text('meetings.text.files')}</h2>
      <ul class="plain-list">
        {FORMS.map((form) => (
          <li>
            <a href={viewHref(shown.text, request, {}, `/text.${form}`)}>
              {text(`meetings.text.file.${form}`)}
            </a>
          </li>
        ))}
        <li>
          <a href={viewHref(shown.text, request, {}, '/print')}>
            {text('meetings.text.file.print')}
          </a>
        </li>
        <li>
          <a href={questionHref('meetings.issues', { text: shown.text }, request, 'csv')}>
            {text('meetings.text.issues')} (CSV)
          </a>
        </li>
      </ul>
    </section>
  );
}

function Versions({ request, shown }: Props): Markup {
  const { text } = request;
  return (
    <section class="card">
      <h2>{text('meetings.text.versions')}</h2>
      <ul class="plain-list">
        <li>
          <PlainDate text={text} on={shown.tabledOn} style="short" />{' '}
          {text('meetings.act.table-text')}{' '}
          <a href={actorHref(shown.tabledBy, request)}>
            {shown.actors.find(({ actor }) => actor === shown.tabledBy)?.name ?? shown.tabledBy}
          </a>
        </li>
        {shown.versions.map(({ act, on, symbol }) => (
          <li>
            <PlainDate text={text} on={on} style="short" />{' '}
            <a href={viewHref(shown.text, request, { version: symbol }, '/print')}>
              <bdi>{symbol}</bdi>
            </a>{' '}
            <a href={`/acts/${act}`}>{text('meetings.act.issue-version')}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How much is open, and how that went over time. */
export function TextAbout(props: Props & { readonly part: TextPart }): Markup {
  return (
    <section class="card">
      <h2>{props.request.text('meetings.text.issues')}</h2>
      <IssueCounts {...props} />
      <OverTime {...props} />
    </section>
  );
}

/** Its versions and its files. */
export function TextDocuments(props: Props): Markup {
  return (
    <>
      <Versions {...props} />
      <Files {...props} />
    </>
  );
}

/** The register that holds every proposal and every comment. */
export function TextRecord({ request, shown }: Props): Markup {
  const register = registerOf('text', shown.text);
  return (
    <section class="card">
      <h2>{request.text('meetings.session.record')}</h2>
      <p>
        <a href={`/record?${new URLSearchParams({ register }).toString()}`}>
          <code>{register}</code>
        </a>
      </p>
    </section>
  );
}
