/** A refusal as the content of a page: what was not done, by which rule, and what to do. */
import type { Refusal } from '../../kernel/refusal.ts';
import { RefusalNotice } from '../../ui/refusal/refusal.tsx';
import type { PageContent } from '../../ui/page.ts';
import { spoken, spokenRule } from '../../ui/text/spoken.ts';
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
  /** What was typed and has no field on the page. */
  readonly typed?: readonly Typed[];
  readonly level?: 1 | 2;
}

interface Typed {
  readonly label: string;
  readonly value: string;
}

/** What was refused, the rule with its citation, and what one can do. */
export function RefusalView(props: RefusalViewProps) {
  const { text, refusal, title, faults = [], typed = [], level = 2 } = props;
  const { reason, remedy } = refusal.said;
  return (
    <RefusalNotice
      text={text}
      id="refusal"
      what={spoken(text, reason)}
      rule={spokenRule(text, refusal.rule)}
      faults={faults}
      typed={typed}
      level={level}
      {...(title === undefined ? {} : { title })}
      {...(remedy === undefined ? {} : { remedy: spoken(text, remedy) })}
    />
  );
}

/** The content of a page that says no, with what was typed where it would be lost. */
export function refusalContent(
  text: Text,
  refusal: Refusal,
  typed: readonly Typed[] = [],
): PageContent {
  const title = text(titleKey(statusOf(refusal)));
  return {
    title,
    breadcrumb: [{ href: '/', label: text('host.front') }],
    body: <RefusalView text={text} refusal={refusal} title={title} level={1} typed={typed} />,
  };
}
