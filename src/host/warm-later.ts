/** Makes the front page and the indexes of the search before their first reader comes. */

/** Those who wait for the node to start come first; after that there is time to prepare. */
const WARM_AFTER_MILLISECONDS = 1500;
/** The front page, and then any search: it reads and indexes all shelves, whatever it asks. */
const PATHS = ['/', '/search?q=concord'] as const;

interface Requested {
  request(path: string): Response | Promise<Response>;
}

/**
 * Renders these pages once, a little later and one after the other, so that readers need not wait
 * for chronicles, map and indexes to be made. Returns how to leave it be, or to wait until it is
 * done.
 */
export function warmLater(app: Requested, origin: string): () => Promise<void> {
  const stopping = new AbortController();
  let warmed = Promise.resolve();
  const warm = async (): Promise<void> => {
    for (const path of PATHS) {
      if (!stopping.signal.aborted) await app.request(`${origin}${path}`);
    }
  };
  const timer = setTimeout(() => {
    // Whoever asks next is told what is wrong; nobody asked yet.
    warmed = warm().catch(() => undefined);
  }, WARM_AFTER_MILLISECONDS);
  return async () => {
    stopping.abort();
    clearTimeout(timer);
    await warmed;
  };
}
