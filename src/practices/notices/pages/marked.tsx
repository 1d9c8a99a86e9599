/** What is marked says so above and below, as papers do. */
import type { Content, Markup } from '../../../ui/markup.ts';
import { MarkingBanner } from '../../../ui/marking-banner/marking-banner.tsx';
import type { PageRequest } from '../../../ui/page.ts';
import type { Shown } from './answers.ts';

/** So many are named; of more, how many there are. */
const NAMED_MAX = 12;

function releasedTo(
  { text }: PageRequest,
  { marking }: Pick<Shown, 'marking'>,
): string | undefined {
  const { level, to } = marking;
  if (level === 'clear') return undefined;
  return to.length <= NAMED_MAX
    ? text('notices.released.to', { names: to.join(', ') })
    : text('notices.released', { count: to.length });
}

interface MarkedProps {
  readonly request: PageRequest;
  readonly shown: Pick<Shown, 'marking'>;
  readonly children: Content;
}

/** The content between two banners. */
export function Marked({ request, shown, children }: MarkedProps): Markup {
  const banner = (
    <MarkingBanner level={shown.marking.level}>{releasedTo(request, shown)}</MarkingBanner>
  );
  return (
    <>
      {banner}
      {children}
      {banner}
    </>
  );
}
