/** A refusal as the content of a page: what was not done, by which rule, and what to do. */
import type { Refusal } from '../../kernel/refusal.ts';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import { statusOf } from '../http-status.ts';

function titleKey(status: number): string {
  if (status === 404) return 'host.not-found';
  if (status === 401) return 'host.sign-in.needed';
  return status >= 500 ? 'host.failed' : 'ui.refusal.title';
}

/** What was refused, the rule with its citation, and what one can do. */
export function RefusalView({ text, refusal }: { text: Text; refusal: Refusal }) {
  return (
    <div class="refusal" role="alert">
      <p>
        <b>{refusal.reason}</b>
      </p>
      <p>
        {text('ui.refusal.rule')}: <cite>{refusal.rule.citation}</cite> {refusal.rule.text}
      </p>
      {refusal.remedy === undefined ? null : (
        <p>
          {text('ui.refusal.remedy')}: {refusal.remedy}
        </p>
      )}
    </div>
  );
}

/** The content of a page that says no. */
export function refusalContent(text: Text, refusal: Refusal): PageContent {
  const title = text(titleKey(statusOf(refusal)));
  return {
    title,
    breadcrumb: [{ href: '/', label: text('host.front') }],
    body: (
      <>
        <h1>{title}</h1>
        <RefusalView text={text} refusal={refusal} />
      </>
    ),
  };
}
