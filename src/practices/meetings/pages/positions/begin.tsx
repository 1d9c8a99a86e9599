/** What one does where no position is. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';

const NOTE = '/acts/new?type=meetings.hold-position';

/** Says how a position comes here, and leads there. */
export function Begin({ request: { signedIn, text } }: { request: PageRequest }): Markup {
  const [key, href] = signedIn
    ? ['meetings.positions.begin', NOTE]
    : ['meetings.positions.sign-in', '/sign-in?to=/meetings/positions'];
  return (
    <p>
      <a href={href}>{text(key)}</a>
    </p>
  );
}
