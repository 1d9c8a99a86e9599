/** Answers a tool call: asked as the caller may read, and told with what to cite. */
import type { Viewer } from '../../kernel/define-area.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { faultText } from '../faults.ts';
import { INPUT_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import { problemOf } from '../http-status.ts';
import { totalOf } from '../position.ts';
import { type Services, todayOf } from '../services.ts';
import { readTimes } from '../times.ts';
import { boundedAnswer } from './bounded-answer.ts';
import { citationsIn } from './citations.ts';
import { COMMON_ARGUMENTS, type QuestionTool } from './tools.ts';

/** Who calls, and where the node is for them. */
export interface Caller {
  readonly viewer: Viewer;
  readonly origin: string;
}

export interface ToolAnswer {
  /** The SDK's result may hold more members than these. */
  [name: string]: unknown;
  readonly content: { readonly type: 'text'; readonly text: string }[];
  readonly isError?: true;
}

type Arguments = Readonly<Record<string, unknown>>;
type Serving = Pick<Services, 'store' | 'now' | 'position'>;

const told = (value: unknown, isError?: true): ToolAnswer => ({
  content: [{ type: 'text', text: JSON.stringify(value) }],
  ...(isError && { isError }),
});

/** A refusal is told to the assistant, with what to do, and is no failure of the protocol. */
export const toldRefusal = (refusal: Refusal): ToolAnswer => told(problemOf(refusal), true);

function readCommon(given: Arguments, today: string) {
  const { asOf = '', knownAt = '', rowsFrom = 0 } = given;
  if (typeof asOf !== 'string' || typeof knownAt !== 'string') {
    return refuse(INPUT_RULE, said('asOf and knownAt are texts.'), {
      remedy: said('Write YYYY-MM-DD.'),
    });
  }
  if (typeof rowsFrom !== 'number' || !Number.isSafeInteger(rowsFrom) || rowsFrom < 0) {
    return refuse(INPUT_RULE, said('rowsFrom is a whole number from 0 on.'));
  }
  const times = readTimes(new URLSearchParams({ asOf, knownAt }), today);
  return isRefusal(times) ? times : { times, rowsFrom };
}

/** Where the same is shown to people and programs, with what was asked. */
function addressesOf({ asked }: QuestionTool, input: Arguments, origin: string) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return {
    answer: `${origin}${asked.href}?${search.toString()}`,
    documentation: `${origin}${asked.docs}`,
  };
}

async function answerOf(
  services: Serving,
  tool: QuestionTool,
  given: Arguments,
  { viewer, origin }: Caller,
): Promise<ToolAnswer> {
  const common = readCommon(given, todayOf(services));
  if (isRefusal(common)) return toldRefusal(common);
  const { times, rowsFrom } = common;
  const own = Object.entries(given).filter(([name]) => !COMMON_ARGUMENTS.has(name));
  const input = Object.fromEntries(own);
  const { question } = tool.asked;
  const parsed = question.input.safeParse(input);
  if (!parsed.success) {
    const reason = said('The question cannot be asked so: {$faults}.', {
      faults: faultText(parsed.error),
    });
    const remedy = said('Ask like {$example}.', { example: JSON.stringify(question.example) });
    return toldRefusal(refuse(INPUT_RULE, reason, { remedy }));
  }
  const answer = await services.store.ask(question, input, { viewer, ...times });
  if (isRefusal(answer)) return toldRefusal(answer);
  const counts = await services.position.counts(viewer);
  return told({
    question: question.title,
    ...boundedAnswer(answer, rowsFrom),
    cite: {
      ...citationsIn(answer, origin),
      asOf: times.asOf,
      knownAt: times.knownAt,
      actsOnRecord: totalOf(counts),
      at: addressesOf(tool, { ...input, asOf: times.asOf }, origin),
    },
  });
}

const SUGGESTED_MAX = 12;

/** Calls the tool of a name, whatever the name. */
export async function callTool(
  services: Serving,
  tools: readonly QuestionTool[],
  called: { readonly name: string; readonly given: Arguments },
  caller: Caller,
): Promise<ToolAnswer> {
  const tool = tools.find(({ name }) => name === called.name);
  if (tool) return answerOf(services, tool, called.given, caller);
  const [area = ''] = called.name.split('_');
  const near = tools.filter(({ name }) => name.startsWith(`${area}_`));
  const names = (near.length > 0 ? near : tools).slice(0, SUGGESTED_MAX).map(({ name }) => name);
  const reason = said('There is no tool “{$name}”; acts cannot be made here.', {
    name: called.name.slice(0, 60),
  });
  return toldRefusal(refuse(UNKNOWN_RULE, reason, { remedy: said('Tools: {$names}.', { names }) }));
}
