import { Heading } from '../heading/heading.tsx';
import type { Markup } from '../markup.ts';
import type { Block, Span } from './markdown.ts';

/** A picture as it is served. */
export interface GuidePicture {
  readonly href: string;
  readonly width: number;
  readonly height: number;
}

export interface GuideTextProps {
  readonly blocks: readonly Block[];
  /** Where a link of the text leads here; null: nowhere, and its words are shown alone. */
  readonly hrefOf: (target: string) => string | null;
  /** Where a name in code leads, as an address or a rule; null: nowhere. */
  readonly placeOf: (code: string) => string | null;
  /** The picture of a file; null: it is not there. */
  readonly pictureOf: (file: string) => GuidePicture | null;
}

function Words({ span, ...given }: GuideTextProps & { span: Span }): Markup {
  if (span.kind === 'strong') return <b>{span.words}</b>;
  if (span.kind === 'link') {
    const href = given.hrefOf(span.target);
    return href === null ? <>{span.words}</> : <a href={href}>{span.words}</a>;
  }
  if (span.kind === 'plain') return <>{span.words}</>;
  const code = (
    <code dir="ltr" translate="no">
      {span.words}
    </code>
  );
  const href = given.placeOf(span.words);
  return href === null ? code : <a href={href}>{code}</a>;
}

function Line({ spans, ...given }: GuideTextProps & { spans: readonly Span[] }): Markup {
  return (
    <>
      {spans.map((span) => (
        <Words {...given} span={span} />
      ))}
    </>
  );
}

type ListBlock = Extract<Block, { kind: 'list' }>;

function List({ block, ...given }: GuideTextProps & { block: ListBlock }): Markup {
  const items = block.items.map((spans) => (
    <li>
      <Line {...given} spans={spans} />
    </li>
  ));
  return block.ordered ? <ol class="guide-steps">{items}</ol> : <ul>{items}</ul>;
}

type PictureBlock = Extract<Block, { kind: 'picture' }>;

function Picture({ block, pictureOf }: GuideTextProps & { block: PictureBlock }): Markup | null {
  const picture = pictureOf(block.file);
  if (picture === null) return null;
  const { href, width, height } = picture;
  return (
    <p class="guide-picture">
      <a href={href}>
        <img src={href} width={width} height={height} alt={block.says} loading="lazy" />
      </a>
    </p>
  );
}

function One({ block, ...given }: GuideTextProps & { block: Block }): Markup | null {
  switch (block.kind) {
    case 'heading':
      return <Heading level={block.level < 3 ? 2 : 3}>{block.words}</Heading>;
    case 'list':
      return <List {...given} block={block} />;
    case 'picture':
      return <Picture {...given} block={block} />;
    case 'commands':
      return (
        <pre class="guide-commands" dir="ltr" translate="no" tabindex={0}>
          <code>{block.words}</code>
        </pre>
      );
    default:
      return (
        <p>
          <Line {...given} spans={block.spans} />
        </p>
      );
  }
}

/** A text of the user guide: numbered steps, pictures, commands, and links to what it speaks of. */
export function GuideText(given: GuideTextProps): Markup {
  return (
    <div class="guide-text">
      {given.blocks.map((block) => (
        <One {...given} block={block} />
      ))}
    </div>
  );
}
