import type { Content, Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';

/** What every page of a thing tells, in this order, after its head has said what it is. */
export const THING_PARTS = [
  'standing',
  'why',
  'timeline',
  'who',
  'due',
  'documents',
  'record',
] as const;

export type ThingPart = (typeof THING_PARTS)[number];

export interface ThingProps {
  text: Text;
  /** What there is to tell; a part that is null or left out is not there. */
  parts: Readonly<Partial<Record<ThingPart, Content>>>;
  /** The parts that stand beside the others where there is room. */
  beside?: readonly ThingPart[];
  /** What goes with what it is, and stands on top of what is beside. */
  about?: Content;
}

const BESIDE: readonly ThingPart[] = ['due', 'documents', 'record'];
/** With fewer parts everything is in sight anyway. */
const CONTENTS_FROM = 4;

/**
 * The body of a page about one thing: where it stands, why, its timeline, who, what is due, its
 * documents, its record; in this order for every kind of thing, with a line of contents.
 */
export function Thing({ text, parts, beside = BESIDE, about }: ThingProps): Markup {
  const told = THING_PARTS.filter((part) => isTold(parts[part]));
  const aside = told.filter((part) => beside.includes(part));
  const main = told.filter((part) => !beside.includes(part));
  const body = main.map((part) => <Part part={part}>{parts[part]}</Part>);
  return (
    <>
      {told.length < CONTENTS_FROM ? null : <Contents text={text} parts={told} />}
      {beside.length === 0 ? (
        body
      ) : (
        <div class="columns">
          <div>{body}</div>
          <aside>
            {about}
            {aside.map((part) => (
              <Part part={part}>{parts[part]}</Part>
            ))}
          </aside>
        </div>
      )}
    </>
  );
}

const isTold = (content: Content | undefined): boolean =>
  content !== undefined && content !== null && content !== false && content !== '';

function Part({ part, children }: { part: ThingPart; children?: Content }): Markup {
  return (
    <div class="thing-part" id={`part-${part}`} data-part={part}>
      {children}
    </div>
  );
}

function Contents({ text, parts }: { text: Text; parts: readonly ThingPart[] }): Markup {
  return (
    <nav class="contents" aria-labelledby="contents">
      <span id="contents">{text('ui.contents')}</span>
      <ul class="plain-list">
        {parts.map((part) => (
          <li>
            <a href={`#part-${part}`}>{text(`ui.thing.${part}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
