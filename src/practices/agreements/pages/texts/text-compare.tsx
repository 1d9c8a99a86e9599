/** Two versions of a text: what was taken out and what was put in, provision by provision. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { Filters } from '../../../../ui/filters/filters.tsx';
import { ChangedWords, LegalText } from '../../../../ui/legal-text/legal-text.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { Page, PageRequest } from '../../../../ui/page.ts';
import { questionHref } from '../../../../ui/page-dates.ts';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { compareTexts } from '../../questions/compare-texts.ts';
import { citationOf } from '../../provision.ts';
import { wordsOf } from '../../rules/texts/compare-texts.ts';
import type { TextsCompared } from '../answers.ts';
import { NoText, TextTitle, languageName, textBreadcrumb } from './text-parts.tsx';
import { legalProvisions } from './text-provisions.ts';

type Row = TextsCompared['rows'][number];

const CHIPS = { added: 'in-force', changed: 'pending', removed: 'withdrawn' } as const;

function Choice({ request, compared }: { request: PageRequest; compared: TextsCompared }) {
  const { text } = request;
  const { draftedOn, from, language, languages, to } = compared;
  return (
    <Filters
      text={text}
      id="versions"
      label={text('agreements.text.compare')}
      action={request.path}
      filters={[
        { kind: 'date', name: 'from', label: text('agreements.text.compare.from'), value: from },
        { kind: 'date', name: 'to', label: text('agreements.text.compare.to'), value: to },
        {
          kind: 'select',
          name: 'language',
          label: text('agreements.text.language'),
          value: language ?? '',
          options: languages.map((one) => ({
            value: one.language,
            label: languageName(request, one.language),
          })),
        },
      ]}
    >
      {draftedOn.length < 2 ? null : (
        <p>
          {text('agreements.text.drafted-on')} {draftedOn.join(', ')}
        </p>
      )}
    </Filters>
  );
}

/** The row as rules have it, which know no null. */
function wordedAs({ heading, number, ...row }: NonNullable<Row['to']>) {
  return { ...row, number: number ?? '', heading: heading ?? '' };
}

function Changed({ request, row, language }: { request: PageRequest; row: Row; language: string }) {
  const { text } = request;
  const { fate, from, stretches, to } = row;
  if (fate === 'same') return null;
  const provision = to ?? from;
  const labels = {
    removed: text('agreements.text.compare.del'),
    added: text('agreements.text.compare.ins'),
  };
  const whole = {
    in: fate === 'added' ? ('to' as const) : ('from' as const),
    text: provision === null ? '' : wordsOf(wordedAs(provision)),
  };
  return (
    <section id={fate === 'removed' ? undefined : row.id}>
      <h2>
        {citationOf(row.id)}{' '}
        <StatusChip
          text={text}
          status={CHIPS[fate]}
          label={text(`agreements.text.compare.${fate}`)}
        />
      </h2>
      <ChangedWords
        language={language}
        labels={labels}
        stretches={fate === 'changed' ? stretches : [whole]}
      />
    </section>
  );
}

function Result({ request, compared }: { request: PageRequest; compared: TextsCompared }): Markup {
  const { text } = request;
  const { agreement, language, rows } = compared;
  if (language === null) return <NoText request={request} agreement={agreement} />;
  const count = rows.filter(({ fate }) => fate !== 'same').length;
  const same = rows.flatMap(({ fate, to }) => (fate === 'same' && to ? [to] : []));
  return (
    <>
      <p class="lead">{text('agreements.text.compare.count', { count })}</p>
      {rows.map((row) => (
        <Changed request={request} row={row} language={language} />
      ))}
      {same.length === 0 ? null : (
        <details>
          <summary>{text('agreements.text.compare.same', { count: same.length })}</summary>
          <LegalText language={language} provisions={legalProvisions(same)} anchored={false} />
        </details>
      )}
    </>
  );
}

export const textComparePage: Page = {
  path: '/agreements/:agreement/text/compare',
  section: 'agreements',
  examples: ['/agreements/paris-agreement/text/compare'],
  async render(request) {
    const { search, text } = request;
    const given = (name: string): string | undefined => search.get(name) || undefined;
    const agreement = request.params['agreement'];
    const asked = { language: given('language'), from: given('from'), to: given('to') };
    const input = { agreement, ...asked, locale: request.locale };
    const compared = await request.ask(compareTexts, input);
    if (isRefusal(compared)) return compared;
    const { title } = compared;
    const json = questionHref(
      'agreements.compare-texts',
      { agreement: compared.agreement },
      request,
      'json',
    );
    return {
      title: `${text('agreements.text.compare')} – ${title}`,
      breadcrumb: [
        ...textBreadcrumb(request, compared.agreement, title),
        {
          label: text('agreements.view.text'),
          href: `/agreements/${compared.agreement}/text`,
        },
      ],
      alternates: [{ href: json, label: 'JSON', type: 'application/json' }],
      body: (
        <>
          <TextTitle
            request={request}
            agreement={compared.agreement}
            title={title}
            isDraft={false}
            what={text('agreements.text.compare')}
          />
          <Choice request={request} compared={compared} />
          <Result request={request} compared={compared} />
        </>
      ),
    };
  },
};
