/** What civil society and other observers handed in, and what became of each, for all to see. */
import type { Refusal } from '../../../../kernel/refusal.ts';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { Paragraphs, ThreadList } from '../../../../ui/thread/thread.tsx';
import { type InputRow, inputs } from '../../questions/sessions/inputs.ts';
import { actorHref } from '../links.ts';
import { Instant } from '../decisions/instant.tsx';
import { SessionChip } from './chips.tsx';
import { viewPage } from './frame.tsx';
import { doHref } from './links.ts';

type Shown = Exclude<Awaited<ReturnType<(typeof inputs)['answer']>>, Refusal>;
interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
}

function Input({ request, row }: { request: PageRequest; row: InputRow }): Markup {
  const { text } = request;
  return (
    <article class="card" id={row.input}>
      <p class="card-kind">
        <a href={actorHref(row.actor, request)}>{row.name}</a>
        {row.itemTitle === null ? null : (
          <>
            {' · '}
            <bdi>{row.itemTitle}</bdi>
          </>
        )}
        {row.concerns === null ? null : (
          <>
            {' · '}
            <bdi dir="ltr">{row.concerns}</bdi>
          </>
        )}
      </p>
      <h2 dir="auto" lang={row.language}>
        {row.title}
      </h2>
      {row.words === null ? null : <Paragraphs words={row.words} language={row.language} />}
      <p>
        {row.digest === null ? null : (
          <>
            <a href={`/attachments/${row.digest}`}>{text('meetings.documents.file')}</a>
            {' · '}
          </>
        )}
        <a href={`/acts/${row.act}`}>
          <Instant text={text} at={row.at} />
        </a>
      </p>
    </article>
  );
}

function Answer({
  request,
  answer,
}: {
  request: PageRequest;
  answer: InputRow['answers'][number];
}): Markup {
  const { text } = request;
  const where = [answer.symbol, answer.paragraph].filter((one) => one !== null).join(', ');
  return (
    <div class="card">
      <SessionChip text={text} of="fate" state={answer.fate} />
      {where === '' ? null : (
        <>
          {' '}
          <bdi>{where}</bdi>
        </>
      )}
      {answer.reason === null ? null : (
        <p>
          <bdi>{answer.reason}</bdi>
        </p>
      )}
      <p>
        <a href={`/acts/${answer.act}`}>
          <Instant text={text} at={answer.at} />
        </a>
      </p>
    </div>
  );
}

function Body({ request, shown }: Props): Markup {
  const { signedIn, text } = request;
  const waiting = { content: <p>{text('meetings.inputs.waiting')}</p>, answers: [] };
  return (
    <>
      {signedIn ? (
        <p>
          <a class="button" href={doHref(shown.head.session, 'submit-input')}>
            {text('meetings.session.do.submit-input')}
          </a>
        </p>
      ) : null}
      {shown.rows.length === 0 ? (
        <EmptyState title={text('meetings.inputs.none')}>
          <p>{text('meetings.inputs.none.next')}</p>
        </EmptyState>
      ) : (
        <ThreadList
          said={shown.rows.map((row) => ({
            content: <Input request={request} row={row} />,
            answers:
              row.answers.length === 0
                ? [waiting]
                : row.answers.map((answer) => ({
                    content: <Answer request={request} answer={answer} />,
                    answers: [],
                  })),
          }))}
        />
      )}
    </>
  );
}

export const inputsPage = viewPage({ view: 'inputs', question: inputs, Body });
