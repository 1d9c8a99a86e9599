/** Where seats stand in a half circle: in rows around its middle, from one side to the other. */

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Places {
  readonly places: readonly Place[];
  /** Of one seat, as it is drawn. */
  readonly radius: number;
}

/** The half circle has this radius; its middle is at (100, 100). */
export const OUTER = 96;
const INNER_SHARE = 0.4;
const ROWS_MAX = 14;
/** How much of the room between two seats one of them fills. */
const FILLED = 0.42;

const radiiOf = (rows: number): number[] =>
  Array.from({ length: rows }, (_, row) =>
    rows === 1 ? OUTER * 0.75 : OUTER * (INNER_SHARE + ((1 - INNER_SHARE) * row) / (rows - 1)),
  );

/** As many rows as leave about as much room between rows as between neighbours. */
function rowsFor(count: number): number {
  for (let rows = 1; rows < ROWS_MAX; rows += 1) {
    const length = radiiOf(rows).reduce((sum, radius) => sum + Math.PI * radius, 0);
    const between = (OUTER * (1 - INNER_SHARE)) / rows;
    if (length / count >= between * 0.85) return rows;
  }
  return ROWS_MAX;
}

/** Seats of each row in proportion to its length, adding up to the count. */
function seatsOf(radii: readonly number[], count: number): number[] {
  const whole = radii.reduce((sum, radius) => sum + radius, 0);
  let [given, reached] = [0, 0];
  return radii.map((radius) => {
    reached += radius;
    const until = Math.round((count * reached) / whole);
    const seats = until - given;
    given = until;
    return seats;
  });
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The places of so many seats, from the start side to the end side. */
export function placesFor(count: number): Places {
  if (count <= 0) return { places: [], radius: 0 };
  const radii = radiiOf(rowsFor(count));
  const seats = seatsOf(radii, count);
  const all = radii.flatMap((radius, row) => {
    const own = seats[row] ?? 0;
    return Array.from({ length: own }, (_, at) => {
      const angle = own === 1 ? Math.PI / 2 : (Math.PI * at) / (own - 1);
      return { angle, radius };
    });
  });
  const step = Math.min(
    ...radii.map((radius, row) => (Math.PI * radius) / Math.max(1, (seats[row] ?? 1) - 1)),
    (OUTER * (1 - INNER_SHARE)) / Math.max(1, radii.length - 1),
    OUTER * 0.22,
  );
  const places = all
    .toSorted((one, other) => one.angle - other.angle || one.radius - other.radius)
    .map(({ angle, radius }) => ({
      x: rounded(100 - radius * Math.cos(angle)),
      y: rounded(100 - radius * Math.sin(angle)),
    }));
  return { places, radius: rounded(step * FILLED) };
}
