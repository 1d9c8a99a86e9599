/** Beside a text: its contents, the languages at hand, and other forms of it. */
import { TextContents } from '../../../../ui/legal-text/legal-text.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { datesOf, questionHref } from '../../../../ui/page-dates.ts';
import { PlainDate } from '../../../../ui/plain-date/plain-date.tsx';
import type { TextShown } from '../answers.ts';
import { languageName, withQuery } from './text-parts.tsx';
import { contentsOf } from './text-provisions.ts';

interface Props {
  readonly request: PageRequest;
  readonly shown: TextShown;
}

function Languages({ request, shown }: Props): Markup {
  const { text } = request;
  const others = shown.languages.filter(({ language }) => language !== shown.language);
  const beside = request.search.get('beside');
  return (
    <section>
      <h2>{text('agreements.text.languages')}</h2>
      <ul class="plain-list">
        {shown.languages.map(({ authentic, language }) => (
          <li>
            <a
              href={withQuery(request, { language, beside: null })}
              aria-current={language === shown.language ? 'true' : undefined}
            >
              {languageName(request, language)}
            </a>{' '}
            <small>{text(`agreements.text.${authentic ? 'authentic' : 'translation'}`)}</small>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <>
          <p>{text('agreements.text.beside')}:</p>
          <ul class="plain-list">
            {others.map(({ language }) => (
              <li>
                <a href={withQuery(request, { language: shown.language, beside: language })}>
                  {languageName(request, language)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {beside === null ? null : (
        <p>
          <a href={withQuery(request, { beside: null })}>{text('agreements.text.alone')}</a>
        </p>
      )}
    </section>
  );
}

function Forms({ request, shown }: Props): Markup {
  const { text } = request;
  const { agreement, language } = shown;
  const query = new URLSearchParams(datesOf(request).slice(1));
  if (language !== null) query.set('language', language);
  const given = { agreement, ...(language === null ? {} : { language }) };
  const base = `/agreements/${agreement}/text`;
  return (
    <section>
      <h2>{text('agreements.text.forms')}</h2>
      <ul class="plain-list">
        <li>
          <a href={`${base}.akn?${query.toString()}`}>Akoma Ntoso (XML)</a>
        </li>
        <li>
          <a href={`${base}.txt?${query.toString()}`}>{text('agreements.text.plain')}</a>
        </li>
        <li>
          <a href={questionHref('agreements.text', given, request, 'json')}>JSON</a>{' '}
          <a href={questionHref('agreements.text', given, request, 'csv')}>CSV</a>
        </li>
        <li>
          <a href={`${base}/compare?${query.toString()}`}>{text('agreements.text.compare')}</a>
        </li>
        {request.signedIn ? (
          <li>
            <a href={`${base}/new`}>{text('agreements.text.put-down')}</a>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function Record({ request, shown }: Props): Markup | null {
  const own = shown.languages.find(({ language }) => language === shown.language);
  if (!own) return null;
  const { text } = request;
  return (
    <section>
      <h2>{text('agreements.record')}</h2>
      <p>
        <a href={`/acts/${own.act}`}>{text('agreements.text.put-down-on')}</a>{' '}
        <PlainDate text={text} on={own.on} />
      </p>
    </section>
  );
}

/** What stands beside a text. */
export function TextAside(props: Props): Markup {
  const { request, shown } = props;
  const label = request.text('agreements.text.contents');
  return (
    <>
      <section>
        <h2>{label}</h2>
        <TextContents label={label} entries={contentsOf(request.text, shown.rows)} />
      </section>
      <Languages {...props} />
      <Forms {...props} />
      <Record {...props} />
    </>
  );
}
