import { expect, test } from 'vitest';
import { rendered } from '../rendered.ts';
import { StageTrack } from './stage-track.tsx';

test('stages are in order, and where things stand is told to those who hear it', async () => {
  const html = await rendered(
    <StageTrack
      stages={[
        { label: 'Signed', state: 'done', detail: '2024' },
        { label: 'Submitted', state: 'current' },
      ]}
    />,
  );
  expect(html).toContain('<li class="stage-done"><span class="stage-label">Signed</span>');
  expect(html).toContain('<li class="stage-current" aria-current="step">');
});
