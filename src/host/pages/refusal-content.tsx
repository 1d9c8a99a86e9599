/** A refusal as the content of a page: what was not done, by which rule, and what to do. */
import type { Refusal } from '../../kernel/refusal.ts';
import { RefusalNotice } from '../../ui/refusal/refusal.tsx';
import { WaysOn } from '../../ui/refusal/ways-on.tsx';
import type { PageContent } from '../../ui/page.ts';
import { spoken, spokenRule } from '../../ui/text/spoken.ts';
import type { Text } from '../../ui/text/text.ts';
import { statusOf } from '../http-status.ts';

const TITLES: ReadonlyMap<number, string> = new Map([
  [401, 'host.sign-in.needed'],
  [404, 'host.not-found'],
  [405, 'host.not-allowed'],
]);

/** Whoever only wanted to read is told that it is not shown; else, that it was not done. */
function titleKey(status: number, isReading: boolean): string {
  const refused = isReading ? 'host.not-shown' : 'ui.refusal.title';
  return TITLES.get(status) ?? (status >= 500 ? 'host.failed' : refused);
}

const WORDS_MAX = 8;

/** The words of an address below its section, as one would type them into a search. */
export function wordsOf(path: string): string {
  const [, , ...below] = path.split('/');
  const words = (below.length === 0 ? path : below.join(' ')).split(/[^\p{L}\p{N}]+/u);
  return words.filter(Boolean).slice(0, WORDS_MAX).join(' ');
}

/** An address in letters; as it was written where it names none. */
function inLetters(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Where the page was asked for, and what its section is called. */
export interface Reached {
  readonly path: string;
  readonly section?: { readonly href: string; readonly label: string } | undefined;
}

function Ways({ text, reached }: { text: Text; reached: Reached }) {
  const front = { href: '/', label: text('host.front') };
  const links = reached.section === undefined ? [front] : [reached.section, front];
  const words = wordsOf(inLetters(reached.path));
  return <WaysOn text={text} searchAction="/search" words={words} links={links} />;
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

/**
 * The content of a page that says no, with what was typed where it would be lost.
 * @param reached where somebody came to read, who is then shown ways on
 */
export function refusalContent(
  text: Text,
  refusal: Refusal,
  typed: readonly Typed[] = [],
  reached?: Reached,
): PageContent {
  const title = text(titleKey(statusOf(refusal), reached !== undefined));
  return {
    title,
    breadcrumb: [{ href: '/', label: text('host.front') }],
    body: (
      <>
        <RefusalView text={text} refusal={refusal} title={title} level={1} typed={typed} />
        {reached === undefined ? null : <Ways text={text} reached={reached} />}
      </>
    ),
  };
}
