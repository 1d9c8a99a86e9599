/** Whom an act would reach, or was chosen to reach, on its pages. */
import { notesIn } from '../../kernel/release-note.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { DefinitionList } from '../../ui/definition-list/definition-list.tsx';
import type { Content } from '../../ui/markup.ts';
import { formatDate, formatNumber } from '../../ui/text/format.ts';
import type { Text } from '../../ui/text/text.ts';
import type { Share } from './share-preview.ts';

const levelText = (level: string): string => `TLP:${level.toUpperCase()}`;

function Reached({ text, share }: { text: Text; share: Share }) {
  const column = (key: string, label: string) => ({ key, label: text(`host.releases.${label}`) });
  return (
    <DataTable
      text={text}
      id="reaches"
      caption={text('host.releases.preview')}
      captionHidden
      columns={[
        column('actor', 'actor'),
        column('through', 'through'),
        column('node', 'node'),
        column('fresh', 'fresh'),
      ]}
      rows={share.reaches.map(({ actor, through, node, isNew }) => ({
        cells: {
          actor: <b translate="no">{actor}</b>,
          through: through.join(', '),
          node: node ?? '',
          fresh: isNew ? text('host.releases.new') : '',
        },
      }))}
    />
  );
}

function Narrower({ text, share }: { text: Text; share: Share }) {
  const items = share.narrower.map(({ members, marking }) => ({
    term: members.join(', '),
    content: `${levelText(marking.level)} · ${text('host.releases.only', {
      actors: marking.to.join(', '),
    })}`,
  }));
  return items.length === 0 ? null : <DefinitionList items={items} />;
}

/** Before an act is released: how many it reaches, who they are, and who is new among them. */
export function ShareShown({ text, share, actor }: { text: Text; share: Share; actor: string }) {
  const counted = (key: string, count: number) => ({
    term: text(`host.releases.${key}`),
    content: formatNumber(text.locale, count),
  });
  const figures = [
    { term: text('host.releases.level'), content: levelText(share.level) },
    counted('actors', share.reaches.length),
    counted('nodes', share.nodes),
    counted('fresh', share.fresh),
  ];
  return (
    <section>
      <h2>{text('host.releases.preview')}</h2>
      {share.isForAll ? (
        <p>{text('host.releases.for-all')}</p>
      ) : (
        <>
          <DefinitionList items={figures} />
          {share.missesActor ? (
            <p>
              <strong>{text('host.releases.misses', { actor })}</strong>
            </p>
          ) : null}
          <Reached text={text} share={share} />
        </>
      )}
      <Narrower text={text} share={share} />
    </section>
  );
}

/** What was chosen when an act was released: groups, as of which day, and how many they were. */
export function chosenLines(text: Text, payload: Readonly<Record<string, unknown>>): Content[] {
  return notesIn(payload).flatMap(({ of, note }) =>
    note.groups.map(({ group, members }) => {
      const values = {
        group,
        day: formatDate(text.locale, note.on),
        count: formatNumber(text.locale, members.length),
      };
      const said =
        of === null
          ? text('host.releases.chosen', values)
          : text('host.releases.chosen.of', { ...values, member: of });
      return (
        <div>
          {said}: <bdi translate="no">{members.join(', ')}</bdi>
        </div>
      );
    }),
  );
}
