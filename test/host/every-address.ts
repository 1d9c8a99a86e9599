/**
 * Every way by which something leaves the house, read off the application itself, so that one that
 * is added later is tried by itself. Where nobody has said how to fill in a new address, or what to
 * send to it, that is an error: an address that is not tried is one that may leak.
 */
import type { House } from '../../src/host/house.ts';
import type { HouseApp } from './house-app.ts';

/** Values for the parameters of addresses, by name; the first is the one that matters most. */
export type Fillings = Readonly<Record<string, readonly string[]>>;

/** What is sent to an address that takes something; or why nothing sent there tells of acts. */
export type Sent =
  | { readonly type: string; readonly body: string; readonly query?: string }
  | { readonly tellsNothing: string };

/** What stands around addresses, and answers nothing by itself. */
const AROUND = new RegExp(
  '^/(first|acts|agreements|invited|admin|account|federation|export|' +
    'api/(acts|agreements|admin|taxii))?/?[*]$',
);

/** The paths that the application answers, by method; those for all methods among them. */
function pathsOf({ app }: HouseApp, methods: readonly string[]): string[] {
  const own = app.routes.filter(
    ({ method, path }) => methods.includes(method) && !AROUND.test(path),
  );
  return [...new Set(own.map(({ path }) => path))];
}

const PARAMETER = /(?<=\/):(\w+)(?:\{[^}]*\})?\??/;

/** One path filled in every way that is known. Throws where one of its parameters is not known. */
function filled(path: string, fillings: Fillings): string[] {
  if (path.includes('*')) {
    const below = fillings[path];
    if (below === undefined) {
      throw new Error(
        `No test knows what lies below ${path}: say in test/host/leaks.test.ts which addresses, ` +
          'marked ones among them, so that they are tried for leaks.',
      );
    }
    return [...below];
  }
  const [whole, name] = PARAMETER.exec(path) ?? [];
  if (whole === undefined || name === undefined) return [path];
  const own = fillings[`${path} ${name}`] ?? fillings[name];
  if (own === undefined) {
    throw new Error(
      `No test knows how to fill “${name}” in ${path}: say in test/host/leaks.test.ts which ` +
        'values it takes, marked ones among them, so that it is tried for leaks.',
    );
  }
  return own.flatMap((value) => filled(path.replace(whole, value), fillings));
}

/** What examples of pages and feeds ask beside the path. */
function examplesOf({ pages, feeds, dates }: House, fillings: Fillings): string[] {
  return [...pages, ...feeds, ...dates].flatMap((page) =>
    page.examples.flatMap((example) => {
      const query = /\?.*/.exec(example)?.[0] ?? '';
      return filled(page.path, fillings).map((path) => path + query);
    }),
  );
}

/** Between these days everything came. */
const TWO_DAYS = 'asOf=1900-01-01&compare=2026-11-22';

/** Each page of two days, filled in the way that matters most. */
function comparedOf({ pages }: House, fillings: Fillings): string[] {
  return pages
    .filter(({ isTimeless }) => isTimeless !== true)
    .flatMap(({ path }) => filled(path, fillings).slice(0, 1))
    .map((path) => `${path}?${TWO_DAYS}`);
}

/** Every question as the API answers it, asked of what is marked where it asks of something. */
function questionsOf({ areas }: House, fillings: Fillings): string[] {
  return areas.flatMap(({ questions }) =>
    questions.flatMap(({ name, example }) => {
      const path = `/api/${name.replace('.', '/')}`;
      const [area = ''] = name.split('.');
      const asked = Object.entries(example as object).map(([key, value]): [string, string] => [
        key,
        fillings[`${area}.${key}`]?.[0] ?? fillings[key]?.[0] ?? String(value),
      ]);
      const query = new URLSearchParams(asked).toString();
      return [`${path}?${query}`, `${path}?${query}&format=csv`];
    }),
  );
}

/** All that is read: pages, feeds, files, questions, and whatever else the application offers. */
export function readAddresses(app: HouseApp, house: House, fillings: Fillings): string[] {
  const lines = new Set(['/live', '/federation/bell', '/api/:area/:question']);
  const paths = pathsOf(app, ['GET', 'ALL']).filter((path) => !lines.has(path));
  const plain = paths.flatMap((path) => filled(path, fillings));
  const compared = comparedOf(house, fillings);
  const asked = questionsOf(house, fillings);
  const all = [...plain, ...examplesOf(house, fillings), ...compared, ...asked];
  return [...new Set(all)];
}

export interface Sending {
  readonly address: string;
  readonly type: string;
  readonly body: string;
}

/** All that takes something, with what is sent to it. Throws where nobody has said what. */
export function sentAddresses(
  app: HouseApp,
  sent: Readonly<Record<string, Sent>>,
  fillings: Fillings,
): Sending[] {
  return pathsOf(app, ['POST', 'PUT', 'PATCH', 'DELETE']).flatMap((path) => {
    const given = sent[path];
    if (given === undefined) {
      throw new Error(
        `No test knows what to send to ${path}: say in test/host/leaks.test.ts what, ` +
          'or why its answer tells nothing of acts.',
      );
    }
    if ('tellsNothing' in given) return [];
    const { type, body, query = '' } = given;
    return filled(path, fillings).map((address) => ({ address: address + query, type, body }));
  });
}
