import type { Markup } from '../markup.ts';

export interface PictureLinksProps {
  /** What the links are of. */
  label: string;
  links: readonly { href: string; label: string }[];
}

/** Below a picture: the picture as a file, its numbers, the table beside it. */
export function PictureLinks({ label, links }: PictureLinksProps): Markup {
  return (
    <p class="picture-links">
      <span>{label}</span>
      {links.map((link) => (
        <a href={link.href}>{link.label}</a>
      ))}
    </p>
  );
}
