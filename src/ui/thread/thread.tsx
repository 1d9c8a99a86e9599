import type { Content, Markup } from '../markup.ts';

/** One thing said, and what answers it. */
export interface Said {
  content: Content;
  answers: readonly Said[];
}

/** What was said in a thread: each answer below what it answers. */
export function ThreadList({ said }: { said: readonly Said[] }): Markup {
  return (
    <ol class="thread plain-list">
      {said.map(({ content, answers }) => (
        <li>
          {content}
          {answers.length === 0 ? null : <ThreadList said={answers} />}
        </li>
      ))}
    </ol>
  );
}

const PARAGRAPHS = /\n\s*\n/;

/** Plain text in its paragraphs, in its own language and direction; lines end where they did. */
export function Paragraphs({ words, language }: { words: string; language: string }): Markup {
  const paragraphs = words.split(PARAGRAPHS).filter((one) => one.trim() !== '');
  return (
    <div class="as-written" lang={language} dir="auto">
      {paragraphs.map((one) => (
        <p>{one.trim()}</p>
      ))}
    </div>
  );
}
