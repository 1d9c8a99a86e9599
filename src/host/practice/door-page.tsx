/** What a practice is, and the way into it: a page of the node itself. */
import type { Refusal } from '../../kernel/refusal.ts';
import { own } from '../../kernel/own.ts';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import { PostForm } from '../pages/post-form.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';

export interface DoorShown {
  readonly text: Text;
  /** Why there is none to be had. */
  readonly refusal: Refusal | null;
  /** Where the reader's own is entered; null where they have none. */
  readonly entrance: string | null;
  /** Whether one was thrown away just now. */
  readonly isThrown: boolean;
}

/** Reasons that a page says in its own language. */
const SAID: Readonly<Record<string, string>> = {
  'sign-in': 'practice.sign-in',
  full: 'practice.full',
  'no-database': 'practice.no-database',
  'no-address': 'practice.no-address',
};

function NotNow({ text, refusal }: { text: Text; refusal: Refusal }) {
  const key = own(SAID, refusal.values?.['why'] ?? '');
  if (key === undefined) return <RefusalView text={text} refusal={refusal} />;
  return (
    <div role="status" class="notice">
      <p>{text(key)}</p>
      {key === 'practice.sign-in' ? (
        <p>
          <a href="/sign-in?to=/practice">{text('ui.sign-in')}</a>
        </p>
      ) : null}
    </div>
  );
}

function Enter({ text, entrance }: { text: Text; entrance: string }) {
  return (
    <>
      <p>
        <a class="button" href={entrance}>
          {text('practice.enter')}
        </a>
      </p>
      <section id="throw-away">
        <h2>{text('practice.throw-away')}</h2>
        <p>{text('practice.throw-away.lead')}</p>
        <PostForm action="/practice/throw-away">
          <button type="submit">{text('practice.throw-away')}</button>
        </PostForm>
      </section>
    </>
  );
}

function Begin({ text }: { text: Text }) {
  return (
    <PostForm action="/practice/begin">
      <button type="submit">{text('practice.begin')}</button>
    </PostForm>
  );
}

/** The page. */
export function doorPage({ text, refusal, entrance, isThrown }: DoorShown): PageContent {
  return {
    title: text('practice.title'),
    breadcrumb: [{ href: '/', label: text('host.front') }],
    body: (
      <>
        <div class="title">
          <h1>{text('practice.title')}</h1>
          <p>{text('practice.lead')}</p>
        </div>
        {isThrown ? (
          <p role="status" class="notice">
            {text('practice.thrown')}
          </p>
        ) : null}
        <ul>
          <li>{text('practice.point.acts')}</li>
          <li>{text('practice.point.invented')}</li>
          <li>{text('practice.point.away')}</li>
        </ul>
        {refusal === null ? null : <NotNow text={text} refusal={refusal} />}
        {entrance === null ? null : <Enter text={text} entrance={entrance} />}
        {entrance === null && refusal === null ? <Begin text={text} /> : null}
      </>
    ),
  };
}
