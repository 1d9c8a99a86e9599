/** The pictures of the guide and of the README, as the steps by which each is come to. */

export interface Picture {
  /** Below `docs/pictures`. */
  readonly file: string;
  readonly address: string;
  readonly signedIn?: true;
  /** What is pressed on the way, by the words on it. */
  readonly press?: string;
  /** What the picture is about: it is outlined, and its words are held to what was shown. */
  readonly mark: string;
  /** The element of several that fit, by words that it has. */
  readonly having?: string;
  readonly lang?: 'ar';
  readonly width?: number;
  readonly height?: number;
  /** A picture of a whole page has no outline. */
  readonly isWhole?: true;
}

const DECISIONS = '/meetings/sessions/first-session/decisions';
const act = (type: string, fields: Readonly<Record<string, string>> = {}): string =>
  `/acts/new?${new URLSearchParams({ type, ...fields }).toString()}`;

const DEPOSIT = {
  register: 'agreements/comprehensive-test-ban-treaty',
  actor: 'USA',
  basis: 'recorded',
  source: 'Instrument received on 20 January 2026',
  'payload.instrument': 'ratification',
  'payload.on': '2026-01-20',
};

const guide = (name: string, address: string, mark: string, more: object = {}): Picture => ({
  file: `guide/${name}.png`,
  address,
  mark,
  ...more,
});

/** Those of the guide. What depends on the day is asked as of one. */
export const GUIDE_PICTURES: readonly Picture[] = [
  guide(
    'is-it-in-force',
    '/agreements/comprehensive-test-ban-treaty?asOf=2026-01-20',
    '[data-part="why"]',
  ),
  guide('what-binds-two-states', '/between?one=KEN&other=NOR&asOf=2026-01-20', 'main table'),
  guide(
    'how-two-states-vote',
    '/meetings/votes/general-conference/agreement?one=KEN&other=FRA&show=all',
    'main .title',
  ),
  guide('what-is-due', '/ministry/KEN?since=2016-01-01&asOf=2017-01-01', 'main .title'),
  guide(
    'what-would-it-take',
    '/agreements/paris-agreement/what-it-takes?asOf=2016-08-01&assume=USA&assume=CHN',
    'main .title',
  ),
  guide('record-a-deposit', act('agreements.deposit', DEPOSIT), 'main .lead', {
    signedIn: true,
    press: 'Preview the effect',
  }),
  guide('full-powers', act('agreements.present-full-powers'), 'main fieldset', {
    signedIn: true,
    having: 'What they allow',
  }),
  guide(
    'reservations-and-objections',
    '/agreements/genocide-convention/reservations?asOf=2026-01-20',
    'main .title',
  ),
  guide('notify-the-parties', '/desk/depositary?asOf=2016-10-10', 'main table'),
  guide('convene-a-session', '/meetings/sessions/first-session', 'main .title'),
  guide('credentials', act('meetings.report-credentials'), 'main fieldset', { signedIn: true }),
  guide('table-a-text', '/meetings/texts/draft-declaration', 'main .title'),
  guide('put-to-the-vote', `${DECISIONS}/closure-of-debate`, 'main .title'),
  guide('decide-by-silence', `${DECISIONS}/work-plan-by-silence`, 'main .title'),
  guide('issue-a-notice', '/notices/outbreak-alerts', 'main .title'),
  guide('acknowledge-a-notice', '/notices/outbreak-alerts/latest', 'main table'),
  guide('follow-what-happens', '/feeds', 'main table'),
  guide('verify-a-file', '/verify', 'main'),
  guide('ask-from-a-program', '/api/docs/questions/agreements.status', 'main form'),
  guide('follow-another-node', '/admin/nodes', 'main form', { signedIn: true }),
];

/** Those of the README: whole pages, one of them on a phone. */
export const README_PICTURES: readonly Picture[] = [
  {
    file: 'front-page.png',
    address: '/?asOf=2026-01-20',
    mark: 'main .title',
    width: 1280,
    height: 1180,
    isWhole: true,
  },
  {
    file: 'agreement.png',
    address: '/agreements/paris-agreement?asOf=2026-01-20',
    mark: 'main .title',
    width: 1280,
    height: 1300,
    isWhole: true,
  },
  {
    file: 'votes.png',
    address: '/meetings/votes/general-conference/agreement?one=KEN&other=FRA&show=all',
    mark: 'main .title',
    width: 1280,
    height: 900,
    isWhole: true,
  },
  {
    file: 'phone-arabic.png',
    address: '/agreements/paris-agreement?asOf=2026-01-20',
    lang: 'ar',
    mark: 'main .title',
    width: 360,
    height: 760,
    isWhole: true,
  },
];
