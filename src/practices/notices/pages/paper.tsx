/**
 * A notice as a paper: a note verbale in the third person, numbered, initialled and sealed, whose
 * formulas are its sender's own words. VCDR Art. 41(2).
 */
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Markup } from '../../../ui/markup.ts';
import { OfficialPaper } from '../../../ui/official-paper/official-paper.tsx';
import type { Page, PageRequest } from '../../../ui/page.ts';
import { formatDate } from '../../../ui/text/format.ts';
import type { Text } from '../../../ui/text/text.ts';
import { Paragraphs } from '../../../ui/thread/thread.tsx';
import type { Shown } from './answers.ts';
import { findNotice } from './find-notice.ts';
import { noticeHref } from './links.ts';
import { Marked } from './marked.tsx';

function Signature({ text, shown }: { text: Text; shown: Shown }): Markup {
  const { form } = shown.says;
  const place = form?.place === undefined ? '' : `${form.place}, `;
  return (
    <>
      <p>
        {place}
        {formatDate(text.locale, shown.issuedAt.slice(0, 10))}
      </p>
      {form === undefined ? null : (
        <p>
          <b translate="no">{form.initials}</b>
        </p>
      )}
      <p>
        <small>{text('notices.paper.seal', { act: shown.notice.slice(0, 16) })}</small>
      </p>
    </>
  );
}

/** The notice itself, without the page around it. */
export function NoticePaper({ text, shown }: { text: Text; shown: Shown }): Markup {
  const { says, language } = shown;
  const to = shown.addressees.map(({ name }) => name).join(', ');
  return (
    <OfficialPaper
      kind={`${shown.senderName} · ${text(`notices.paper.${shown.kind}`)}`}
      {...(shown.number === null ? {} : { reference: shown.number })}
      {...(to === '' ? {} : { addressee: text('notices.paper.to', { names: to }) })}
      title={shown.subject}
      signature={<Signature text={text} shown={shown} />}
    >
      <Paragraphs words={says.form?.opening ?? ''} language={language} />
      <Paragraphs words={says.body} language={language} />
      <Paragraphs words={says.form?.closing ?? ''} language={language} />
    </OfficialPaper>
  );
}

function Beside({ request, shown }: { request: PageRequest; shown: Shown }): Markup {
  const { text } = request;
  return (
    <p class="beside-paper">
      <small>
        {text('notices.paper.print')}{' '}
        <a href={noticeHref(shown, request)}>{text('notices.act.page.notice')}</a>
      </small>
    </p>
  );
}

export const paperPage: Page = {
  path: '/notices/:channel/:notice/paper',
  section: 'notices',
  examples: ['/notices/notes-verbales/latest/paper'],
  async render(request) {
    const { text } = request;
    const shown = await findNotice(request);
    if (isRefusal(shown)) return shown;
    return {
      title: shown.subject,
      breadcrumb: [
        { label: 'Concord', href: '/' },
        { label: text('notices.title'), href: '/notices' },
        { label: shown.channelTitle, href: `/notices/${shown.channel}` },
      ],
      body: (
        <>
          <Marked request={request} shown={shown}>
            <NoticePaper text={text} shown={shown} />
          </Marked>
          <Beside request={request} shown={shown} />
        </>
      ),
    };
  },
};
