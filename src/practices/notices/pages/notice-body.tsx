/** What a notice says: its words, needs, documents, and what it carries for machines. */
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../ui/markup.ts';
import { PlainDate } from '../../../ui/plain-date/plain-date.tsx';
import { formatBytes, formatNumber } from '../../../ui/text/format.ts';
import type { Text } from '../../../ui/text/text.ts';
import { Paragraphs } from '../../../ui/thread/thread.tsx';
import type { Shown } from './answers.ts';

interface SaidProps {
  readonly text: Text;
  readonly shown: Shown;
}

const NEED_COLUMNS = ['what', 'quantity', 'where', 'by'] as const;

function Needs({ text, shown }: SaidProps): Markup | null {
  const { language, needs } = shown.says;
  if (needs.length === 0) return null;
  return (
    <section>
      <h2>{text('notices.needs')}</h2>
      <DataTable
        text={text}
        id="needs"
        caption={text('notices.needs')}
        captionHidden
        columns={NEED_COLUMNS.map((key) => ({ key, label: text(`notices.need.${key}`) }))}
        rows={needs.map(({ what, quantity, where, by }) => ({
          cells: {
            what: (
              <span lang={language} dir="auto">
                {what}
              </span>
            ),
            quantity:
              quantity === undefined
                ? '–'
                : `${formatNumber(text.locale, quantity.amount)} ${quantity.unit ?? ''}`,
            where: where ?? '–',
            by: by === undefined ? '–' : <PlainDate text={text} on={by} />,
          },
        }))}
      />
    </section>
  );
}

/** What of it machines read, and by which standard. */
function Content({ text, shown }: SaidProps): Markup | null {
  const { content } = shown.says;
  if (content === null) return null;
  if (content.standard === 'stix') {
    return <p>{text('notices.content.stix', { count: content.count })}</p>;
  }
  return (
    <p>
      {text('notices.content.cap')} <code translate="no">{content.identifier}</code> ·{' '}
      <code translate="no">{content.sender}</code> · <code translate="no">{content.sent}</code>
    </p>
  );
}

function Annex({ text, shown }: SaidProps): Markup | null {
  const { annex, says } = shown;
  if (annex === null) return null;
  return (
    <section>
      <h2>{text('notices.annex')}</h2>
      <Paragraphs words={annex.text} language={says.language} />
    </section>
  );
}

/** The documents of the notice and of its annex. */
export function Documents({ text, shown }: SaidProps): Markup | null {
  const { document } = shown.says;
  const first = document === undefined ? [] : [document];
  const documents = [...first, ...shown.says.documents, ...(shown.annex?.documents ?? [])];
  if (documents.length === 0) return null;
  return (
    <section>
      <h2>{text('notices.documents')}</h2>
      <ul class="plain-list">
        {documents.map(({ digest, name, sizeBytes }) => (
          <li>
            <a href={`/attachments/${digest}`}>
              <bdi>{name}</bdi>
            </a>{' '}
            <small>{formatBytes(text.locale, sizeBytes)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the notice says. */
export function Said({ text, shown }: SaidProps): Markup {
  return (
    <>
      <Paragraphs words={shown.says.body} language={shown.language} />
      <Content text={text} shown={shown} />
      <Needs text={text} shown={shown} />
      <Annex text={text} shown={shown} />
    </>
  );
}
