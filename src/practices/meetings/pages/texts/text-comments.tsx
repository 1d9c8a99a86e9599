/** Comments beside the words that they are on, each with its answers. */
import { MarkingTag } from '../../../../ui/marking-banner/marking-banner.tsx';
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { Paragraphs, ThreadList } from '../../../../ui/thread/thread.tsx';
import { formatInstant, formatList } from '../../../../ui/text/format.ts';
import { registerOf } from '../../registers.ts';
import { actHref, actorHref } from '../links.ts';
import type { CommentShown } from './text-answers.ts';

interface Props {
  readonly request: PageRequest;
  readonly text: string;
  readonly isFinal: boolean;
}

/** The anchor of a comment on its page. */
export const commentAnchor = (act: string): string => `c-${act.slice(0, 16)}`;

type SaidShown = CommentShown['answers'][number];

function Head({ request, said }: { request: PageRequest; said: SaidShown }): Markup {
  const { text } = request;
  return (
    <p class="open-comment-head">
      {said.by.map(({ actor, name }, at) => (
        <>
          {at === 0 ? '' : ', '}
          <a href={actorHref(actor, request)}>
            <bdi>{name}</bdi>
          </a>
        </>
      ))}{' '}
      <a href={`/acts/${said.act}`}>
        <time datetime={said.at}>{formatInstant(text.locale, said.at)}</time>
      </a>
      {said.level === 'clear' ? null : (
        <>
          {' '}
          <MarkingTag level={said.level} />{' '}
          <span>{text('meetings.comment.for', { actors: formatList(text.locale, said.to) })}</span>
        </>
      )}
    </p>
  );
}

function Ways({ comment, isFinal, request, text: name }: Props & { comment: CommentShown }) {
  const { text } = request;
  if (!request.signedIn || isFinal) return null;
  const register = registerOf('text', name);
  const payload = { comment: comment.act };
  const closing = comment.isClosed ? { ...payload, reopened: 'true' } : payload;
  const way = comment.isClosed ? 'reopen' : 'close';
  return (
    <p class="open-comment-head">
      {comment.isClosed ? null : (
        <a href={actHref({ verb: 'answer-comment', register, payload })}>
          {text('meetings.comment.answer')}
        </a>
      )}
      <a href={actHref({ verb: 'close-comment', register, payload: closing })}>
        {text(`meetings.comment.${way}`)}
      </a>
    </p>
  );
}

function Whole(props: Props & { comment: CommentShown; number: number }): Markup {
  const { comment, number, request } = props;
  const { text } = request;
  return (
    <>
      <b class="open-comment-number">{number}</b>
      <Head request={request} said={comment} />
      {comment.quote === null ? null : (
        <blockquote dir="auto">
          {comment.isGone ? <del>{comment.quote}</del> : comment.quote}
        </blockquote>
      )}
      {comment.isGone ? <p>{text('meetings.comment.gone')}</p> : null}
      <Paragraphs words={comment.words} language="und" />
      <ThreadList
        said={comment.answers.map((answer) => ({
          content: (
            <>
              <Head request={request} said={answer} />
              <Paragraphs words={answer.words} language="und" />
            </>
          ),
          answers: [],
        }))}
      />
      <Ways {...props} />
    </>
  );
}

/** Comments on one provision; those that are closed are folded. */
export function Comments(
  props: Props & { comments: readonly { comment: CommentShown; number: number }[] },
): Markup {
  const { text } = props.request;
  return (
    <ol class="open-comments plain-list" lang={text.locale} dir={text.direction}>
      {props.comments.map(({ comment, number }) => (
        <li id={commentAnchor(comment.act)} class="open-comment">
          {comment.isClosed ? (
            <details>
              <summary>
                {text('meetings.comment.closed', { number })}{' '}
                <bdi>
                  {formatList(
                    text.locale,
                    comment.by.map(({ name }) => name),
                  )}
                </bdi>
              </summary>
              <Whole {...props} comment={comment} number={number} />
            </details>
          ) : (
            <Whole {...props} comment={comment} number={number} />
          )}
        </li>
      ))}
    </ol>
  );
}

/** The form by which one comments on a provision as a whole. */
export function commentHref(text: string, provision: string): string {
  const about = JSON.stringify({ kind: 'provision', provision }, null, 2);
  return actHref({ verb: 'comment', register: registerOf('text', text), payload: { about } });
}
