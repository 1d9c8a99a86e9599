/** Each key with its days and the acts that brought and ended it. */
import { downloadsOf } from '../../practices/actors/pages/links.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { PageRequest } from '../../ui/page.ts';
import { PlainDate } from '../../ui/plain-date/plain-date.tsx';
import type { Text } from '../../ui/text/text.ts';
import { actWords } from '../acts/act-words.ts';
import type { KeyLife, KeysShown } from './key-lives.ts';

/** An act by what it is called, leading to it. */
export function ActLink({ text, act, type }: { text: Text; act: string; type: string }) {
  return <a href={`/acts/${act}`}>{actWords(text, type)}</a>;
}

function cellsOf(text: Text, { key, came, ended }: KeyLife) {
  return {
    key: <code translate="no">{key}</code>,
    since: <PlainDate text={text} on={came.on} />,
    by: <ActLink text={text} {...came} />,
    until:
      ended === null ? text('host.keys.state.counts') : <PlainDate text={text} on={ended.on} />,
    ended: ended === null ? '–' : <ActLink text={text} {...ended} />,
  };
}

/** The table beside the picture; the last key stands last, as in the record. */
export function KeysTable({ request, shown }: { request: PageRequest; shown: KeysShown }) {
  const { text } = request;
  return (
    <DataTable
      text={text}
      id="keys"
      caption={text('host.keys')}
      captionHidden
      columns={['key', 'since', 'by', 'until', 'ended'].map((key) => ({
        key,
        label: text(`host.keys.column.${key}`),
      }))}
      rows={shown.lives.map((life) => ({ id: `key-${life.key}`, cells: cellsOf(text, life) }))}
      downloads={downloadsOf('keys.list', { actor: shown.actor }, request)}
    />
  );
}
