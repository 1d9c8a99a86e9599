/** A ministry's own record of how far its State is on the way to being bound. */
import { defineAct } from '../../../kernel/define-area.ts';
import { StageReached } from '../payloads/national.ts';
import { detailedRow } from './event.ts';

/** The register in which a State keeps its own stages of ratification. */
export function nationalRegisterOf(actor: string): string {
  return `national/${actor}`;
}

export const reachStage = defineAct({
  type: 'agreements.reach-stage',
  title: 'Record a stage of ratification',
  payload: StageReached,
  opens: true,
  reserved: true,
  example: { agreement: 'common-river', stage: 'submitted' as const, on: '2024-09-10' },
  apply: (act) => detailedRow('reach-stage', act),
});

export const nationalActs = [reachStage];
