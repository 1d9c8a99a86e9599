/** Where practices are reached: an address of their own, that leads each browser to its own one. */
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { type Config, originOf } from '../config.ts';
import { type Listening, listen } from '../http-server.ts';
import type { Opened } from './open-practice.ts';
import type { Practices } from './practices.ts';
import { isSame, roleCookie, roleSeal, shownIn } from './roles.ts';
import { PRACTICE_RULE } from './rules.ts';
import { SECRETARIAT } from './script.ts';

const ENTER_PATH = '/practice/enter';
const LEAVE_PATH = '/sign-out';

export interface ServerSettings {
  readonly config: Config;
  /** The port on which the node itself listens. */
  readonly port: () => number;
  /** Where readers reach the node itself. */
  readonly home: () => string;
}

/** A response that says whose it is, wherever it is carried: no search engine keeps it. */
function marked(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('x-robots-tag', 'noindex, nofollow');
  const isAsset = headers.get('cache-control')?.includes('immutable') === true;
  // Under one address stand the pages of many practices: nothing of them is kept.
  if (!isAsset) headers.set('cache-control', 'no-store');
  const named = headers.get('content-disposition');
  if (named !== null) {
    headers.set('content-disposition', named.replace('filename="', 'filename="practice-'));
  }
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

const redirect = (location: string, cookie?: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location, ...(cookie === undefined ? {} : { 'set-cookie': cookie }) },
  });

export class PracticeServer {
  readonly #settings: ServerSettings;
  #listening: Promise<Listening> | null = null;
  #practices: Practices | null = null;
  #port = 0;

  constructor(settings: ServerSettings) {
    this.#settings = settings;
  }

  /** Which practices it leads to. */
  serve(practices: Practices): void {
    this.#practices = practices;
  }

  /** Under which address readers reach practices. */
  address(): string {
    const { config } = this.#settings;
    return config.practiceAddress ?? originOf({ ...config, origin: null }, this.#port);
  }

  /** Listens, where it does not yet; the address, or why there is none. */
  async listening(): Promise<string | Refusal> {
    const { config, port: ownPort } = this.#settings;
    if (config.practiceAddress === null && config.origin !== null) {
      const remedy = said('Its administrator can name one with CONCORD_PRACTICE_ADDRESS.');
      const values = { why: 'no-address' };
      const reason = said('This node has no address under which practices are reached.');
      return refuse(PRACTICE_RULE, reason, { remedy, values });
    }
    this.#listening ??= listen((request, env) => this.#answer(request, env), {
      host: config.host,
      port: config.practicePort ?? ownPort() + 1,
      mayMove: config.practicePort === null,
    });
    try {
      this.#port = (await this.#listening).port;
    } catch (error) {
      this.#listening = null;
      throw error;
    }
    return this.address();
  }

  async #answer(request: Request, env: object): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === '/health') return Response.json({ ready: true });
    if (url.pathname === ENTER_PATH) return marked(await this.#enter(url));
    if (url.pathname === LEAVE_PATH) return redirect(`${this.#settings.home()}/practice`);
    const opened = await this.#shownTo(request.headers);
    if (!opened) return redirect(`${this.#settings.home()}/practice`);
    return marked(await opened.app.fetch(request, env));
  }

  /** The practice of whoever asks: who only knows its name learns nothing of it. */
  async #shownTo(headers: Headers): Promise<Opened | null> {
    const practices = this.#practices;
    const shown = shownIn(headers);
    const kept = shown && practices && (await practices.of(shown.id));
    if (!kept || !isSame(shown.seal, roleSeal(kept, shown.actor))) return null;
    return practices.opened(kept);
  }

  async #enter(url: URL): Promise<Response> {
    const kept = await this.#practices?.of(url.searchParams.get('id') ?? '');
    if (!kept || !isSame(url.searchParams.get('key') ?? '', kept.key)) {
      return redirect(`${this.#settings.home()}/practice`);
    }
    return redirect('/practice', roleCookie(kept, SECRETARIAT, this.isSecure()));
  }

  isSecure(): boolean {
    return this.address().startsWith('https:');
  }

  /** Listens at once where others are told of the port, as a proxy before several processes is. */
  async begin(): Promise<void> {
    const { practiceAddress, practicePort } = this.#settings.config;
    if (practiceAddress === null && practicePort === null) return;
    const address = await this.listening();
    if (isRefusal(address)) throw new Error(address.reason);
  }

  async stop(): Promise<void> {
    const listening = await this.#listening?.catch(() => null);
    await listening?.stop();
  }
}
