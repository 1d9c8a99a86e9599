/** Words with brackets as inline elements: a proposal is `ins`, what some would strike is `del`. */
import { own } from '../../kernel/own.ts';
import {
  type Alternative,
  type Attribution,
  type Inline,
  attributed,
  isBracket,
  isPlaceholder,
  normalWords,
} from '../bracketed-text/bracketed-text.ts';
import { UNWRITABLE } from './marks.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // As itself it would be read as a line feed. XML 1.0, section 2.11.
  '\r': '&#13;',
};

/** Words between tags, or a value of an attribute that has no unwritable characters. */
export function writeText(text: string): string {
  return text
    .replaceAll(/[&<>"'\r]/g, (sign) => own(ESCAPES, sign) ?? sign)
    .replaceAll(UNWRITABLE, (sign) => {
      const code = sign.charCodeAt(0).toString(16);
      return `<marker name="character" open:is="character" open:code="${code}"/>`;
    });
}

const PEOPLE = ['by', 'supportedBy', 'opposedBy'] as const;
const SAID = { by: '', supportedBy: 'supported by ', opposedBy: 'opposed by ' } as const;

function attributes(people: Attribution): string {
  return PEOPLE.map((which) => {
    const actors = people[which] ?? [];
    return actors.length === 0 ? '' : ` open:${which}="${actors.map(writeText).join(' ')}"`;
  }).join('');
}

/** What a reader that knows nothing of the attributes is told at the foot of the page. */
function note(people: Attribution): string {
  const said = PEOPLE.flatMap((which) => {
    const actors = people[which] ?? [];
    return actors.length === 0 ? [] : [`${SAID[which]}${actors.map(writeText).join(', ')}`];
  });
  if (said.length === 0) return '';
  return `<authorialNote placement="bottom"><p>${said.join('; ')}</p></authorialNote>`;
}

/** Somebody's words are put in; words that are nobody's and are opposed would be struck. */
function elementOf({ by = [], opposedBy = [] }: Attribution): string {
  if (by.length > 0) return 'ins';
  return opposedBy.length > 0 ? 'del' : 'inline name="alternative"';
}

function alternative(one: Alternative): string {
  const { words, ...people } = attributed(one);
  const element = elementOf(people);
  const [name = ''] = element.split(' ');
  const inner = `[${inlines(words)}${note(people)}]`;
  return `<${element} open:is="alternative"${attributes(people)}>${inner}</${name}>`;
}

function inlines(words: readonly Inline[]): string {
  return words
    .map((inline) => {
      if (isPlaceholder(inline)) {
        const label = writeText(inline.placeholder);
        return `<inline name="placeholder" open:is="placeholder">[${label}]</inline>`;
      }
      if (!isBracket(inline)) return writeText(inline);
      const all = inline.alternatives.map(alternative).join('');
      return `<inline name="alternatives" open:is="alternatives">${all}</inline>`;
    })
    .join('');
}

/** Words in their normal form as inline elements. */
export function writeInlines(words: readonly Inline[]): string {
  return inlines(normalWords(words));
}

/** Everybody who is named in words, once, in alphabetical order. */
export function actorsIn(words: readonly Inline[]): readonly string[] {
  const named = new Set<string>();
  const look = (inline: Inline): void => {
    if (!isBracket(inline)) return;
    for (const one of inline.alternatives) {
      const { words: inner, ...people } = attributed(one);
      for (const which of PEOPLE) for (const actor of people[which] ?? []) named.add(actor);
      inner.forEach(look);
    }
  };
  words.forEach(look);
  return [...named].sort();
}
