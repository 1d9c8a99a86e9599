import { Heading } from '../heading/heading.tsx';
import type { Content, HeadingLevel, Markup } from '../markup.ts';

export interface SpecimenProps {
  id: string;
  /** What is special in this one. */
  title: string;
  level?: HeadingLevel;
  children?: Content;
}

/** A component in one of its states, framed, so that one sees where it begins and ends. */
export function Specimen({ id, title, level = 2, children }: SpecimenProps): Markup {
  return (
    <section class="specimen" aria-labelledby={id}>
      <Heading level={level} id={id}>
        {title}
      </Heading>
      <div class="specimen-stage">{children}</div>
    </section>
  );
}

export interface SwatchesProps {
  /** Names of tokens, without their dashes. */
  names: readonly string[];
  of: 'colour' | 'type' | 'space';
}

/** What a token looks like: a field in its colour, letters in its size, a bar of its length. */
export function Swatches({ names, of }: SwatchesProps): Markup {
  return (
    <ul class={`plain-list swatches swatches-${of}`}>
      {names.map((name) => (
        <li>
          <svg
            viewBox={of === 'colour' ? '0 0 56 32' : undefined}
            aria-hidden="true"
            focusable="false"
          >
            {sampleOf(name, of)}
          </svg>
          <code translate="no">--{name}</code>
        </li>
      ))}
    </ul>
  );
}

function sampleOf(name: string, of: SwatchesProps['of']): Markup {
  const value = `var(--${name})`;
  if (of === 'colour') return <rect width="56" height="32" rx="4" fill={value} />;
  if (of === 'space') return <rect width={value} height="14" y="4" />;
  return (
    <text y="2.2rem" font-size={value}>
      Aa
    </text>
  );
}
