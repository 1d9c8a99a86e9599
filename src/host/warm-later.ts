/** Makes the front page before its first reader comes. */

/** Those who wait for the node to start come first; after that there is time to prepare. */
const WARM_AFTER_MILLISECONDS = 1500;

interface Requested {
  request(path: string): Response | Promise<Response>;
}

/**
 * Renders the front page once, a little later, so that readers need not wait for chronicles and map
 * to be made. Returns how to leave it be, or to wait until it is done.
 */
export function warmLater(app: Requested, address: string): () => Promise<void> {
  let warmed = Promise.resolve();
  const timer = setTimeout(() => {
    warmed = Promise.resolve(app.request(address)).then(
      () => undefined,
      // Whoever asks next is told what is wrong; nobody asked yet.
      () => undefined,
    );
  }, WARM_AFTER_MILLISECONDS);
  return async () => {
    clearTimeout(timer);
    await warmed;
  };
}
