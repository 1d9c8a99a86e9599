/** What the practice sends by e-mail: notices that are clear for all, in the reader’s language. */
import { isRefusal } from '../../kernel/refusal.ts';
import type { Mailing } from '../../ui/letter.ts';
import { NoticePaper } from './pages/paper.tsx';
import { notice } from './questions/notice.ts';

const noticeMailing: Mailing = {
  type: 'notices.issue',
  async compose(request, act) {
    const { locale, text } = request;
    const shown = await request.ask(notice, { notice: act, locale });
    if (isRefusal(shown)) return shown;
    const precedence = text(`notices.precedence.${shown.precedence}`);
    const { form, body } = shown.says;
    const lines = [
      `${shown.senderName} · ${precedence}`,
      form?.opening ?? '',
      body,
      form?.closing ?? '',
    ];
    return {
      subject: `${precedence}: ${shown.subject}`,
      text: lines.filter((line) => line !== '').join('\n\n'),
      body: <NoticePaper text={text} shown={shown} />,
      href: `/notices/${shown.channel}/${act}`,
    };
  },
};

export const noticeMailings: readonly Mailing[] = [noticeMailing];
