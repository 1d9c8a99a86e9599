import type { Markup } from '../markup.ts';
import { formatNumber } from '../text/format.ts';
import type { Text } from '../text/text.ts';
import { type Place, placesFor } from './places.ts';

/** How a seat is drawn: each tone has a form of its own, so that colour is never alone. */
export type SeatTone = 'yes' | 'abstain' | 'no' | 'quiet' | 'barred';

export interface SeatGroup {
  label: string;
  tone: SeatTone;
  /** Who sits there, by name. */
  seats: readonly string[];
}

export interface HemicycleProps {
  text: Text;
  /** What is shown, for whoever reads by ear. */
  label: string;
  /** From the start side to the end side. */
  groups: readonly SeatGroup[];
}

interface SeatProps extends Place {
  tone: SeatTone;
  radius: number;
}

/** The outline of a seat: a disc, a ring, a square on its corner, a dot, or a cross. */
function outline({ tone, x, y, radius }: SeatProps): string {
  if (tone === 'no') {
    const side = radius * 1.15;
    return `M${x} ${y - side}l${side} ${side}l${-side} ${side}l${-side} ${-side}z`;
  }
  if (tone === 'barred') {
    const side = radius * 0.7;
    return (
      `M${x - side} ${y - side}l${2 * side} ${2 * side}` +
      `M${x + side} ${y - side}l${-2 * side} ${2 * side}`
    );
  }
  const round = tone === 'quiet' ? radius * 0.45 : radius * 0.92;
  return (
    `M${x - round} ${y}a${round} ${round} 0 1 0 ${2 * round} 0` +
    `a${round} ${round} 0 1 0 ${-2 * round} 0z`
  );
}

/** Numbers of a path are rounded: a hundredth of a seat is not seen. */
const short = (path: string): string =>
  path.replaceAll(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));

function Seat({ name, ...seat }: SeatProps & { name: string }): Markup {
  return (
    <path class={`seat-${seat.tone}`} d={short(outline(seat))}>
      <title>{name}</title>
    </path>
  );
}

function Mark({ tone }: { tone: SeatTone }): Markup {
  return (
    <svg class="seat-mark" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path class={`seat-${tone}`} d={short(outline({ tone, x: 10, y: 10, radius: 7 }))} />
    </svg>
  );
}

/** Seats fewer than these are drawn in a smaller picture: they need no more room to be seen. */
const FEW = 20;

/** As much room around the seats as the outermost of them take. */
function boxAround(places: readonly Place[], radius: number): string {
  const room = Math.ceil(radius * 1.2);
  const top = Math.floor(Math.min(...places.map(({ y }) => y)) - room);
  const side = Math.floor(Math.min(...places.map(({ x }) => x)) - room);
  return `${side} ${top} ${200 - 2 * side} ${100 + room + 2 - top}`;
}

/** Who voted how, as seats in a half circle; in words with numbers below it. */
export function Hemicycle({ text, label, groups }: HemicycleProps): Markup {
  const there = groups.filter(({ seats }) => seats.length > 0);
  const all = there.flatMap(({ tone, seats }) => seats.map((name) => ({ tone, name })));
  const { places, radius } = placesFor(all.length);
  return (
    <figure class="hemicycle">
      <figcaption class="hidden-visually">{label}</figcaption>
      {all.length === 0 ? null : (
        <svg
          class={all.length < FEW ? 'hemicycle-few' : undefined}
          viewBox={boxAround(places, radius)}
          aria-hidden="true"
          focusable="false"
        >
          {all.map(({ tone, name }, at) => {
            const place = places[at];
            return place === undefined ? null : (
              <Seat tone={tone} name={name} radius={radius} x={place.x} y={place.y} />
            );
          })}
        </svg>
      )}
      <ul class="plain-list hemicycle-key">
        {there.map((group) => (
          <li>
            <Mark tone={group.tone} /> <b>{formatNumber(text.locale, group.seats.length)}</b>{' '}
            {group.label}
          </li>
        ))}
      </ul>
    </figure>
  );
}
