/** `/actors/:actor/keys`: which key counted when, who may recover them, and what is in doubt. */
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { breadcrumbOf, actorHref, nameIn } from '../../practices/actors/pages/links.ts';
import { show } from '../../practices/actors/questions/show.ts';
import { doubtfulActs } from '../../store/doubtful-acts.ts';
import { listKeys } from '../../store/key-questions.ts';
import { showRecovery } from '../../store/recovery-questions.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import type { Page, PageRequest } from '../../ui/page.ts';
import { DoubtfulActs, KeyHistory, Recovery } from './beside-keys.tsx';
import { KeysPicture } from './keys-picture.tsx';
import { KeysTable } from './keys-table.tsx';
import { type KeysShown, readLives } from './key-lives.ts';

/** All that the page shows. A node’s operator has keys though no actor need be entered for it. */
async function read(request: PageRequest): Promise<KeysShown | Refusal> {
  const actor = request.params['actor'] ?? '';
  const known = await request.ask(show, { actor });
  const keys = await request.ask(listKeys, { actor });
  const recovery = await request.ask(showRecovery, { actor });
  const doubtful = await request.ask(doubtfulActs, { actor });
  if (isRefusal(keys)) return keys;
  if (isRefusal(recovery)) return recovery;
  if (isRefusal(doubtful)) return doubtful;
  if (isRefusal(known) && recovery.rows.length === 0) return known;
  const name = isRefusal(known) ? actor : nameIn(known.item, request);
  return { actor, name, lives: readLives(keys.rows, recovery.rows), recovery, doubtful };
}

function Keys({ request, shown }: { request: PageRequest; shown: KeysShown }) {
  const { text } = request;
  if (shown.lives.length === 0) {
    return (
      <EmptyState title={text('host.keys.none')}>
        <p>{text('host.keys.none.why')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <KeysPicture request={request} lives={shown.lives} />
      <KeysTable request={request} shown={shown} />
    </>
  );
}

export const keysPage: Page = {
  path: '/actors/:actor/keys',
  examples: ['/actors/KEN/keys', '/actors/un-secretary-general/keys'],
  section: 'actors',
  async render(request) {
    const { text } = request;
    const shown = await read(request);
    if (isRefusal(shown)) return shown;
    const { actor, name } = shown;
    const title = text('host.keys.title', { actor: name });
    return {
      title,
      description: text('host.keys.lead'),
      breadcrumb: [...breadcrumbOf(request), { label: name, href: actorHref(actor, request) }],
      body: (
        <>
          <div class="title">
            <h1>{title}</h1>
            <p>{text('host.keys.lead')}</p>
          </div>
          <div class="columns">
            <div>
              <Keys request={request} shown={shown} />
              <DoubtfulActs request={request} shown={shown} />
            </div>
            <aside>
              <Recovery request={request} shown={shown} />
              <KeyHistory request={request} shown={shown} />
            </aside>
          </div>
        </>
      ),
    };
  },
};
