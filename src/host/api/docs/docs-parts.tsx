/** What pages of the documentation share: lines to copy, and a schema as a table. */
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import type { Markup } from '../../../ui/markup.ts';
import type { Text } from '../../../ui/text/text.ts';
import type { JsonSchema } from '../json-schema.ts';
import { schemaRows } from './schema-rows.ts';
import type { Snippet } from './snippets.ts';

export const docsBreadcrumb = (text: Text) => [
  { href: '/', label: text('host.front') },
  { href: '/api', label: text('host.section.api') },
];

/** Lines to copy, each way under its name. */
export function Snippets({ snippets }: { snippets: readonly Snippet[] }): Markup {
  return (
    <>
      {snippets.map(({ name, code }) => (
        <>
          <h3>{name}</h3>
          <pre translate="no" dir="ltr" tabindex={0}>
            {code}
          </pre>
        </>
      ))}
    </>
  );
}

/** The members of a schema with their types. */
export function SchemaTable(props: { text: Text; id: string; schema: JsonSchema }): Markup {
  const { text, id, schema } = props;
  const { rows, more } = schemaRows(schema);
  const columns = ['name', 'type', 'needed', 'description'] as const;
  return (
    <>
      <DataTable
        text={text}
        id={id}
        caption={text(`host.docs.${id}`)}
        captionHidden
        columns={columns.map((key) => ({ key, label: text(`host.docs.column.${key}`) }))}
        rows={rows.map((row) => ({
          cells: {
            name: <code translate="no">{row.path}</code>,
            type: <span translate="no">{row.type}</span>,
            needed: text(row.required ? 'host.docs.yes' : 'host.docs.no'),
            description: <span translate="no">{row.description}</span>,
          },
        }))}
      />
      {more > 0 ? <p>{text('host.docs.more', { count: more })}</p> : null}
    </>
  );
}
