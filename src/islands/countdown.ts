/**
 * Counts down to a deadline by the node's clock, since the reader's may be wrong. Without script
 * the page says what was left when it was made. When it is over, the page is read again.
 */

const SECOND = 1000;
const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;
/** The page of the node knows that it is over a moment after the deadline. */
const AFTER_SECONDS = 1;

/** How far the reader's clock is behind that of the node, to the second that the node tells. */
async function behind(): Promise<number> {
  const asked = Date.now();
  const { headers } = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
  const told = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(told)) return 0;
  // The second that is told has begun somewhere within it: half of it is the likeliest.
  return told + SECOND / 2 - (asked + Date.now()) / 2;
}

/** `3 days 04:05:06`, in the language of the page. */
function shown(seconds: number): string {
  const { lang } = document.documentElement;
  const clock = new Intl.NumberFormat(lang, { minimumIntegerDigits: 2, useGrouping: false });
  const days = Math.floor(seconds / DAY_SECONDS);
  const parts = [
    Math.floor((seconds % DAY_SECONDS) / HOUR_SECONDS),
    Math.floor((seconds % HOUR_SECONDS) / MINUTE_SECONDS),
    seconds % MINUTE_SECONDS,
  ];
  const time = parts.map((part) => clock.format(part)).join(':');
  if (days === 0) return time;
  const unit = { style: 'unit', unit: 'day', unitDisplay: 'long' } as const;
  return `${new Intl.NumberFormat(lang, unit).format(days)} ${time}`;
}

/** Deadlines that were still to come when this page was read: for each it is read again once. */
const awaited = new Set<string>();

/** Shows what is left on each clock of the page; says whether one of them has just ended. */
function tick(offset: number): boolean {
  let ended = false;
  for (const clock of document.querySelectorAll<HTMLElement>('[data-countdown]')) {
    const deadline = clock.dataset['countdown'] ?? '';
    const left = Date.parse(deadline) - (Date.now() + offset);
    if (left > 0) awaited.add(deadline);
    const seconds = Math.max(0, Math.ceil(left / SECOND));
    clock.textContent = shown(seconds);
    ended ||= awaited.has(deadline) && left < -AFTER_SECONDS * SECOND;
  }
  return ended;
}

async function count(): Promise<void> {
  if (document.querySelector('[data-countdown]') === null) return;
  const offset = await behind();
  const timer = setInterval(() => {
    if (!tick(offset)) return;
    clearInterval(timer);
    location.reload();
  }, SECOND);
  tick(offset);
}

void count();
