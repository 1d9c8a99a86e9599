import { describe, expect, it } from 'vitest';
import { type Log, logIncident } from '../../src/host/log.ts';

function heard() {
  const lines: unknown[] = [];
  const note = (line: unknown): void => void lines.push(line);
  const log: Log = { info: note, warn: note, error: note, debug: note };
  return { log, lines };
}

describe('an incident', () => {
  it('is logged under the number that the reader is told, with where it happened', () => {
    const { log, lines } = heard();
    const incident = logIncident(log, new Error('broken'), 'GET /agreements');
    expect(incident).toMatch(/^[0-9a-f]{10}$/);
    expect(lines).toMatchObject([{ incident, where: 'GET /agreements' }]);
  });

  it('keeps the one-time link out of the log', () => {
    const { log, lines } = heard();
    logIncident(log, new Error('broken'), 'POST /first/secret-token');
    expect(JSON.stringify(lines)).not.toContain('secret-token');
  });
});
