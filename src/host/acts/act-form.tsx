/** The making of an act in a browser: choose, fill in, see its effect, record it. */
import type { ActDefinition, Area } from '../../kernel/define-area.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { RowChange } from '../../kernel/table.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { type Field, FormFields } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { jsonSchemaOf } from '../api/json-schema.ts';
import type { Fields } from '../form.ts';
import { PostForm } from '../pages/post-form.tsx';
import { RefusalView } from '../pages/refusal-content.tsx';
import { type FieldsShown, schemaFields } from './schema-fields.ts';

const FORM = 'act';

const breadcrumb = (text: Text) => [
  { href: '/', label: text('host.front') },
  { href: '/acts/new', label: text('host.acts.choose') },
];

/** All kinds of acts, by area. */
export function chooseActPage(text: Text, areas: readonly Area[]): PageContent {
  return {
    title: text('host.acts.choose'),
    breadcrumb: breadcrumb(text).slice(0, 1),
    body: (
      <>
        <h1>{text('host.acts.choose')}</h1>
        {areas.map((area) => (
          <section>
            <h2>{area.title}</h2>
            <ul>
              {area.acts.map((act) => (
                <li>
                  <a href={`/acts/new?type=${act.type}`}>{act.title}</a>{' '}
                  <small translate="no">{act.type}</small>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  };
}

/** The fields that acts of every kind have; their names are those of the API. */
function commonFields(text: Text, session: Session, { typed, errors }: FieldsShown): Field[] {
  const field = (name: string, label: string) => ({
    name,
    label: text(`host.acts.${label}`),
    value: typed[name] ?? '',
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
  });
  const actor = typed['actor'] ?? session.person.actors[0] ?? '';
  const bases = ['signed', 'recorded'].map((value) => ({
    value,
    label: text(`host.acts.basis.${value}`),
  }));
  return [
    {
      ...field('register', 'register'),
      kind: 'text',
      required: true,
      hint: text('host.acts.register.hint'),
      lengthMax: 160,
    },
    { ...field('actor', 'actor'), kind: 'text', required: true, value: actor, lengthMax: 63 },
    {
      ...field('basis', 'basis'),
      kind: 'select',
      required: true,
      value: typed['basis'] ?? 'signed',
      options: bases,
    },
    { ...field('source', 'source'), kind: 'text', lengthMax: 400 },
    { ...field('effectiveOn', 'effective-on'), kind: 'date' },
  ];
}

export interface ActFormShown extends FieldsShown {
  readonly text: Text;
  readonly session: Session;
  readonly definition: ActDefinition;
  readonly refusal?: Refusal;
}

/** The form of one kind of act, with what was typed and what was wrong with it. */
export function actFormPage(shown: ActFormShown): PageContent {
  const { text, session, definition, refusal } = shown;
  const schema = jsonSchemaOf(definition.payload, 'input');
  const fields = [...commonFields(text, session, shown), ...schemaFields(schema, 'payload', shown)];
  const faults = fields.flatMap((field) =>
    field.error === undefined
      ? []
      : [{ fieldId: `${FORM}-${field.name}`, message: `${field.label}: ${field.error}` }],
  );
  return {
    title: definition.title,
    breadcrumb: breadcrumb(text),
    body: (
      <>
        <h1>{definition.title}</h1>
        {refusal === undefined ? null : (
          <RefusalView text={text} refusal={refusal} faults={faults} />
        )}
        <PostForm action="/acts/new" token={session.formToken}>
          <input type="hidden" name="type" value={definition.type} />
          <FormFields text={text} id={FORM} fields={fields} />
          <button type="submit" name="step" value="preview">
            {text('host.acts.preview')}
          </button>
        </PostForm>
      </>
    ),
  };
}

function ChangesOfTable(props: { text: Text; table: string; changes: readonly RowChange[] }) {
  const { text, table, changes } = props;
  const names = [...new Set(changes.flatMap((change) => Object.keys(change.put)))];
  const cellOf = (value: unknown) =>
    typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
  return (
    <DataTable
      text={text}
      id={`changes-${table}`}
      caption={table.replaceAll('_', ' ')}
      columns={names.map((name) => ({ key: name, label: name.replaceAll('_', ' ') }))}
      rows={changes.map((change) => ({
        cells: Object.fromEntries(names.map((name) => [name, cellOf(change.put[name])])),
      }))}
    />
  );
}

export interface PreviewShown {
  readonly text: Text;
  readonly session: Session;
  readonly definition: ActDefinition;
  readonly typed: Fields;
  readonly changes: readonly RowChange[];
}

/** What would follow from the act. It carries the whole form on, so nothing is kept meanwhile. */
export function previewPage({
  text,
  session,
  definition,
  typed,
  changes,
}: PreviewShown): PageContent {
  const tables = [...new Set(changes.map((change) => change.table))];
  const carried = Object.entries(typed).filter(([name]) => name !== 'step' && name !== 'token');
  return {
    title: text('host.acts.preview.title'),
    breadcrumb: breadcrumb(text),
    body: (
      <>
        <h1>{text('host.acts.preview.title')}</h1>
        <p>
          {definition.title} · <b translate="no">{typed['actor']}</b> ·{' '}
          <span translate="no">{typed['register']}</span>
        </p>
        {tables.length === 0 ? <p>{text('host.acts.preview.none')}</p> : null}
        {tables.map((table) => (
          <ChangesOfTable
            text={text}
            table={table}
            changes={changes.filter((change) => change.table === table)}
          />
        ))}
        <PostForm action="/acts/new" token={session.formToken}>
          {carried.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" name="step" value="confirm">
            {text('host.acts.confirm')}
          </button>{' '}
          <button type="submit" name="step" value="change" class="button-plain">
            {text('host.acts.change')}
          </button>
        </PostForm>
      </>
    ),
  };
}
