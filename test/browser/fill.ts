/** Forms, as a person fills them in. */
import type { Page } from 'playwright-core';

const fieldOf = (page: Page, name: string) => page.locator(`main [name="${name}"]`).first();

/** A value that is asked for in parts, brought whole, as the address of a link brings it. */
async function bringWhole(page: Page, name: string, value: string): Promise<boolean> {
  const isInParts =
    (await page.locator(`main [name="${name}"]`).count()) === 0 &&
    (await page.locator(`main :is([name^="${name}."], [name^="${name}:"])`).count()) > 0;
  if (!isInParts) return false;
  await page.locator('main input[name="type"]').evaluate(
    (beside, [field, whole]) => {
      const input = beside.cloneNode();
      // Its parts stay blank, which a browser would ask for.
      beside.parentElement?.setAttribute('novalidate', '');
      beside.after(Object.assign(input, { name: field, value: whole }));
    },
    [name, value],
  );
  return true;
}

async function unfold(page: Page): Promise<void> {
  // One within another is there to be clicked once that is open.
  const folds = page.locator('main details.form-more:not([open]) > summary');
  while ((await folds.count()) > 0) await folds.first().click();
}

async function fillIn(page: Page, name: string, value: string): Promise<void> {
  const field = fieldOf(page, name);
  const tag = await field.evaluate((element) => element.tagName);
  await (tag === 'SELECT' ? field.selectOption(value) : field.fill(value));
}

/** Fills in fields by their names, whatever kind they are; what is folded away is unfolded. */
export async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await unfold(page);
  for (const [name, value] of Object.entries(fields)) {
    if (!(await bringWhole(page, name, value))) await fillIn(page, name, value);
  }
}

type Value = string | number | readonly Value[] | Payload;
/** What an act says, as its form is to say it. */
export interface Payload {
  readonly [name: string]: Value;
}

const isPlain = (value: Value): value is string | number => typeof value !== 'object';

/** What is typed into one field: of names one a line, all else that has parts as JSON. */
function typed(value: Value): string {
  if (isPlain(value)) return `${value}`;
  const isLines = Array.isArray(value) && value.every((one) => typeof one === 'string');
  return isLines ? value.join('\n') : JSON.stringify(value);
}

/** Every value by the name of its field, where each part of it has a field of its own. */
function parts(value: Value, name: string): (readonly [string, string])[] {
  if (isPlain(value)) return [[name, `${value}`]];
  return Object.entries(value).flatMap(([part, own]: [string, Value]) =>
    parts(own, `${name}.${part}`),
  );
}

async function fillParts(page: Page, value: Value, name: string): Promise<void> {
  if ((await fieldOf(page, name).count()) > 0) return fillIn(page, name, typed(value));
  if (isPlain(value)) throw new Error(`${page.url()} has no field ${name}`);
  for (const [part, own] of Object.entries(value)) {
    await fillParts(page, own, `${name}.${part}`);
  }
}

/** An act that somebody makes by its form. */
export interface Made {
  readonly type: string;
  readonly register: string;
  readonly actor: string;
  readonly payload: Payload;
}

/** Opens the form of an act and fills it in; a link may have begun it. */
export async function fillAct(page: Page, address: string, made: Made): Promise<void> {
  const { actor, payload, register, type } = made;
  const query = new URLSearchParams({ type, register, actor });
  for (const [name, value] of parts(payload, 'payload')) query.set(name, value);
  await page.goto(`${address}/acts/new?${query.toString()}`);
  await unfold(page);
  for (const [name, value] of Object.entries(payload)) {
    await fillParts(page, value, `payload.${name}`);
  }
}
