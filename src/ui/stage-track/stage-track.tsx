import type { Content, Markup } from '../markup.ts';

export interface TrackStage {
  label: string;
  /** Whether it lies behind, is where things stand, or is still ahead. */
  state: 'done' | 'current' | 'ahead';
  detail?: Content;
}

/** How far something has come through stages whose order is known. */
export function StageTrack({ stages }: { stages: readonly TrackStage[] }): Markup {
  return (
    <ol class="stage-track plain-list">
      {stages.map(({ label, state, detail }) => (
        <li class={`stage-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
          <span class="stage-label">{label}</span>
          {detail === undefined ? null : <small>{detail}</small>}
        </li>
      ))}
    </ol>
  );
}
