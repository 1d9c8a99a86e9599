/** Where meetings begin: which bodies there are, and which of their sessions. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { EmptyState } from '../../../../ui/empty-state/empty-state.tsx';
import type { Page } from '../../../../ui/page.ts';
import { start } from '../../questions/start/start.ts';

export const startPage: Page = {
  path: '/meetings',
  section: 'meetings',
  examples: ['/meetings'],
  async render(request) {
    const { locale, text } = request;
    const shown = await request.ask(start, { locale });
    if (isRefusal(shown)) return shown;
    const { bodies, sessions } = shown;
    return {
      title: text('meetings.title'),
      breadcrumb: [{ label: 'Concord', href: '/' }],
      body: (
        <>
          <h1>{text('meetings.title')}</h1>
          <h2>{text('meetings.sessions')}</h2>
          {sessions.length === 0 ? (
            <EmptyState title={text('meetings.sessions.none')} />
          ) : (
            <ul>
              {sessions.map(({ name, title }) => (
                <li>
                  <a href={`/meetings/sessions/${name}`}>{title}</a>
                </li>
              ))}
            </ul>
          )}
          <h2>{text('meetings.bodies')}</h2>
          {bodies.length === 0 ? (
            <EmptyState title={text('meetings.bodies.none')} />
          ) : (
            <ul>
              {bodies.map(({ name, title }) => (
                <li>
                  <a href={`/meetings/bodies/${name}`}>{title}</a>
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    };
  },
};
