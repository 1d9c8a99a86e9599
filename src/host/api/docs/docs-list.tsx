/** `/api` for people: how the API works, and every question and act, by area or by a word. */
import type { Area } from '../../../kernel/define-area.ts';
import { DefinitionList } from '../../../ui/definition-list/definition-list.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { FormFields } from '../../../ui/form-fields/form-fields.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { PageContent } from '../../../ui/page.ts';
import type { Text } from '../../../ui/text/text.ts';
import { ACT_REQUESTS_MAX, EXPORT_REQUESTS_MAX } from '../../limits.ts';
import { ACT_DOCS, documentedQuestions } from './find-documented.ts';

export const WORD_CHARACTERS_MAX = 60;

interface Entry {
  readonly href: string;
  readonly name: string;
  readonly title: string;
}

interface AreaEntries {
  readonly area: Area;
  readonly questions: readonly Entry[];
  readonly acts: readonly Entry[];
}

/** What each area offers, of that what a word is in; an area without any is left out. */
export function entriesWith(areas: readonly Area[], word: string): readonly AreaEntries[] {
  const wanted = word.toLowerCase();
  const has = ({ name, title }: Entry) => `${name} ${title}`.toLowerCase().includes(wanted);
  return areas
    .map((area) => {
      const questions = documentedQuestions([area]).map(({ docs, within, question }) => ({
        href: docs,
        name: `${area.name} ${within}`,
        title: question.title,
      }));
      const acts = area.acts.map(({ type, title }) => ({
        href: `${ACT_DOCS}${type}`,
        name: type,
        title,
      }));
      return { area, questions: questions.filter(has), acts: acts.filter(has) };
    })
    .filter(({ questions, acts }) => questions.length + acts.length > 0);
}

function Entries({ title, entries }: { title: string; entries: readonly Entry[] }): Markup | null {
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="plain-list">
        {entries.map((entry) => (
          <li>
            <a href={entry.href}>
              <code translate="no">{entry.name}</code>
            </a>{' '}
            <span lang="en">{entry.title}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const TOPICS = ['token', 'errors', 'dates', 'languages', 'formats', 'limits', 'versions'] as const;
const LIMITS = { acts: ACT_REQUESTS_MAX, exports: EXPORT_REQUESTS_MAX };

/** How it all works, topic by topic. */
function Overview({ text }: { text: Text }): Markup {
  return (
    <DefinitionList
      items={TOPICS.map((topic) => ({
        term: text(`host.docs.topic.${topic}`),
        content: text(`host.docs.topic.${topic}.text`, LIMITS),
      }))}
    />
  );
}

function Filter({ text, word }: { text: Text; word: string }): Markup {
  return (
    <form method="get" action="/api" class="form" role="search" aria-label={text('host.docs.find')}>
      <FormFields
        text={text}
        id="find"
        fields={[
          {
            kind: 'text',
            name: 'word',
            label: text('host.docs.find'),
            value: word,
            required: true,
            lengthMax: WORD_CHARACTERS_MAX,
          },
        ]}
      />
      <button type="submit">{text('host.docs.filter')}</button>
    </form>
  );
}

/** The page: the overview, then everything by area, folded until it is wanted. */
export function docsList(text: Text, areas: readonly Area[], word: string): PageContent {
  const found = entriesWith(areas, word);
  return {
    title: text('host.docs.title'),
    description: text('host.api.why'),
    breadcrumb: [{ href: '/', label: text('host.front') }],
    alternates: [{ href: '/api/openapi.json', label: 'OpenAPI 3.1', type: 'application/json' }],
    body: (
      <>
        <div class="title">
          <h1>{text('host.docs.title')}</h1>
          <p>
            {text('host.api.why')} <a href="/api/openapi.json">{text('host.api.description')}</a>
          </p>
        </div>
        <Filter text={text} word={word} />
        {found.length === 0 ? <EmptyState title={text('host.docs.none', { word })} /> : null}
        <h2 class="hidden-visually">
          {text('host.api.questions')} · {text('host.api.acts')}
        </h2>
        {found.map(({ area, questions, acts }) => (
          <details open={word !== ''} id={`area-${area.name}`}>
            <summary>
              <span lang="en">{area.title}</span>{' '}
              <small>
                {text('host.docs.counts', { questions: questions.length, acts: acts.length })}
              </small>
            </summary>
            <Entries title={text('host.api.questions')} entries={questions} />
            <Entries title={text('host.api.acts')} entries={acts} />
          </details>
        ))}
        <h2 id="how">{text('host.docs.how')}</h2>
        <Overview text={text} />
      </>
    ),
  };
}
