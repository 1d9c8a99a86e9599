/** What the question on a secret ballot answers, as its page shows it. */
import type { PageRequest } from '../../../../ui/page.ts';
import type { BallotBoxShape } from '../../questions/ballots/ballot-box.ts';

export type Shown = BallotBoxShape;

/** A ballot, and the request that its page answers. */
export interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
}
