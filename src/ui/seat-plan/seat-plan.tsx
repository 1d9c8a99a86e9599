import { Icon } from '../icon/icon.tsx';
import type { Content, Markup } from '../markup.ts';
import { formatNumber } from '../text/format.ts';
import type { Text } from '../text/text.ts';

/** A seat and who holds it. */
export interface Seat {
  name: string;
  href?: string;
  /** Why whoever holds it is without a vote; the seat is drawn so. */
  hindered?: string;
}

/** Seats that belong together. */
export interface SeatBlock {
  label: Content;
  seats: readonly Seat[];
  /** How many more there are that nobody holds. */
  vacant: number;
}

export interface SeatPlanProps {
  text: Text;
  /** What the plan is of. */
  label: string;
  /** What is said at a seat that nobody holds. */
  vacantLabel: string;
  blocks: readonly SeatBlock[];
}

function SeatBox({ name, href, hindered }: Seat): Markup {
  const words = href === undefined ? name : <a href={href}>{name}</a>;
  return (
    <li class={hindered === undefined ? 'seat' : 'seat seat-hindered'} title={hindered}>
      {hindered === undefined ? null : (
        <>
          <Icon name="pause" />
          <span class="hidden-visually">{hindered}</span>{' '}
        </>
      )}
      {words}
    </li>
  );
}

/** The seats of a body, group by group: who holds them, and which nobody does. */
export function SeatPlan({ text, label, vacantLabel, blocks }: SeatPlanProps): Markup {
  return (
    <figure class="seat-plan">
      <figcaption class="hidden-visually">{label}</figcaption>
      {blocks.map((block) => (
        <section class="seat-block">
          <p class="seat-block-label">
            <b>{block.label}</b>{' '}
            <span class="number">
              {formatNumber(text.locale, block.seats.length)}
              {block.vacant > 0
                ? ` / ${formatNumber(text.locale, block.seats.length + block.vacant)}`
                : ''}
            </span>
          </p>
          <ul class="plain-list seats">
            {block.seats.map((seat) => (
              <SeatBox {...seat} />
            ))}
            {Array.from({ length: block.vacant }, () => (
              <li class="seat seat-vacant">{vacantLabel}</li>
            ))}
          </ul>
        </section>
      ))}
    </figure>
  );
}
