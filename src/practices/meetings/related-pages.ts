/** The pages to which an act of the practice leads on. */
import type { RecordedUnder, RelatedPage } from '../../kernel/define-area.ts';
import { kindOf, nameIn } from './registers.ts';

const page = (href: string, of: string): RelatedPage => ({
  href,
  label: `meetings.act.page.${of}`,
});

/** Which page of a session shows what acts of this kind are about. */
const VIEWS: Readonly<Record<string, string>> = {
  'issue-document': 'documents',
  sponsor: 'documents',
  'withdraw-sponsorship': 'documents',
  'withdraw-proposal': 'documents',
  'take-over': 'documents',
  'submit-credentials': 'credentials',
  'report-credentials': 'credentials',
  'request-floor': 'speakers',
  'give-floor': 'speakers',
  'end-speech': 'speakers',
  'withdraw-request': 'speakers',
  'deliver-statement': 'speakers',
  'rule-on-point': 'speakers',
  'close-list': 'speakers',
  'set-time-limit': 'speakers',
  'submit-input': 'inputs',
  'answer-input': 'inputs',
};

interface Named {
  readonly decision?: unknown;
  readonly number?: unknown;
}

/** The decision that the act is upon, or what else of the session, and the session. */
function ofSession(session: string, type: string, { decision }: Named): RelatedPage[] {
  const own = `/meetings/sessions/${session}`;
  const whole = page(own, 'session');
  if (typeof decision === 'string') {
    return [page(`${own}/decisions/${decision}`, 'decision'), whole];
  }
  const view = VIEWS[type.replace(/^meetings\./, '')];
  return view === undefined ? [whole] : [page(`${own}/${view}`, view), whole];
}

function ofVotes(body: string, { number }: Named): RelatedPage[] {
  const all = `/meetings/votes/${body}`;
  const one = typeof number === 'string' ? `${all}/${encodeURIComponent(number)}` : null;
  return [...(one === null ? [] : [page(one, 'roll-call')]), page(all, 'votes')];
}

/** What the act is about, and the body, session or text to which it belongs. */
export function relatedPages({ type, register, payload }: RecordedUnder): readonly RelatedPage[] {
  const kind = kindOf({ register });
  const name = kind === null ? '' : nameIn(kind, register);
  // What an act names is told by its own schema; a part that is withheld names nothing.
  const named = (payload ?? {}) as Named;
  switch (kind) {
    case 'session':
      return ofSession(name, type, named);
    case 'body':
      return [page(`/meetings/bodies/${name}`, 'body')];
    case 'text':
      return [page(`/meetings/texts/${name}`, 'text')];
    case 'votes':
      return ofVotes(name, named);
    case 'positions':
      return [page('/meetings/positions', 'positions')];
    case null:
      return [];
  }
}
