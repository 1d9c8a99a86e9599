/** Whether an act is admitted: what holds for all, then the judges of its topic. */
import type { ActOf } from '../../../kernel/act.ts';
import type { InstantText } from '../../../kernel/dates.ts';
import { own } from '../../../kernel/own.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { said } from '../../../kernel/said.ts';
import { type RegisterKind, NAME, PREFIXES, kindOf, nameIn } from '../registers.ts';
import type { Archive } from './archive.ts';
import { BODY_JUDGES } from './bodies/judging-bodies.ts';
import { DECISION_JUDGES } from './decisions/judges.ts';
import { HISTORY_JUDGES } from './history/judging.ts';
import { RULES } from './law.ts';
import { SESSION_JUDGES } from './sessions/judging.ts';
import { judgePosition } from './positions/judging.ts';
import { textJudges } from './texts/judging.ts';

/** An act that stands in a register of its kind; the name is what follows the slash. */
export interface Given {
  readonly act: ActOf<unknown>;
  readonly name: string;
  readonly archive: Archive;
  /** When the custodian admits it: what has to be in time is judged by this clock. */
  readonly at: InstantText;
}
export type TopicJudge = (given: Given) => Refusal | null;

/** In which registers an act stands, and who judges it beyond that. */
export interface Judging {
  readonly kind: RegisterKind;
  readonly judge: TopicJudge;
}

const opensOnce =
  (is: (given: Given) => boolean): TopicJudge =>
  (given) =>
    is(given)
      ? refuse(RULES.openedOnce, said('{$name} is open already.', { name: given.name }))
      : null;

/** How each kind of act is judged; every kind of the practice stands here. */
export const JUDGES: Readonly<Record<string, Judging>> = {
  'meetings.establish-body': {
    kind: 'body',
    judge: opensOnce(({ archive, name }) => archive.body(name) !== null),
  },
  ...BODY_JUDGES,
  'meetings.convene': {
    kind: 'session',
    judge: opensOnce(({ archive, name }) => archive.session(name) !== null),
  },
  ...SESSION_JUDGES,
  ...textJudges,
  ...DECISION_JUDGES,
  ...HISTORY_JUDGES,
  'meetings.hold-position': { kind: 'positions', judge: judgePosition },
};

/** Judges an act of the practice: null, or the refusal. */
export function judge(act: ActOf<unknown>, archive: Archive, at: InstantText): Refusal | null {
  const { type, register } = act.header;
  const judging = own(JUDGES, type);
  if (judging === undefined) throw new Error(`nobody judges ${type}`);
  const name = nameIn(judging.kind, register);
  const isNamed = judging.kind === 'positions' ? name !== '' : NAME.test(name);
  if (kindOf(act.header) !== judging.kind || !isNamed) {
    return refuse(
      RULES.register,
      said('{$register} is no register for {$type}.', { register: register ?? 'none', type }),
      {
        remedy: said('Name a register such as {$prefix}/example.', {
          prefix: PREFIXES[judging.kind],
        }),
      },
    );
  }
  return judging.judge({ act, name, archive, at });
}
