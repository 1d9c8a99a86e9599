/** Acts that came without a part that they are judged by: whoever passed them on withheld it. */
import type { Act } from '../../kernel/act.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { missingParts } from '../../kernel/release.ts';
import { HELD_RULE } from '../../kernel/taking.ts';
import type { NodeIdentity, Work } from '../work.ts';
import type { Given } from './take-given.ts';

/** Whether a custodian decides with it on other acts. */
export const isDecision = ({ header }: Pick<Act, 'header'>): boolean =>
  /^registers\.(admit|refuse)$/.test(header.type);

/**
 * Whether a part of the act that is for this node did not come with it. Where the node is to
 * decide on it, it is kept undecided until that part is here: nothing that follows is delayed.
 */
export const isStripped = (
  { operator }: NodeIdentity,
  { act, signed }: Pick<Given, 'act' | 'signed'>,
): boolean => missingParts(act.header, signed.parts, [operator]).length > 0;

/** Why a decision says nothing and has to wait: what it decides on was withheld on the way. */
export function withheldFrom({ node }: Pick<Work, 'node'>, given: Given): Refusal | null {
  if (!isDecision(given.act) || !isStripped(node, given)) return null;
  return refuse(HELD_RULE, said('What the custodian decided on was withheld on the way.'), {
    remedy: said('It comes whole from the node of the custodian.'),
  });
}
