/** A depositary notification in the reader's language: sentences made from its acts. */
import { formatDate } from '../../../../ui/text/format.ts';
import type { Text } from '../../../../ui/text/text.ts';
import { citationOf } from '../../provision.ts';
import type { notification } from '../../questions/notifications.ts';
import type { AnswerTo } from '../answers.ts';
import { placeName } from '../place-name.ts';

export type Notification = AnswerTo<typeof notification>;
export type NotifiedAct = Notification['acts'][number];

/** Kinds of acts that have a sentence of their own; the others are named and dated. */
const SAID: ReadonlySet<string> = new Set([
  'adopt',
  'correct',
  'withheld',
  'sign',
  'withdraw',
  'reserve',
  'object',
  'declare',
  'propose-correction',
  'object-to-correction',
  'rectify',
  'register',
]);

function sentenceKey({ kind, until, withName }: NotifiedAct): string {
  if (kind === 'open-for-signature') return until === null ? 'open' : 'open-until';
  if (kind === 'deposit') return withName === null ? 'deposit' : 'deposit-with';
  return SAID.has(kind) ? kind : 'other';
}

/** What kind of act it is, or which instrument, in a word or two. */
export function actWord(
  text: Text,
  { kind, instrument }: Pick<NotifiedAct, 'kind' | 'instrument'>,
) {
  if (kind === 'adopt' || kind === 'correct') return text(`agreements.act.${kind}`);
  if (kind === 'withheld') return '–';
  return text(
    kind === 'deposit' && instrument !== null
      ? `agreements.instrument.${instrument}`
      : `agreements.event.${kind}`,
  );
}

/** What was done, in one sentence. */
export function actSentence(text: Text, act: NotifiedAct): string {
  const day = (on: string | null): string => (on === null ? '–' : formatDate(text.locale, on));
  return text(`agreements.notification.say.${sentenceKey(act)}`, {
    name: act.name,
    on: day(act.from ?? act.receivedOn ?? act.madeOn),
    until: day(act.until),
    instrument: act.instrument === null ? '' : text(`agreements.instrument.${act.instrument}`),
    form: act.form ?? 'simple',
    with: act.withName ?? '',
    what: actWord(text, act),
  });
}

const isConsent = ({ kind, form }: NotifiedAct): boolean =>
  kind === 'deposit' || (kind === 'sign' && form === 'definitive');

/** When it takes effect, in one sentence; null where there is nothing to say of that. */
export function effectSentence(text: Text, act: NotifiedAct): string | null {
  const { effectOn, kind, name } = act;
  if (effectOn === null) {
    return kind === 'deposit' ? text('agreements.notification.effect.later', { name }) : null;
  }
  if (kind === 'rectify') return null;
  const key = isConsent(act) ? 'bound' : kind === 'withdraw' ? 'withdraw' : 'other';
  const on = formatDate(text.locale, effectOn);
  return text(`agreements.notification.effect.${key}`, { name, on });
}

/** That the agreement itself enters into force by what is told; null where it does not. */
export function forceSentence(text: Text, { clause, entryIntoForceOn }: Notification) {
  return entryIntoForceOn === null
    ? null
    : text('agreements.notification.force', {
        clause,
        on: formatDate(text.locale, entryIntoForceOn),
      });
}

/** Where and when the agreement was adopted: `Geneva, 2 May 2024`. */
export function adoptionLine(
  text: Text,
  given: { readonly adoptedAt: string | null; readonly adoptedOn: string },
): string {
  const on = formatDate(text.locale, given.adoptedOn);
  if (given.adoptedAt === null) return on;
  const place = placeName(text, given.adoptedAt);
  return text('agreements.place.before-day', { place, day: on });
}

/** Names of the depositaries, one after another. */
export const depositaryNames = ({ depositaries }: Pick<Notification, 'depositaries'>): string =>
  depositaries.map(({ name }) => name).join(' · ');

/** The whole in plain text, paragraph by paragraph. */
export function notificationLines(text: Text, shown: Notification): string[] {
  const said = shown.acts.flatMap((act) => [
    [actSentence(text, act), effectSentence(text, act)].filter(Boolean).join(' '),
    ...(act.statement ?? []).map((one) => one.text),
    ...act.passages.map(
      ({ provision, language, wrong, right }) =>
        `${citationOf(provision)} (${language}): ${wrong} → ${right}`,
    ),
  ]);
  const lines: (string | null)[] = [
    `${text('agreements.notification.kind')} ${shown.number}`,
    shown.corrects === null
      ? null
      : text('agreements.notification.corrigendum', { number: shown.corrects }),
    text('agreements.notification.to'),
    shown.title,
    adoptionLine(text, shown),
    text('agreements.notification.opening'),
    ...said,
    forceSentence(text, shown),
    shown.note,
    [formatDate(text.locale, shown.on), depositaryNames(shown)].filter(Boolean).join('\n'),
  ];
  return lines.flatMap((line) => (line ? [line] : []));
}
