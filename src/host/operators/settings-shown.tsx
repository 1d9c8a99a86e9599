/** The settings that hold, and where each comes from; secrets are not shown. */
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { OverviewShown } from './overview-page.tsx';

const HIDDEN = '••••••';

/** The table of settings; nothing where none are known. */
export function SettingsShown({ text, settings }: OverviewShown) {
  if (settings.length === 0) return null;
  const columns = ['name', 'value', 'source'].map((key) => ({
    key,
    label: text(`host.operators.settings.${key}`),
  }));
  const rows = settings.map(({ name, value, secret, source, file }) => ({
    cells: {
      name: <code translate="no">{name}</code>,
      value:
        source === 'unset' ? null : (
          <bdi dir="ltr" translate="no">
            {secret ? HIDDEN : value}
          </bdi>
        ),
      source: (
        <>
          {text(`host.operators.settings.source.${source}`)}{' '}
          {file === null ? null : (
            <bdi dir="ltr" translate="no">
              {file}
            </bdi>
          )}
        </>
      ),
    },
  }));
  const caption = text('host.operators.settings');
  return (
    <section id="settings">
      <h2>{caption}</h2>
      <p>{text('host.operators.settings.why')}</p>
      <DataTable
        text={text}
        id="settings-table"
        captionHidden
        rowsFirst={rows.length}
        {...{ caption, columns, rows }}
      />
    </section>
  );
}
