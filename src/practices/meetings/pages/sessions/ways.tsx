/** What one can do in a session: a delegation for itself, and whoever presides. */
import type { Markup } from '../../../../ui/markup.ts';
import type { PageRequest } from '../../../../ui/page.ts';
import { DELEGATIONS_ACTS } from '../../questions/sessions/may-do.ts';
import type { Props, Shown } from './answers.ts';
import { doHref } from './links.ts';

/** Whether the reader acts for one of those who direct the session. */
export async function readerDirects(request: PageRequest, shown: Shown): Promise<boolean> {
  const standing = await request.standing?.('meetings.give-floor');
  if (standing === undefined) return false;
  return standing.records || standing.actors.some((one) => shown.presiding.includes(one));
}

interface Way {
  readonly verb: string;
  readonly payload?: Readonly<Record<string, string>>;
}

/** What whoever presides does next, as the session stands. */
function ofChair({ item, nextSpeaker, sitting, speaker }: Shown): readonly Way[] {
  if (sitting === null) return [{ verb: 'open-sitting' }, { verb: 'set-order-of-day' }];
  if (sitting.standing === 'suspended') return [{ verb: 'resume-sitting' }];
  return [
    ...(nextSpeaker === null ? [] : [{ verb: 'give-floor', payload: { to: nextSpeaker } }]),
    ...(speaker === null ? [] : [{ verb: 'end-speech' }]),
    ...(item === null
      ? [{ verb: 'take-up-item' }]
      : [{ verb: 'conclude-item', payload: { item: item.item } }]),
    { verb: 'register-presence' },
    { verb: 'put-question' },
    { verb: 'suspend-sitting' },
    { verb: 'close-sitting' },
  ];
}

const ABOUT_ITEM: ReadonlySet<string> = new Set(['request-floor', 'deliver-statement']);

/** What a delegation may do; whoever directs the session records it for any of them. */
function ofDelegation(shown: Shown, directs: boolean): readonly Way[] {
  const { credentialsNeeded, item, mayDo, sitting } = shown;
  return DELEGATIONS_ACTS.filter((verb) => {
    if (verb === 'submit-credentials' && credentialsNeeded === 'none') return false;
    if (!directs) return mayDo.includes(verb);
    return verb !== 'check-in' || sitting?.standing === 'open';
  }).map((verb) => ({
    verb,
    ...(item !== null && ABOUT_ITEM.has(verb) && { payload: { item: item.item } }),
  }));
}

function Buttons({ request, shown, ways }: Props & { ways: readonly Way[] }): Markup {
  return (
    <ul class="plain-list tags">
      {ways.map(({ payload, verb }) => (
        <li>
          <a href={doHref(shown.head.session, verb, payload)}>
            {request.text(`meetings.session.do.${verb}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Ways to act; who is not signed in is told how to be. */
export function Ways({ request, shown, directs }: Props & { directs: boolean }): Markup | null {
  const { signedIn, text } = request;
  if (!signedIn) {
    const to = encodeURIComponent(`/meetings/sessions/${shown.head.session}`);
    return (
      <section>
        <a href={`/sign-in?to=${to}`}>{text('meetings.session.sign-in')}</a>
      </section>
    );
  }
  const ways = ofDelegation(shown, directs);
  if (ways.length === 0 && !directs) return null;
  return (
    <section aria-labelledby="ways-title">
      <h2 id="ways-title">{text('meetings.session.ways')}</h2>
      <Buttons request={request} shown={shown} ways={ways} />
      {directs ? (
        <>
          <h3>{text('meetings.session.chair')}</h3>
          <Buttons request={request} shown={shown} ways={ofChair(shown)} />
        </>
      ) : null}
    </section>
  );
}
