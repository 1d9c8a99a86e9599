/** The pages to which an act of the practice leads on. */
import { z } from 'zod';
import type { RecordedUnder, RelatedPage } from '../../kernel/define-area.ts';

const Numbered = z.object({ number: z.string() });
const OfAgreement = z.object({ agreement: z.string() });

/** A notification has a page of its own, by its number. */
function notificationOf({ type, payload }: RecordedUnder): RelatedPage[] {
  const number = type === 'agreements.notify' ? Numbered.safeParse(payload).data?.number : null;
  if (!number) return [];
  const href = `/notifications/${encodeURIComponent(number)}`;
  return [{ href, label: 'agreements.act.page.notification' }];
}

/** The agreement, or the desk of the State in whose own register the act stands. */
export function relatedPages(act: RecordedUnder): readonly RelatedPage[] {
  const [room, name = ''] = act.register.split('/');
  if (room === 'agreements') {
    const page = { href: `/agreements/${name}`, label: 'agreements.act.page.agreement' };
    return [...notificationOf(act), page];
  }
  if (room !== 'national') return [];
  const agreement = OfAgreement.safeParse(act.payload).data?.agreement;
  const desk = { href: `/ministry/${name}`, label: 'agreements.ministry' };
  if (agreement === undefined) return [desk];
  return [desk, { href: `/agreements/${agreement}`, label: 'agreements.act.page.agreement' }];
}
