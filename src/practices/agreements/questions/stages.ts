/** The stages that a State recorded for itself, as far as the viewer may see them. */
import { type Asked } from '../../../kernel/define-area.ts';
import { nationalRegisterOf } from '../acts/national.ts';
import { loadAdmitted } from '../load.ts';
import { StageReached } from '../payloads/national.ts';
import { inOrder } from '../rules/history.ts';

export interface ReachedStage extends StageReached {
  readonly act: string;
}

/** The last stage by agreement that was reached by the day asked for. */
export async function stagesOf(
  asked: Asked,
  actor: string,
): Promise<ReadonlyMap<string, ReachedStage>> {
  const register = nationalRegisterOf(actor);
  const admitted = (await loadAdmitted(asked.query, [register], asked.knownAt)).get(register);
  const events = (admitted?.events ?? []).filter((event) => event.on <= asked.asOf).sort(inOrder);
  return new Map(
    events.map((event) => {
      const stage = StageReached.parse({ ...event.detail, on: event.on });
      return [stage.agreement, { ...stage, act: event.act }];
    }),
  );
}
