/** Which key counted when, as bars over time. */
import type { PageRequest } from '../../ui/page.ts';
import { type Interval, IntervalBars } from '../../ui/timeline/interval-bars.tsx';
import { type KeyEnd, type KeyLife, dayOf } from './key-lives.ts';

/** More bars than these are no picture any more: the latest are drawn. */
export const KEYS_DRAWN_MAX = 24;
/** Enough to find a key in the table by its beginning. */
const KEY_CHARACTERS_SHOWN = 12;

const TONES = { rotate: 'quiet', recover: 'bad', revoke: 'bad' } as const satisfies Record<
  KeyEnd,
  Interval['tone']
>;

interface PictureProps {
  readonly request: PageRequest;
  readonly lives: readonly KeyLife[];
}

function intervalsOf({ text }: PageRequest, { came, ended }: KeyLife): Interval[] {
  const label = text('host.keys.state.counts');
  const counts: Interval = { from: came.on, to: ended?.on ?? null, label, tone: 'good' };
  if (ended === null) return [counts];
  const { on, how } = ended;
  const end = { from: on, to: null, label: text(`host.keys.state.${how}`), tone: TONES[how] };
  return [counts, end];
}

/** A bar for each key, from the first day of the first of them. */
export function KeysPicture({ request, lives }: PictureProps) {
  const { text, today, knownAt } = request;
  const drawn = lives.slice(-KEYS_DRAWN_MAX);
  const to = knownAt === null ? today : dayOf(knownAt);
  return (
    <section>
      <h2>{text('host.keys.picture')}</h2>
      <IntervalBars
        text={text}
        from={drawn[0]?.came.on ?? to}
        to={to}
        rows={drawn.map((life) => ({
          label: (
            <a href={`#key-${life.key}`} translate="no" dir="ltr">
              <code>{life.key.slice(0, KEY_CHARACTERS_SHOWN)}…</code>
            </a>
          ),
          intervals: intervalsOf(request, life),
        }))}
      />
      {drawn.length < lives.length ? (
        <p>{text('host.keys.picture.latest', { count: KEYS_DRAWN_MAX })}</p>
      ) : null}
    </section>
  );
}
