import { Heading } from '../heading/heading.tsx';
import type { Content, Markup } from '../markup.ts';

/** What a provision is to a reader: a division, an article, something that is numbered, words. */
export type LegalRole = 'division' | 'article' | 'numbered' | 'apart';

export interface LegalProvision {
  /** Its address: the page’s anchor. */
  id: string;
  role: LegalRole;
  number: string | null;
  heading: string | null;
  /** Paragraphs, a line each. */
  text: string;
  /** How deep it stands under its article, from 0 on. */
  depth: number;
  /** What changed it, under its words. */
  note?: Content;
}

export interface LegalTextProps {
  /** BCP 47; the words are read and broken by it. */
  language: string;
  provisions: readonly LegalProvision[];
  /** Whether each has an anchor; on one page each address stands once. */
  anchored?: boolean;
}

const RIGHT_TO_LEFT = /^(?:ar|dv|fa|he|ku-arab|ps|sd|ug|ur|yi)(?:-|$)/i;

/** The direction in which a language is written, by its tag. */
export function directionOfText(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
}

/** A text of law to be read: articles with their headings, points set in, anchors by address. */
export function LegalText({ language, provisions, anchored = true }: LegalTextProps): Markup {
  return (
    <div class="legal-text" lang={language} dir={directionOfText(language)}>
      {provisions.map((provision, at) => (
        <LegalProvisionView
          provision={provision}
          anchored={anchored}
          level={articleLevel(provisions.slice(0, at))}
        />
      ))}
    </div>
  );
}

/** Articles stand under the divisions before them, where there are any. */
export function articleLevel(before: readonly LegalProvision[]): 2 | 3 {
  return before.some(({ role }) => role === 'division') ? 3 : 2;
}

interface ViewProps {
  provision: LegalProvision;
  anchored: boolean;
  /** Of the heading of an article. */
  level: 2 | 3;
}

/** One provision, with its number as the link to itself. */
export function LegalProvisionView({ provision, anchored, level }: ViewProps): Markup {
  const { depth, id, note, role, text } = provision;
  const lines = text.split('\n').filter((line) => line !== '');
  return (
    <div
      class={`provision provision-${role} depth-${Math.min(depth, 4)}`}
      id={anchored ? id : undefined}
    >
      <Head provision={provision} anchored={anchored} level={level} />
      {lines.length === 0 ? null : (
        <div class="provision-words">
          {lines.map((line) => (
            <p>{line}</p>
          ))}
        </div>
      )}
      {note === undefined ? null : <div class="provision-note">{note}</div>}
    </div>
  );
}

function Head({ provision, anchored, level }: ViewProps): Markup | null {
  const { heading, id, number, role } = provision;
  const name = anchored && number !== null ? <a href={`#${id}`}>{number}</a> : number;
  if (number === null && heading === null) return null;
  if (role === 'numbered') {
    return (
      <p class="provision-number">
        {name} {heading === null ? null : <b>{heading}</b>}
      </p>
    );
  }
  const inner = (
    <>
      {name === null ? null : <span class="provision-number">{name}</span>}{' '}
      {heading === null ? null : <span class="provision-heading">{heading}</span>}
    </>
  );
  return <Heading level={role === 'article' ? level : 2}>{inner}</Heading>;
}

export interface TextContentsProps {
  label: string;
  entries: readonly { id: string; label: string; depth: number }[];
}

/** The table of contents beside a text. */
export function TextContents({ label, entries }: TextContentsProps): Markup {
  return (
    <nav class="text-contents" aria-label={label}>
      <ol class="plain-list">
        {entries.map(({ depth, id, label: name }) => (
          <li class={`depth-${Math.min(depth, 2)}`}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface TextStretch {
  in: 'both' | 'from' | 'to';
  text: string;
}

export interface ChangedWordsProps {
  language: string;
  stretches: readonly TextStretch[];
  /** What stands for ears before words that were taken out or put in: “removed:”. */
  labels: { removed: string; added: string };
}

/** Words of two versions in one: what went is struck through, what came is underlined. */
export function ChangedWords({ language, stretches, labels }: ChangedWordsProps): Markup {
  return (
    <p class="changed-words" lang={language} dir={directionOfText(language)}>
      {stretches.map((stretch) => {
        if (stretch.in === 'both') return stretch.text;
        const isNew = stretch.in === 'to';
        const label = isNew ? labels.added : labels.removed;
        const inner = (
          <>
            <span class="hidden-visually">{label} </span>
            {stretch.text}
          </>
        );
        return isNew ? <ins>{inner}</ins> : <del>{inner}</del>;
      })}
    </p>
  );
}
