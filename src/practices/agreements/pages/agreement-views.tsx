/** The views of one agreement, each a page of its own, and the way between them. */
import type { Markup } from '../../../ui/markup.ts';
import type { PageRequest } from '../../../ui/page.ts';
import { datesOf } from '../../../ui/page-dates.ts';
import { ViewLinks } from '../../../ui/view-links/view-links.tsx';

/** Views in the order of the row; each has a text `agreements.view.<key>`. */
const VIEWS = [
  { key: 'overview', path: '' },
  { key: 'text', path: '/text' },
  { key: 'reservations', path: '/reservations' },
  { key: 'versions', path: '/versions' },
  { key: 'moves', path: '/moves' },
  { key: 'what-it-takes', path: '/what-it-takes' },
  { key: 'notifications', path: '/notifications' },
  { key: 'certifying', path: '/certifying-statement' },
] as const;
export type AgreementView = (typeof VIEWS)[number]['key'];

interface AgreementViewsProps {
  readonly request: PageRequest;
  readonly agreement: string;
  /** Left out on a page that belongs to the agreement and is none of its views. */
  readonly current?: AgreementView;
}

/** Links to all views of an agreement, under the title of each. */
export function AgreementViews({ request, agreement, current }: AgreementViewsProps): Markup {
  const { text } = request;
  return (
    <ViewLinks
      label={text('agreements.views')}
      views={VIEWS.map(({ key, path }) => ({
        label: text(`agreements.view.${key}`),
        href: `/agreements/${agreement}${path}${datesOf(request)}`,
        current: key === current,
      }))}
    />
  );
}
