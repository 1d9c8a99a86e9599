/** A refusal as the content of a page: what was not done, by which rule, and what to do. */
import type { Refusal } from '../../kernel/refusal.ts';
import { RefusalNotice } from '../../ui/refusal/refusal.tsx';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import { statusOf } from '../http-status.ts';

function titleKey(status: number): string {
  if (status === 404) return 'host.not-found';
  if (status === 401) return 'host.sign-in.needed';
  return status >= 500 ? 'host.failed' : 'ui.refusal.title';
}

export interface RefusalViewProps {
  readonly text: Text;
  readonly refusal: Refusal;
  readonly title?: string;
  /** The fields at fault, where it is shown above a form. */
  readonly faults?: readonly { fieldId: string; message: string }[];
}

/** What was refused, the rule with its citation, and what one can do. */
export function RefusalView({ text, refusal, title, faults = [] }: RefusalViewProps) {
  const { rule, reason, remedy } = refusal;
  return (
    <RefusalNotice
      text={text}
      id="refusal"
      what={reason}
      rule={{ text: rule.text, citation: rule.citation }}
      faults={faults}
      {...(title === undefined ? {} : { title })}
      {...(remedy === undefined ? {} : { remedy })}
    />
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
