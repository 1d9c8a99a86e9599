/** The documents that an act names, as its page lists them. */
import type { Attachment } from '../../kernel/attachment.ts';
import type { KnownDocument } from '../../kernel/attachment-type.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { formatBytes } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';

export interface AttachmentListProps {
  readonly text: Text;
  readonly attachments: readonly Attachment[];
  /** What the node holds of them, by digest. */
  readonly held: ReadonlyMap<string, KnownDocument>;
}

const COLUMNS = ['name', 'type', 'size', 'where', 'digest'] as const;

function whereOf(text: Text, named: Attachment, held: KnownDocument | undefined): string {
  if (!held) return text('host.record.document.not-at-hand');
  return held.mediaType === named.mediaType
    ? text('host.record.document.at-hand')
    : text('host.record.document.differs', { type: held.mediaType });
}

function cellsOf(text: Text, named: Attachment, held: KnownDocument | undefined) {
  const name = <bdi>{named.name}</bdi>;
  return {
    name: held ? <a href={`/attachments/${named.digest}`}>{name}</a> : name,
    type: <span translate="no">{named.mediaType}</span>,
    size: formatBytes(text.locale, named.sizeBytes),
    where: whereOf(text, named, held),
    digest: <code translate="no">{named.digest}</code>,
  };
}

/** A table of the documents, each with its digest and whether it is at hand; nothing for none. */
export function AttachmentList({ text, attachments, held }: AttachmentListProps) {
  if (attachments.length === 0) return null;
  return (
    <section>
      <h2>{text('host.record.documents')}</h2>
      <DataTable
        text={text}
        id="documents"
        caption={text('host.record.documents')}
        captionHidden
        columns={COLUMNS.map((key) => ({ key, label: text(`host.record.document.${key}`) }))}
        rows={attachments.map((named) => ({
          cells: cellsOf(text, named, held.get(named.digest)),
        }))}
      />
      <p>{text('host.record.documents.proof')}</p>
    </section>
  );
}
