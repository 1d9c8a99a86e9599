/** The text clean, or as one actor would have it, now or as of a version. */
import type { Markup } from '../../../../ui/markup.ts';
import { Filters } from '../../../../ui/filters/filters.tsx';
import { NegotiatedText } from '../../../../ui/negotiated-text/negotiated-text.tsx';
import type { PageRequest } from '../../../../ui/page.ts';
import type { ViewShown } from './text-answers.ts';
import { TextHeading } from './text-head.tsx';

interface Props {
  readonly request: PageRequest;
  readonly shown: ViewShown;
  readonly view: 'clean' | 'actor';
}

function Choice({ request, shown, view }: Props): Markup {
  const { search, text } = request;
  const symbols = [shown.symbol, ...shown.versions.map(({ symbol }) => symbol)];
  const versions = symbols.flatMap((symbol) =>
    symbol === null ? [] : [{ value: symbol, label: symbol }],
  );
  const actors = shown.actors.map(({ actor, name }) => ({ value: actor, label: name }));
  const actor = {
    kind: 'select' as const,
    name: 'actor',
    label: text('meetings.text.actor'),
    value: search.get('actor') ?? '',
    options: [{ value: '', label: '–' }, ...actors],
  };
  return (
    <Filters
      text={text}
      id="view"
      label={text(`meetings.text.view.${view}`)}
      action={request.path}
      query={{ view }}
      filters={[
        ...(view === 'actor' ? [actor] : []),
        {
          kind: 'select',
          name: 'version',
          label: text('meetings.text.version'),
          value: search.get('version') ?? '',
          options: [{ value: '', label: text('meetings.text.now') }, ...versions],
        },
      ]}
    />
  );
}

/** How the view came about. */
function How({ request, shown, view }: Props): Markup {
  const { search, text } = request;
  const asked = search.get('actor') ?? '';
  const name = shown.actors.find(({ actor }) => actor === asked)?.name ?? asked;
  if (view === 'clean') return <p>{text('meetings.text.clean.how')}</p>;
  if (asked === '') return <p>{text('meetings.text.actor.choose')}</p>;
  return <p>{text('meetings.text.actor.how', { actor: name })}</p>;
}

/** The view, to be read and printed. */
export function TextView(props: Props): Markup {
  const { request, shown, view } = props;
  return (
    <>
      <TextHeading request={request} head={shown} view={view} />
      <Choice {...props} />
      <How {...props} />
      <NegotiatedText
        text={request.text}
        language={shown.language}
        issueHref={(issue) => `#${issue}`}
        provisions={shown.rows.map(({ depth, kind, number, provision, words }) => ({
          id: provision,
          kind,
          number: number === '' ? null : number,
          depth,
          pieces: [{ kind: 'words', text: words, run: '', at: 0 }],
        }))}
      />
    </>
  );
}
