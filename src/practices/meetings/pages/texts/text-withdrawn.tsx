/** What was withdrawn from a text, with who may take it over. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import type { TextShown } from './text-answers.ts';
import { Passings } from './text-issues.tsx';
import { issueAnchor, takeUpHref } from './text-links.ts';

interface Props {
  readonly request: PageRequest;
  readonly shown: TextShown;
}

/** Withdrawn proposals; nothing where none was. */
export function Withdrawn(props: Props): Markup | null {
  const { request, shown } = props;
  const { text } = request;
  if (shown.withdrawn.length === 0) return null;
  return (
    <section id="withdrawn">
      <h2>{text('meetings.text.withdrawn')}</h2>
      <ul class="plain-list spaced">
        {shown.withdrawn.map((issue) => (
          <li id={issueAnchor(issue.issue)} class="open-issue">
            <b>{text(`meetings.issue.kind.${issue.kind}`)}</b>
            {issue.words === '' ? null : (
              <blockquote lang={shown.language} dir="auto">
                {issue.words}
              </blockquote>
            )}
            {issue.reason === null ? null : <p dir="auto">{issue.reason}</p>}
            <Passings {...props} issue={issue} />
            {request.signedIn && !shown.isFinal ? (
              <p>
                <a href={takeUpHref(shown.text, issue.issue, 'take-over')}>
                  {text('meetings.issue.take-over')}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
