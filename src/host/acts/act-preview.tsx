/** What would follow from an act, shown before it is recorded. */
import { attachmentsIn } from '../../kernel/attachment.ts';
import type { ActDefinition } from '../../kernel/define-area.ts';
import { own } from '../../kernel/own.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import type { RowChange } from '../../kernel/table.ts';
import type { Preview } from '../../store/contract.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import type { Field } from '../../ui/form-fields/form-fields.tsx';
import type { PageContent } from '../../ui/page.ts';
import { formatBytes, formatDate } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Session } from '../account/sign-in.ts';
import { consequenceText } from '../consequence-text.ts';
import type { Fields } from '../form.ts';
import { PostForm } from '../pages/post-form.tsx';
import type { Share } from '../releases/share-preview.ts';
import { ShareShown } from '../releases/share-shown.tsx';
import { breadcrumb, payloadFieldsOf } from './act-form.tsx';
import { actTitle } from './act-words.ts';
import { laidOut } from './payload-form/walk.ts';

export interface PreviewShown {
  readonly text: Text;
  readonly session: Session;
  readonly definition: ActDefinition;
  readonly typed: Fields;
  readonly draft: DraftAct;
  readonly effect: Preview;
  readonly share: Share;
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
        cells: Object.fromEntries(names.map((name) => [name, cellOf(own(change.put, name))])),
      }))}
    />
  );
}

/** The rows are the record's own business: at hand, and not in the way. */
function Rows({ text, changes }: { text: Text; changes: readonly RowChange[] }) {
  const tables = [...new Set(changes.map((change) => change.table))];
  if (tables.length === 0) return null;
  return (
    <details>
      <summary>{text('host.acts.preview.rows')}</summary>
      {tables.map((table) => (
        <ChangesOfTable
          text={text}
          table={table}
          changes={changes.filter((change) => change.table === table)}
        />
      ))}
    </details>
  );
}

function Consequences({ text, effect }: PreviewShown) {
  const [first, ...rest] = effect.consequences.map((one) => consequenceText(text, one));
  if (first === undefined) {
    const key = effect.changes.length === 0 ? 'none' : 'no-standing';
    return <p>{text(`host.acts.preview.${key}`)}</p>;
  }
  return (
    <>
      <p class="lead">
        <strong>{first}</strong>
      </p>
      {rest.length === 0 ? null : (
        <ul>
          {rest.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The documents that the act names: each was kept before, and goes with it. */
function documentItems(text: Text, draft: DraftAct) {
  const named = attachmentsIn(draft.payload);
  if (named.length === 0) return [];
  const content = named.map(({ name, sizeBytes }) => (
    <div>
      <bdi>{name}</bdi> · {formatBytes(text.locale, sizeBytes)}
    </div>
  ));
  return [{ term: text('host.acts.documents'), content }];
}

/** Whose key will sign, and the mandate under which it does. */
function Author({ text, draft }: { text: Text; draft: DraftAct }) {
  const { author = '', mandate = null } = draft;
  return (
    <>
      <b translate="no">{author}</b>
      {mandate === null ? null : (
        <>
          {' '}
          {text('host.acts.author.under')}{' '}
          <a href={`/acts/${mandate}`} translate="no">
            <code>{mandate.slice(0, 16)}…</code>
          </a>
        </>
      )}
    </>
  );
}

const ACT_ID = /^[0-9a-f]{64}$/;

/** A value as it was typed; of a choice its words, of an act's id the way to it. */
function Typed({ text, field }: { text: Text; field: Field }) {
  const { value = '' } = field;
  if (field.kind === 'checkbox') return <>{text('ui.finding.yes')}</>;
  if (field.kind === 'instant') {
    const zone = field.zones.find((one) => one.value === field.zone)?.label ?? field.zone;
    return <>{`${value.replace('T', ' ')} ${zone}`}</>;
  }
  if (field.kind === 'select') {
    return <>{field.options.find((option) => option.value === value)?.label ?? value}</>;
  }
  return (
    <>
      {value.split('\n').map((line) => (
        <div dir="auto">
          {ACT_ID.test(line.trim()) ? (
            <a href={`/acts/${line.trim()}`} translate="no">
              <code>{line.trim().slice(0, 16)}…</code>
            </a>
          ) : (
            line
          )}
        </div>
      ))}
    </>
  );
}

/** What is said by the act, field by field. */
function saidItems({ text, definition, typed }: PreviewShown) {
  const whole = laidOut(definition, typed);
  const own = payloadFieldsOf({ text, definition, typed: whole, errors: {} });
  return own.flatMap((field) => {
    const { value = '' } = field;
    if (value.trim() === '' || field.kind === 'file' || field.kind === 'hidden') return [];
    const isDate = field.kind === 'date';
    const content = isDate ? formatDate(text.locale, value) : <Typed text={text} field={field} />;
    return [{ term: field.label, content }];
  });
}

/** In whose name, on what basis and where: what one is about to answer for. */
function Act(shown: PreviewShown) {
  const { text, draft } = shown;
  const { basis, effectiveOn = null } = draft;
  const said =
    basis.kind === 'recorded'
      ? `${text('host.acts.basis.recorded')}: ${basis.source}`
      : text('host.acts.basis.signed');
  const items = [
    { term: text('host.acts.actor'), content: <b translate="no">{draft.actor}</b> },
    ...(draft.author === undefined
      ? []
      : [{ term: text('host.acts.signs'), content: <Author text={text} draft={draft} /> }]),
    { term: text('host.acts.register'), content: <span translate="no">{draft.register}</span> },
    { term: text('host.acts.basis'), content: <bdi>{said}</bdi> },
    ...(effectiveOn === null
      ? []
      : [{ term: text('host.acts.effective-on'), content: formatDate(text.locale, effectiveOn) }]),
    ...saidItems(shown),
    ...documentItems(text, draft),
  ];
  return <DefinitionList items={items} />;
}

/** What would follow from the act. It carries the whole form on, so nothing is kept meanwhile. */
export function previewPage(shown: PreviewShown): PageContent {
  const { text, session, definition, typed, effect } = shown;
  const carried = Object.entries(typed).filter(([name]) => name !== 'step' && name !== 'token');
  return {
    title: text('host.acts.preview.title'),
    breadcrumb: breadcrumb(text),
    body: (
      <>
        <h1>{text('host.acts.preview.title')}</h1>
        <Consequences {...shown} />
        <section>
          <h2>{actTitle(text, definition)}</h2>
          <Act {...shown} />
          <Rows text={text} changes={effect.changes} />
        </section>
        <ShareShown text={text} share={shown.share} actor={shown.draft.actor} />
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
