/** Two versions of a text: what was taken out and what was put in. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { Filters } from '../../../../ui/filters/filters.tsx';
import { ChangedWords } from '../../../../ui/legal-text/legal-text.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { textCompare } from '../../questions/texts/text-compare.ts';
import type { ComparedShown } from './text-answers.ts';
import { TextHeading, textBreadcrumb } from './text-head.tsx';

interface Props {
  readonly request: PageRequest;
  readonly shown: ComparedShown;
}

function Choice({ request, shown }: Props): Markup {
  const { search, text } = request;
  const versions = shown.versions.map(({ symbol }) => ({ value: symbol, label: symbol }));
  const choice = (name: 'from' | 'to', otherwise: string) => ({
    kind: 'select' as const,
    name,
    label: text(`meetings.text.compare.${name}`),
    value: search.get(name) ?? '',
    options: [{ value: '', label: text(otherwise) }, ...versions],
  });
  return (
    <Filters
      text={text}
      id="compare"
      label={text('meetings.text.view.compare')}
      action={request.path}
      filters={[choice('from', 'meetings.text.as-tabled'), choice('to', 'meetings.text.now')]}
    />
  );
}

function Result({ request, shown }: Props): Markup {
  const { text } = request;
  const changed = shown.rows.filter(({ fate }) => fate !== 'same');
  const labels = {
    removed: text('meetings.text.compare.removed'),
    added: text('meetings.text.compare.added'),
  };
  return (
    <>
      <p class="lead">{text('meetings.text.compare.count', { count: changed.length })}</p>
      {changed.map(({ number, provision, stretches }) => (
        <section>
          <h2>
            <bdi>{number === '' ? provision.slice(0, 12) : number}</bdi>
          </h2>
          <ChangedWords language={shown.language} labels={labels} stretches={stretches} />
        </section>
      ))}
    </>
  );
}

export const textComparePage: Page = {
  path: '/meetings/texts/:text/compare',
  section: 'meetings',
  examples: ['/meetings/texts/draft-declaration/compare'],
  async render(request) {
    const { locale, params, search, text } = request;
    const given = (name: string): string | undefined => search.get(name) || undefined;
    const input = { text: params['text'], from: given('from'), to: given('to'), locale };
    const shown = await request.ask(textCompare, input);
    if (isRefusal(shown)) return shown;
    return {
      title: `${text('meetings.text.view.compare')} – ${shown.title}`,
      breadcrumb: textBreadcrumb(request, shown),
      body: (
        <>
          <TextHeading request={request} head={shown} view="compare" />
          <Choice request={request} shown={shown} />
          <Result request={request} shown={shown} />
        </>
      ),
    };
  },
};
