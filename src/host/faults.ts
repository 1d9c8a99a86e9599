/** What a schema found wrong, in words for whoever typed it. */
import type { z } from 'zod';
import { type Text, createText } from '../ui/text/text.ts';
import { hostText } from './text/host-text.ts';

type Issue = z.core.$ZodIssue;
type Place = readonly PropertyKey[];

/** One thing that is wrong, and where: the names on the way to it, joined by full stops. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

const ISSUES_SHOWN_MAX = 5;
const LENGTH_MAX = 600;
const CHOICES_SHOWN_MAX = 20;
/** Of the forms that a value may have, how many faults of the nearest one are told. */
const NEAREST_SHOWN_MAX = 3;

const english = createText('en', [hostText]);

/** The library's own sentences speak of types; those that our schemas give speak to people. */
const isOwnMessage = (message: string): boolean => !/^(Invalid|Too|Unrecognized) /.test(message);

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'number',
  boolean: 'flag',
  array: 'list',
  object: 'object',
  record: 'object',
};

function sizeMessage(issue: Issue, text: Text): string {
  if (issue.code === 'too_small') {
    const { origin, minimum } = issue;
    const count = Number(minimum);
    if (origin === 'string' || origin === 'array') {
      return count === 1 ? text('host.fault.empty') : text(`host.fault.min.${origin}`, { count });
    }
    return text('host.fault.min.number', { count });
  }
  if (issue.code !== 'too_big') return text('host.fault.form');
  const { origin, maximum } = issue;
  const kind = origin === 'string' || origin === 'array' ? origin : 'number';
  return text(`host.fault.max.${kind}`, { count: Number(maximum) });
}

function messageOf(issue: Issue, text: Text): string {
  const { message } = issue;
  if (isOwnMessage(message)) return text.has(message) ? text(message) : message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith('undefined')
        ? text('host.fault.missing')
        : text(`host.fault.kind.${KINDS[issue.expected] ?? 'object'}`);
    case 'invalid_value':
      return text('host.fault.choice', {
        choices: issue.values.slice(0, CHOICES_SHOWN_MAX).map(String).join(', '),
      });
    case 'unrecognized_keys':
      return text('host.fault.unknown', { names: issue.keys.join(', ').slice(0, 200) });
    default:
      return sizeMessage(issue, text);
  }
}

/** How far a value is from one of the forms that it may have: members it knows count for it. */
function distance(issues: readonly Issue[]): number {
  const strange = issues.filter((issue) => issue.code === 'unrecognized_keys');
  return issues.length + strange.reduce((sum, issue) => sum + 10 * issue.keys.length, 0);
}

function* faultsOfIssue(issue: Issue, before: Place, text: Text): Generator<Fault> {
  const path = [...before, ...issue.path];
  const [nearest] =
    issue.code === 'invalid_union'
      ? issue.errors.toSorted((one, other) => distance(one) - distance(other))
      : [];
  if (nearest) {
    const shown = nearest.slice(0, NEAREST_SHOWN_MAX);
    for (const inner of shown) yield* faultsOfIssue(inner, path, text);
  } else {
    yield { path: path.map(String).join('.'), message: messageOf(issue, text) };
  }
}

/** Everything that a schema found wrong, in the language of `text`. */
export function faultsIn(error: z.ZodError, text: Text = english): Fault[] {
  return error.issues.flatMap((issue) => [...faultsOfIssue(issue, [], text)]);
}

/** The same in one English sentence without its full stop: `count: at most 3; …`. */
export function faultText(error: z.ZodError): string {
  const faults = faultsIn(error);
  const told = faults.slice(0, ISSUES_SHOWN_MAX).map(({ path, message }) => {
    return path === '' ? message : `${path}: ${message}`;
  });
  const more = faults.length - told.length;
  return `${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`.slice(0, LENGTH_MAX);
}
