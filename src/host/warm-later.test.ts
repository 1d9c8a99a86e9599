/** What is prepared after the start. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { warmLater } from './warm-later.ts';

const asked: string[] = [];
const app = {
  request: (path: string) => {
    asked.push(path);
    return new Response();
  },
};

beforeEach(() => {
  asked.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a node that has started', () => {
  it('makes its front page, then the indexes of its search', async () => {
    const stop = warmLater(app, 'http://node.example');
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toEqual(['http://node.example/', 'http://node.example/search?q=concord']);
    await stop();
  });

  it('makes nothing once it is stopped', async () => {
    await warmLater(app, 'http://node.example')();
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toEqual([]);
  });

  it('starts all the same where a page fails', async () => {
    const broken = { request: () => Promise.reject(new Error('no database')) };
    const stop = warmLater(broken, 'http://node.example');
    await vi.advanceTimersByTimeAsync(2000);
    await expect(stop()).resolves.toBeUndefined();
  });
});
