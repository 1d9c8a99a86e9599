/** Pages of reading declarations: the text first, then what each statement was read as. */
import type { Refusal } from '../../kernel/refusal.ts';
import type { Proposal } from '../../practices/agreements/import/declarations/proposals.ts';
import type { ReadPage } from '../../practices/agreements/import/declarations/read-page.ts';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import type { Fields } from '../form.ts';
import { RefusalView } from '../pages/refusal-content.tsx';
import { carriedFields } from './reading-fields.ts';
import { Confidences, Passed, Statement } from './reading-parts.tsx';
import type { Outcomes } from './record-read.ts';

/** So many statements stand on one page of the form. */
export const STATEMENTS_SHOWN_MAX = 50;
const SOURCE_LENGTH_MAX = 400;

/** The address of the reading for an agreement. */
export const readingPath = (agreement: string): string =>
  `/agreements/${agreement}/read-declarations`;

function breadcrumb(text: Text, agreement: string, title: string) {
  return [
    { href: '/', label: text('host.front') },
    { href: '/agreements', label: text('host.section.agreements') },
    { href: `/agreements/${agreement}`, label: title },
  ];
}

export interface StartShown {
  readonly text: Text;
  readonly session: Session;
  readonly agreement: string;
  readonly title: string;
  readonly typed: Fields;
  readonly refusal?: Refusal;
}

function sourceField(text: Text, typed: Fields): Field {
  return {
    name: 'source',
    kind: 'text',
    label: text('agreements.reading.source'),
    hint: text('agreements.reading.source.hint'),
    value: typed['source'] ?? '',
    required: true,
    lengthMax: SOURCE_LENGTH_MAX,
  };
}

/** Where one pastes the text, or chooses a file of it. */
export function startPage(shown: StartShown): PageContent {
  const { text, session, agreement, title, typed, refusal } = shown;
  const words: Field = {
    name: 'text',
    kind: 'textarea',
    rows: 14,
    label: text('agreements.reading.text'),
    hint: text('agreements.reading.text.hint'),
    value: typed['text'] ?? '',
  };
  const heading = text('agreements.reading.title');
  return {
    title: `${heading}: ${title}`,
    breadcrumb: breadcrumb(text, agreement, title),
    body: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{text('agreements.reading.lead')}</p>
        {refusal === undefined ? null : <RefusalView text={text} refusal={refusal} />}
        <form
          method="post"
          action={readingPath(agreement)}
          class="form"
          encType="multipart/form-data"
        >
          <input type="hidden" name="token" value={session.formToken} />
          <FormFields text={text} id="reading" fields={[sourceField(text, typed), words]} />
          <div class="field">
            <label for="reading-file">{text('agreements.reading.file')}</label>
            <input id="reading-file" type="file" name="file" accept=".txt,text/plain" />
          </div>
          <button type="submit" name="step" value="read">
            {text('agreements.reading.read')}
          </button>
        </form>
      </>
    ),
  };
}

export interface ListShown {
  readonly text: Text;
  readonly session: Session;
  readonly read: ReadPage;
  /** The text as it was given: what is read again each time. */
  readonly words: string;
  readonly typed: Fields;
  readonly start: number;
  readonly outcomes: Outcomes;
  readonly refusal?: Refusal;
}

/** The way to the statements before and after; what was typed goes along. */
function Paging({ shown, count }: { shown: ListShown; count: number }) {
  const { text, start } = shown;
  const next = start + STATEMENTS_SHOWN_MAX;
  return (
    <>
      {start === 0 ? null : (
        <button type="submit" name="step" value="previous" class="button-plain">
          {text('agreements.reading.previous')}
        </button>
      )}{' '}
      {next >= count ? null : (
        <button type="submit" name="step" value="next" class="button-plain">
          {text('agreements.reading.next')}
        </button>
      )}
    </>
  );
}

function Statements(props: { shown: ListShown; statements: readonly Proposal[] }) {
  const { shown, statements } = props;
  return (
    <>
      {statements.map((proposal) => (
        <Statement
          text={shown.text}
          proposal={proposal}
          typed={shown.typed}
          became={shown.outcomes.get(proposal.from) ?? []}
        />
      ))}
    </>
  );
}

/** What was read, statement by statement, each with its fields and what became of it. */
export function listPage(shown: ListShown): PageContent {
  const { text, session, read, words, typed, start, refusal } = shown;
  const { agreement, title, statements } = read;
  const here = statements.slice(start, start + STATEMENTS_SHOWN_MAX);
  const heading = text('agreements.reading.title');
  const count = statements.length;
  const range = { from: Math.min(start + 1, count), to: start + here.length, count };
  return {
    title: `${heading}: ${title}`,
    breadcrumb: breadcrumb(text, agreement, title),
    body: (
      <>
        <h1>{heading}</h1>
        {refusal === undefined ? null : <RefusalView text={text} refusal={refusal} />}
        <Confidences text={text} statements={statements} />
        <form
          method="post"
          action={readingPath(agreement)}
          class="form"
          encType="multipart/form-data"
        >
          <input type="hidden" name="token" value={session.formToken} />
          <input type="hidden" name="text" value={words} />
          <input type="hidden" name="start" value={String(start)} />
          {carriedFields(typed, here).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <FormFields text={text} id="reading" fields={[sourceField(text, typed)]} />
          <p>{text('agreements.reading.range', range)}</p>
          <Statements shown={shown} statements={here} />
          <Paging shown={shown} count={count} />{' '}
          {count === 0 ? null : (
            <button type="submit" name="step" value="record">
              {text('agreements.reading.record')}
            </button>
          )}
        </form>
        <Passed text={text} read={read} />
        <p>
          <a href={readingPath(agreement)}>{text('agreements.reading.another')}</a>
        </p>
      </>
    ),
  };
}
