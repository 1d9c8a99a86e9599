/** What the questions on decisions answer, as their pages show it. */
import type { DecisionShape } from '../../questions/decisions/decision.ts';
import type { PageRequest } from '../../../../ui/page.ts';

export type {
  DecisionRow,
  PositionRow,
  RollRow,
  Standing,
  StepRow,
  TestedShape,
} from '../../questions/decisions/shapes.ts';
export type Shown = DecisionShape;

/** A decision, and the request that its page answers. */
export interface Props {
  readonly request: PageRequest;
  readonly shown: Shown;
}
