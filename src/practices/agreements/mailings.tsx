/** What the practice sends by e-mail: each depositary notification, in its reader's language. */
import { isRefusal } from '../../kernel/refusal.ts';
import type { Mailing } from '../../ui/letter.ts';
import { NotificationPaper } from './pages/depositary/notification.tsx';
import { notificationLines } from './pages/depositary/notification-text.ts';
import { notification } from './questions/notifications.ts';

const notificationMailing: Mailing = {
  type: 'agreements.notify',
  async compose(request, act) {
    const { locale, text } = request;
    const shown = await request.ask(notification, { act, locale });
    if (isRefusal(shown)) return shown;
    return {
      subject: `${shown.number}: ${shown.title}`,
      text: notificationLines(text, shown).join('\n\n'),
      body: <NotificationPaper text={text} shown={shown} />,
      href: `/notifications/${shown.number}`,
    };
  },
};

export const agreementMailings: readonly Mailing[] = [notificationMailing];
