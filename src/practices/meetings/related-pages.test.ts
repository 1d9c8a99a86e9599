import { describe, expect, it } from 'vitest';
import { relatedPages } from './related-pages.ts';

const hrefs = (type: string, register: string, payload: unknown = {}): string[] =>
  relatedPages({ type: `meetings.${type}`, register, payload }).map(({ href }) => href);

describe('the pages to which an act leads on', () => {
  it('begin with the decision that it is upon', () => {
    const found = hrefs('vote', 'meetings/first-session', { decision: 'draft', choice: 'yes' });
    expect(found).toEqual([
      '/meetings/sessions/first-session/decisions/draft',
      '/meetings/sessions/first-session',
    ]);
  });

  it('are what of a session it is about', () => {
    expect(hrefs('issue-document', 'meetings/first-session')).toEqual([
      '/meetings/sessions/first-session/documents',
      '/meetings/sessions/first-session',
    ]);
    expect(hrefs('open-sitting', 'meetings/first-session')).toEqual([
      '/meetings/sessions/first-session',
    ]);
  });

  it('are those of the body, text or votes to whose register it belongs', () => {
    expect(hrefs('adopt-rules', 'bodies/council')).toEqual(['/meetings/bodies/council']);
    expect(hrefs('table-text', 'texts/declaration')).toEqual(['/meetings/texts/declaration']);
    expect(hrefs('record-roll-call', 'votes/assembly', { number: 'R/1' })).toEqual([
      '/meetings/votes/assembly/R%2F1',
      '/meetings/votes/assembly',
    ]);
    expect(hrefs('hold-position', 'positions/KEN')).toEqual(['/meetings/positions']);
  });

  it('are the session alone where the payload is withheld, and none elsewhere', () => {
    expect(hrefs('vote', 'meetings/first-session', null)).toEqual([
      '/meetings/sessions/first-session',
    ]);
    expect(hrefs('vote', 'agreements/river')).toEqual([]);
  });
});
