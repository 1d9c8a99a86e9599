import { Heading } from '../heading/heading.tsx';
import { Icon } from '../icon/icon.tsx';
import type { Content, HeadingLevel, Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';

export interface RefusalProps {
  text: Text;
  /** Unique on the page. */
  id: string;
  level?: HeadingLevel;
  /** Instead of "This was not done". */
  title?: string;
  /** What happened, in a sentence. */
  what: string;
  /** The rule behind it, with its citation where it is one of law. */
  rule?: { text: string; citation?: string };
  /** What to do now, in a sentence. */
  remedy?: Content;
  /** The fields at fault; each leads to its field. */
  faults?: readonly { fieldId: string; message: string }[];
  /** What was typed and has no field on this page, so that it is not lost. */
  typed?: readonly { label: string; value: string }[];
}

/** An expected "no": what happened, by which rule, what to do, and nothing typed is lost. */
export function RefusalNotice(props: RefusalProps): Markup {
  const { text, id, rule, remedy, faults = [], typed = [] } = props;
  // As the head of a page it is all that there is, and need not stand out from anything.
  const isPage = props.level === 1;
  return (
    <section
      class={isPage ? 'refusal refusal-page' : 'refusal'}
      id={id}
      role="alert"
      aria-labelledby={`${id}-title`}
      tabindex={-1}
    >
      <Heading level={props.level ?? 2} id={`${id}-title`}>
        {isPage ? null : <Icon name="alert" />} {props.title ?? text('ui.refusal.title')}
      </Heading>
      <p class="refusal-what">{props.what}</p>
      <Faults faults={faults} />
      <Rule text={text} rule={rule} />
      {remedy === undefined ? null : (
        <p>
          <b>{text('ui.refusal.remedy')}</b> {remedy}
        </p>
      )}
      {typed.length === 0 ? null : <Typed text={text} typed={typed} />}
    </section>
  );
}

function Faults({ faults }: { faults: NonNullable<RefusalProps['faults']> }): Markup | null {
  if (faults.length === 0) return null;
  return (
    <ul>
      {faults.map((fault) => (
        <li>
          <a href={`#${fault.fieldId}`}>{fault.message}</a>
        </li>
      ))}
    </ul>
  );
}

function Rule({ text, rule }: { text: Text; rule: RefusalProps['rule'] }): Markup | null {
  if (rule === undefined) return null;
  return (
    <p>
      <b>{text('ui.refusal.rule')}</b> {rule.text}
      {rule.citation === undefined ? null : <cite> {rule.citation}</cite>}
    </p>
  );
}

interface TypedProps {
  text: Text;
  typed: readonly { label: string; value: string }[];
}

function Typed({ text, typed }: TypedProps): Markup {
  return (
    <details>
      <summary>{text('ui.refusal.typed')}</summary>
      <dl>
        {typed.map((field) => (
          <>
            <dt>{field.label}</dt>
            <dd>
              <bdi>{field.value}</bdi>
            </dd>
          </>
        ))}
      </dl>
    </details>
  );
}
